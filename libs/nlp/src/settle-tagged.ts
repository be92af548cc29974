import type { EntityType } from '@warta/contracts';
import { findKnown, knownByName, nameKey } from './gazetteer.ts';
import { linkForms } from './link-forms.ts';
import { placeHeads, smallPlaceHeads } from './lexicon-places.ts';
import { honorifics, roleHeads } from './lexicon-roles.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { claim, printedText, release, spansOf } from './name-span.ts';

/** Units whose names are their kind and a place. */
const forces = new Set(
  'polda polres polresta polrestabes polsek kodam kodim kejari kejati pemkot pemkab pemprov bpbd kpud dprd'.split(
    ' ',
  ),
);

/** Offices whose place follows them. */
export const territorialHeads: ReadonlySet<string> = new Set(
  'kapolsek kapolres kapolda kapolresta danramil dandim camat lurah kades bupati walikota gubernur'.split(
    ' ',
  ),
);

/**
 * Puts the names that a tagger has found in order: without marks at their ends, of the type that their
 * first word says, one type for one name of the article, and linked where the knowledge base knows a
 * name of this type.
 */
export function settleTagged(sheets: readonly Sheet[]): void {
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      trim(sheet, span);
      readHead(sheet, span);
      dropSmallHead(sheet, span);
      dropGovernment(sheet, span);
      takeKnownType(sheet, span);
      splitTerritory(sheet, span);
      splitPair(sheet, span);
    }
  }
  agreeOnTypes(sheets);
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) readAround(sheet, span);
  }
  linkForms(sheets);
}

/** Lets marks at the ends go, and what stands beyond a bracket or a full stop that nothing closes. */
function trim(sheet: Sheet, span: NameSpan): void {
  let { from, to } = span;
  for (let index = span.from; index < span.to; index += 1) {
    const token = sheet.tokens[index];
    if (token?.text === ')' && !has(sheet, '(', from, index)) from = index + 1;
    if (token?.text === '(' && !has(sheet, ')', index, span.to)) to = Math.min(to, index);
    if (token?.first && index > from && sheet.tokens[index - 1]?.text === '.')
      to = Math.min(to, index);
  }
  while (from < to && sheet.tokens[from]?.kind === 'mark') from += 1;
  while (from < to && isClosingMark(sheet, from, to - 1)) to -= 1;
  resize(sheet, span, from, to);
}

function has(sheet: Sheet, mark: string, from: number, to: number): boolean {
  return sheet.tokens.slice(from, to).some(({ text }) => text === mark);
}

function isClosingMark(sheet: Sheet, from: number, at: number): boolean {
  const token = sheet.tokens[at];
  if (token?.kind !== 'mark') return false;
  return token.text !== ')' || !has(sheet, '(', from, at);
}

function resize(sheet: Sheet, span: NameSpan, from: number, to: number): void {
  if (from === span.from && to === span.to) return;
  release(sheet, span);
  if (from >= to) return;
  span.from = from;
  span.to = to;
  claim(sheet, span);
}

/** "Polda Kalimantan Selatan" is a force and "Kali Ciliwung" a river, wherever the tagger began. */
function readHead(sheet: Sheet, span: NameSpan): void {
  const head = sheet.tokens[span.from];
  const before = sheet.tokens[span.from - 1];
  if (span.type === 'PERSON' || !head) return;
  if (span.to - span.from > 1 && forces.has(head.key)) span.type = 'ORGANIZATION';
  if (sheet.titleCase || !before?.capital || head.newLine || sheet.claims[span.from - 1]) return;
  if (forces.has(before.key)) span.type = 'ORGANIZATION';
  // "Wali Kota Solo" is an office, not the city.
  const isPlace = span.type === 'LOCATION' && placeHeads.has(before.key);
  const isInOffice = sheet.tokens[span.from - 2]?.capital;
  const isHeaded = forces.has(before.key) || (isPlace && !isInOffice);
  if (isHeaded) resize(sheet, span, span.from - 1, span.to);
}

/**
 * "Korut" is a country also where it acts, and nobody is called Kremlin. Cities are left alone: clubs
 * and people have their names.
 */
