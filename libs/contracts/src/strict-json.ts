/** Deeper JSON than this is an attack: our own bodies need 5, publishers' documents a few more. */
export const JSON_DEPTH_MAX = 32;

/** A double holds every integer of so many digits; longer ones are looked at one by one. */
const SAFE_DIGITS = 15;

/** How much of what JSON.parse says is told: it quotes the text. */
const SYNTAX_DETAIL_LENGTH_MAX = 200;

/** Keys with which a careless merge would change every object of the process. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Why a text is not taken as JSON, for the one who sent it. */
export class StrictJsonError extends Error {
  /** RFC 6901; empty for the whole text. */
  readonly pointer: string;
  /** Continues the name of the field: "must not …". Printable ASCII. */
  readonly detail: string;

  constructor(pointer: string, detail: string) {
    super(pointer === '' ? `The JSON ${detail}` : `The JSON at ${pointer} ${detail}`);
    this.pointer = pointer;
    this.detail = detail;
  }
}

/**
 * The value that JSON.parse reads, of a text in which nothing is ambiguous (RFC 7493) or harmful: at
 * most JSON_DEPTH_MAX deep, no name twice in one object, no name that could pollute prototypes, no
 * whole number whose digits a double would change, so that two ids never become one. Linear, and
 * the stack does not grow with depth.
 * @throws StrictJsonError
 */
export function parseStrictJson(text: string): unknown {
  // Before it is parsed: a megabyte of brackets would become a gigabyte of arrays.
  refuseAmbiguous(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replace(/[^\x20-\x7e]/g, '?');
    throw new StrictJsonError('', `is not JSON: ${reason.slice(0, SYNTAX_DETAIL_LENGTH_MAX)}`);
  }
}

/** One step of an RFC 6901 pointer. */
export function pointerToken(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

interface OpenValue {
  /** Names seen so far; an array has none. */
  readonly names: Set<string> | undefined;
  /** What is being read: the name in an object, the place in an array. */
  step: string | number;
}

const QUOTE = 0x22;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const wholeNumber = /^-?\d+$/;
const numberAt = /[-+.\dEe]+/y;

/** @param text of which JSON.parse finds out whether it is JSON: what is none may pass here. */
function refuseAmbiguous(text: string): void {
  const open: OpenValue[] = [];
  let inside: OpenValue | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (inside?.names !== undefined && isName(text, end)) enterName(text.slice(at, end), open);
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      if (open.length >= JSON_DEPTH_MAX) {
        throw new StrictJsonError(
          pointerTo(open),
          `must not be nested deeper than ${JSON_DEPTH_MAX} levels`,
        );
      }
      inside = { names: code === 0x7b ? new Set() : undefined, step: 0 };
      open.push(inside);
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
      inside = open.at(-1);
    } else if (code === 0x2c) {
      if (inside !== undefined && typeof inside.step === 'number') inside.step += 1;
    } else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      numberAt.lastIndex = at;
      const [literal = ''] = numberAt.exec(text) ?? [];
      refuseChangedNumber(literal, open);
      at += literal.length - 1;
    }
  }
}

/** Just behind the closing quote; behind the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    if (quote === -1) return text.length;
    let escapes = quote;
    while (text.charCodeAt(escapes - 1) === 0x5c) escapes -= 1;
    if ((quote - escapes) % 2 === 0) return quote + 1;
  }
}

/** A string is a name when a colon follows. */
function isName(text: string, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

function enterName(literal: string, open: readonly OpenValue[]): void {
  const inside = open.at(-1) as OpenValue;
  const name = literal.includes('\\') ? unescaped(literal) : literal.slice(1, -1);
  inside.step = name;
  if (forbiddenKeys.has(name)) throw new StrictJsonError(pointerTo(open), 'has a forbidden name');
  if (inside.names?.has(name) === true) {
    throw new StrictJsonError(pointerTo(open), 'must not be given twice');
  }
  inside.names?.add(name);
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}

function refuseChangedNumber(literal: string, open: readonly OpenValue[]): void {
  if (literal.length <= SAFE_DIGITS && !/[Ee]/.test(literal)) return;
  const value = Number(literal);
  if (Number.isNaN(value)) return;
  if (!Number.isFinite(value)) {
    throw new StrictJsonError(pointerTo(open), 'must not be a number this large');
  }
  // As JSON.stringify writes it, so that no two different texts pass as the same number.
  if (wholeNumber.test(literal) && String(value) !== literal && value !== 0) {
    throw new StrictJsonError(
      pointerTo(open),
      'must be in quotes: as a number it would lose digits',
    );
  }
}

function pointerTo(open: readonly OpenValue[]): string {
  return open.map(({ step }) => `/${pointerToken(step)}`).join('');
}
