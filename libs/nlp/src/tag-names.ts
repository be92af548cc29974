import { findKnown, knownByName } from './gazetteer.ts';
import { honorifics, roleHeads } from './lexicon-roles.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { claim, printedText, spansOf } from './name-span.ts';
import type { Tagger } from './tagger.ts';

/** Tokens that a window shares with the one before, so that no name is cut at a seam. */
export const overlapTokens = 20;

/**
 * The most tokens of one article that a tagger is asked about: a fifth more than the longest body has
 * when it is prose. What is beyond stands in texts that are no prose, and has the rules alone.
 */
const taggedTokensMax = 48_000;

/** Offices whose place follows them. */
const territorialHeads = new Set(
  'kapolsek kapolres kapolda kapolresta danramil dandim camat lurah kades bupati walikota gubernur'.split(
    ' ',
  ),
);

type Window = { from: number; to: number };

/**
 * Takes the names that the tagger finds in the sheets, paragraph by paragraph, and returns whether
 * it has seen all of them.
 */
export async function tagNames(sheets: readonly Sheet[], tagger: Tagger): Promise<boolean> {
  let left = taggedTokensMax;
  for (const sheet of sheets) {
    for (const paragraph of paragraphsOf(sheet)) {
      if (!hasLetters(sheet, paragraph)) continue;
      const to = Math.min(paragraph.to, paragraph.from + left);
      left -= to - paragraph.from;
      await tagParagraph(sheet, { from: paragraph.from, to }, tagger);
      if (to < paragraph.to) return false;
    }
  }
  return true;
}

async function tagParagraph(sheet: Sheet, paragraph: Window, tagger: Tagger): Promise<void> {
  const windows = windowsOf(paragraph, tagger.windowTokensMax);
  for (const [index, window] of windows.entries()) {
    const words = sheet.tokens.slice(window.from, window.to).map((token) => token.text);
    // In the part that two windows share, each is believed on its own side of the middle.
    const from = index === 0 ? window.from : window.from + overlapTokens / 2;
    const to = window.to === paragraph.to ? window.to : window.to - overlapTokens / 2;
    for (const name of await tagger.tag(words)) {
      const at = window.from + name.from;
      if (at < from || at >= to || sheet.claims[at]) continue;
      claim(sheet, { type: name.type, from: at, to: window.from + name.to, by: tagger.name });
    }
  }
}

function hasLetters(sheet: Sheet, { from, to }: Window): boolean {
  return sheet.tokens.slice(from, to).some((token) => token.kind === 'word');
}

function paragraphsOf({ tokens }: Sheet): Window[] {
  const paragraphs: Window[] = [];
  for (const [index, token] of tokens.entries()) {
    const last = paragraphs.at(-1);
    if (!last || token.newLine) paragraphs.push({ from: index, to: index + 1 });
    else last.to = index + 1;
  }
  return paragraphs;
}

function windowsOf({ from, to }: Window, tokensMax: number): Window[] {
  const windows: Window[] = [];
  for (let start = from; start < to; start += tokensMax - overlapTokens) {
    const end = Math.min(to, start + tokensMax);
    windows.push({ from: start, to: end });
    if (end === to) break;
  }
  return windows;
}

/**
 * Says who is meant where a tagged name is a form that the knowledge base has for its type. Forms of
 * address are no part of a name ("Iptu Rivanda"), and a known name is longer than what was tagged of
 * it ("Kim Jong" of "Kim Jong Un").
 */
export function linkTagged(sheet: Sheet): void {
  for (const span of spansOf(sheet)) {
    if (span.type === 'PERSON') dropAddress(sheet, span);
    if (isTerritory(sheet, span)) span.type = 'LOCATION';
    if (splitOffice(sheet, span)) continue;
    const whole = findKnown(sheet.tokens, span.from);
    const isLonger = whole?.entity.type === span.type && whole.length > span.to - span.from;
    if (isLonger && whole.trust === 'sure') {
      claim(sheet, { ...span, to: span.from + whole.length, known: whole.entity });
      continue;
    }
    const known = knownByName(span.type, printedText(sheet, span.from, span.to));
    if (known && !span.known) span.known = known;
  }
}

/** "Kapolsek Sukarami, Iptu Rivanda": the office's place stands between it and the person. */
function isTerritory(sheet: Sheet, span: NameSpan): boolean {
  const { tokens, claims } = sheet;
  if (span.type !== 'PERSON' || !territorialHeads.has(tokens[span.from - 1]?.key ?? ''))
    return false;
  if (tokens[span.to]?.text !== ',') return false;
  const after = honorifics.has(tokens[span.to + 1]?.key ?? '') ? span.to + 2 : span.to + 1;
  return claims[after]?.type === 'PERSON' || claims[span.to + 1]?.type === 'PERSON';
}

/** "Kepala BPS Suhariyanto": the body of an office, and who holds it. */
function splitOffice(sheet: Sheet, span: NameSpan): boolean {
  const [body, ...holder] = sheet.tokens.slice(span.from, span.to);
  const known = body?.upper && knownByName('ORGANIZATION', body.text);
  if (!known || holder.length === 0 || !holder.every((token) => token.capital && !token.upper)) {
    return false;
  }
  if (!roleHeads.has(sheet.tokens[span.from - 1]?.key ?? '')) return false;
  const { by } = span;
  claim(sheet, { type: 'PERSON', from: span.from + 1, to: span.to, by });
  claim(sheet, { type: 'ORGANIZATION', from: span.from, to: span.from + 1, by, known });
  return true;
}

function dropAddress(sheet: Sheet, span: NameSpan): void {
  while (span.to - span.from > 1 && honorifics.has(sheet.tokens[span.from]?.key ?? '')) {
    const dotted = sheet.tokens[span.from + 1]?.text === '.' && span.to - span.from > 2;
    const from = span.from + (dotted ? 2 : 1);
    sheet.claims.fill(undefined, span.from, from);
    span.from = from;
  }
}