function takeKnownType(sheet: Sheet, span: NameSpan): void {
  if (knownByName(span.type, printedText(sheet, span.from, span.to))) return;
  const whole = findKnown(sheet.tokens, span.from);
  if (whole?.trust !== 'sure' || whole.length !== span.to - span.from) return;
  const { type, key } = whole.entity;
  // Initials of a suspect are letters of a body, too.
  const isNoPerson =
    span.type === 'PERSON' && type === 'ORGANIZATION' && !sheet.tokens[span.from]?.upper;
  if (isNoPerson || key.startsWith('territory/')) span.type = type;
}

/** "Pemerintah Jawa Barat" is no body's name: the place is named. "Pemerintah Kota Bogor" is one's. */
function dropGovernment(sheet: Sheet, span: NameSpan): void {
  if (span.type !== 'ORGANIZATION' || sheet.tokens[span.from]?.key !== 'pemerintah') return;
  if (!knownByName('LOCATION', printedText(sheet, span.from + 1, span.to))) return;
  span.type = 'LOCATION';
  resize(sheet, span, span.from + 1, span.to);
}

/** "Lurah Cipayung Tomi Patria": the office's place, and who holds it. */
function splitTerritory(sheet: Sheet, span: NameSpan): void {
  const { from, to, by } = span;
  if (span.type !== 'PERSON' || to - from < 3) return;
  if (!territorialHeads.has(sheet.tokens[from - 1]?.key ?? '')) return;
  if (!knownByName('LOCATION', printedText(sheet, from, from + 1))) return;
  claim(sheet, { type: 'PERSON', from: from + 1, to, by });
  claim(sheet, { type: 'LOCATION', from, to: from + 1, by });
}

/** "kabupaten Karawang": the kind of a place belongs to its name only where it has a capital. */
function dropSmallHead(sheet: Sheet, span: NameSpan): void {
  const head = sheet.tokens[span.from];
  const isSmall = head && !head.capital && smallPlaceHeads.has(head.key);
  if (isSmall && span.type === 'LOCATION') resize(sheet, span, span.from + 1, span.to);
}

/** "Solo-Yogyakarta", "Prabowo-Sandi": two that are known, and one mark between them. */
function splitPair(sheet: Sheet, span: NameSpan): void {
  const { type, by, from, to } = span;
  if (to - from !== 3 || !/^[-–—]$/.test(sheet.tokens[from + 1]?.text ?? '')) return;
  const pair = [from, from + 2];
  if (!pair.every((at) => knownByName(type, printedText(sheet, at, at + 1)))) return;
  release(sheet, span);
  for (const at of pair) claim(sheet, { type, from: at, to: at + 1, by });
}

/** Mentions by which one type must lead before the others give way: one alone may be the wrong one. */
const majorityMin = 2;

/** One name is one thing throughout an article: what most of its mentions say. */
function agreeOnTypes(sheets: readonly Sheet[]): void {
  const votes = new Map<string, Map<EntityType, number>>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const key = nameKey(printedText(sheet, span.from, span.to));
      const counts = votes.get(key) ?? new Map<EntityType, number>();
      votes.set(key, counts);
      counts.set(span.type, (counts.get(span.type) ?? 0) + 1);
    }
  }
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const counts = votes.get(nameKey(printedText(sheet, span.from, span.to)));
      if (!counts || counts.size < 2) continue;
      const [type, most] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
      if (most - (counts.get(span.type) ?? 0) >= majorityMin) span.type = type;
    }
  }
}

/**
 * Forms of address are no part of a name ("Iptu Rivanda"), and a known name is longer than what was
 * tagged of it ("Kim Jong" of "Kim Jong Un").
 */
function readAround(sheet: Sheet, span: NameSpan): void {
  if (span.type === 'PERSON') dropAddress(sheet, span);
  if (isTerritory(sheet, span)) span.type = 'LOCATION';
  if (splitOffice(sheet, span)) return;
  const whole = findKnown(sheet.tokens, span.from);
  const isLonger = whole?.entity.type === span.type && whole.length > span.to - span.from;
  if (!isLonger || whole.trust !== 'sure') return;
  claim(sheet, { ...span, to: span.from + whole.length, known: whole.entity });
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
