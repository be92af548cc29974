/** Deeper JSON than this is an attack: our own bodies need 5, publishers' documents a few more. */
export const JSON_DEPTH_MAX = 32;

/** A double holds every integer of so many digits; longer ones are looked at one by one. */
const SAFE_DIGITS = 15;

/** How much of what JSON.parse says is told: it quotes the text. */
const SYNTAX_DETAIL_LENGTH_MAX = 200;

/** As many as a request may have items; whoever sends more made the same mistake in each. */
const ELEMENTS_REFUSED_MAX = 1_000;

/** Of one name in a pointer: the sender's own, as long as it liked to make it. */
const POINTER_NAME_LENGTH_MAX = 200;

/** Names with which a careless merge would change every object of the process. */
export const forbiddenNames: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

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
  refuseAmbiguous(text, (open, detail) => {
    throw new StrictJsonError(pointerTo(open), detail);
  });
  return parsed(text);
}

/** A value that is an array may have elements that are refused: those are null in it. */
export interface StrictJsonElements {
  readonly value: unknown;
  /** Why, by their places in the array. */
  readonly refused: ReadonlyMap<number, StrictJsonError>;
}

/**
 * The same, but what parseStrictJson would not take of one element of the outermost array costs that
 * element alone. As linear as that.
 * @throws StrictJsonError for a text that is not JSON, is no array, or has ELEMENTS_REFUSED_MAX such
 *   elements.
 */
export function parseStrictJsonElements(text: string): StrictJsonElements {
  const refused = new Map<number, StrictJsonError>();
  const kept: string[] = [];
  let keptTo = 0;
  refuseAmbiguous(
    text,
    (open, detail) => {
      const error = new StrictJsonError(pointerTo(open), detail);
      const [outermost] = open;
      const isElement = outermost !== undefined && outermost.names === undefined;
      if (!isElement || refused.size >= ELEMENTS_REFUSED_MAX) throw error;
      refused.set(Number(outermost.step), error);
    },
    (start, end) => {
      // As long as before, so that a fault of the syntax is told at its true place.
      kept.push(text.slice(keptTo, start), 'null'.padEnd(end - start));
      keptTo = end;
    },
  );
  return { value: parsed(kept.join('') + text.slice(keptTo)), refused };
}

/** @throws StrictJsonError */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replace(/[^\x20-\x7e]/g, '?');
    throw new StrictJsonError('', `is not JSON: ${reason.slice(0, SYNTAX_DETAIL_LENGTH_MAX)}`);
  }
}

/** One step of an RFC 6901 pointer; a name so long that nobody reads it is cut off. */
export function pointerToken(key: PropertyKey): string {
  const name = String(key);
  const isLong = name.length > POINTER_NAME_LENGTH_MAX;
  const step = isLong ? `${name.slice(0, POINTER_NAME_LENGTH_MAX).toWellFormed()}…` : name;
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
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

/** Told what must not be, and where; when it returns, nothing more is told of the same element. */
type Refuse = (open: readonly OpenValue[], detail: string) => void;

/**
 * @param text of which JSON.parse finds out whether it is JSON: what is none may pass here.
 * @param leaveOut told where in the text an element of the outermost array is that was refused.
 */
function refuseAmbiguous(
  text: string,
  refuse: Refuse,
  leaveOut: (start: number, end: number) => void = () => undefined,
): void {
  const open: OpenValue[] = [];
  let inside: OpenValue | undefined;
  let start = 0;
  let isRefused = false;
  // Brackets beyond the depth, which nothing is remembered of.
  let beyond = 0;
  const check = (detail: string | undefined) => {
    if (detail === undefined) return;
    refuse(open, detail);
    isRefused = true;
  };
  const endElement = (end: number) => {
    if (isRefused) leaveOut(start, end);
    isRefused = false;
    start = end + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      const isNew = !isRefused && inside?.names !== undefined && isName(text, end);
      if (isNew) check(enterName(text.slice(at, end), inside as OpenValue));
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      if (open.length >= JSON_DEPTH_MAX) {
        if (!isRefused) check(`must not be nested deeper than ${JSON_DEPTH_MAX} levels`);
        beyond += 1;
        continue;
      }
      inside = { names: code === 0x7b ? new Set() : undefined, step: 0 };
      open.push(inside);
      if (open.length === 1) start = at + 1;
    } else if (code === 0x7d || code === 0x5d) {
      if (beyond > 0) {
        beyond -= 1;
        continue;
      }
      if (open.length === 1) endElement(at);
      open.pop();
      inside = open.at(-1);
    } else if (code === 0x2c) {
      if (open.length === 1) endElement(at);
      if (typeof inside?.step === 'number') inside.step += 1;
    } else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      numberAt.lastIndex = at;
      const [literal = ''] = numberAt.exec(text) ?? [];
      if (!isRefused) check(faultOfNumber(literal));
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

/** @returns what is wrong with it. */
function enterName(literal: string, inside: OpenValue): string | undefined {
  const name = literal.includes('\\') ? unescaped(literal) : literal.slice(1, -1);
  inside.step = name;
  if (forbiddenNames.has(name)) return 'has a forbidden name';
  if (inside.names?.has(name) === true) return 'must not be given twice';
  inside.names?.add(name);
  return undefined;
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}

/** @returns why a double would be another number. */
function faultOfNumber(literal: string): string | undefined {
  if (literal.length <= SAFE_DIGITS && !/[Ee]/.test(literal)) return undefined;
  const value = Number(literal);
  if (Number.isNaN(value)) return undefined;
  if (!Number.isFinite(value)) return 'must not be a number this large';
  // As JSON.stringify writes it, so that no two different texts pass as the same number.
  const isChanged = wholeNumber.test(literal) && String(value) !== literal && value !== 0;
  return isChanged ? 'must be in quotes: as a number it would lose digits' : undefined;
}

function pointerTo(open: readonly OpenValue[]): string {
  return open.map(({ step }) => `/${pointerToken(step)}`).join('');
}
