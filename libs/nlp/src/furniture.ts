import type { Furniture } from '@warta/contracts';
import type { Attribution } from './furniture-attribution.ts';
import { attributionsIn, sourcesOfLine } from './furniture-attribution.ts';
import type { Byline } from './furniture-byline.ts';
import { bylineOfCapitals, bylinesOfLine, initialsAtEnd } from './furniture-byline.ts';
import { datelineOf } from './furniture-dateline.ts';
import { isCreditLine, isPromptLine } from './furniture-prompt.ts';
import {
  agencyCreditPattern,
  creditPattern,
  embedLine,
  embedPattern,
  promptPattern,
  readAlsoLabels,
  readAlsoLine,
} from './lexicon-furniture.ts';

/** What a publisher put around its text, and what that says of the text's origin. */
export type FurnitureFound = { furniture: Furniture[]; byline?: string; attribution: string[] };

type Piece = Pick<Furniture, 'kind' | 'start' | 'end'>;
type Line = { start: number; text: string };

/** More than any article has: a page of links must still fit into one event. */
export const furnitureMax = 500;

/** Bylines stand in the first or last lines; further in, "Editor:" is part of the text. */
const firstLines = 3;
const lastLines = 8;

/** Behind "Baca juga:" stands a headline; what is longer is the article that goes on. */
const headlineCharsMax = 160;
const linkedLinesMax = 5;

const hiddenKinds = new Set<Furniture['kind']>([
  'read-also',
  'embed',
  'prompt',
  'credit',
  'byline',
]);

const readAlso = new RegExp(
  `(?<=^|[([]|[.,!?”"»)] ?)(?:${readAlsoLabels})(?=[ ]{0,2}(?:[:;>»|]|,\\S|\\]|\\)|[ ]{0,2}$))`,
  'gimu',
);

/**
 * Finds what stands around an article's own words: the dateline, links to other articles, places of
 * embeds, prompts to the reader, picture credits, who wrote it and where it was taken from. The text is
 * not changed. What is doubtful is left to the article. Linear in the text's length.
 */
export function findFurniture(text: string): FurnitureFound {
  // Feeds glue their datelines with no-break spaces; the offsets are the same.
  const body = text.replaceAll('\u00a0', ' ');
  const lines = linesOf(body);
  const hidden: Piece[] = [
    ...readAlsoIn(body),
    ...matchesOf(body, embedPattern, 'embed'),
    ...matchesOf(body, promptPattern, 'prompt'),
    ...matchesOf(body, creditPattern, 'credit'),
    ...matchesOf(body, agencyCreditPattern, 'credit'),
    ...lines.flatMap(wholeLine),
  ];
  const bylines = bylinesIn(body, lines, hidden);
  const sources = new Map<string, string>();
  const opened = opening(lines[0]);
  const from = [
    ...opened.agencies.map((name) => ({ at: 0, name })),
    ...bylines.flatMap(({ start, agencies }) => agencies.map((name) => ({ at: start, name }))),
  ];
  const covering = [
    ...hidden,
    ...bylines.map(({ start, end }): Piece => ({ kind: 'byline', start, end })),
  ].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [...covering, ...opened.pieces];
  let next = 0;
  for (const { start, end, name } of [...attributionsIn(body), ...sourceLines(lines)].sort(
    (a, b) => a.start - b.start,
  )) {
    while ((covering[next]?.end ?? Infinity) <= start) next += 1;
    if ((covering[next]?.start ?? Infinity) < end) continue;
    pieces.push({ kind: 'attribution', start, end });
    from.push({ at: start, name });
  }
  for (const { name } of from.sort((a, b) => a.at - b.at)) {
    if (!sources.has(name.toLowerCase())) sources.set(name.toLowerCase(), name);
  }
  const named = bylines.filter(({ name }) => name !== undefined);
  const byline = (named.find(({ isWriter }) => isWriter) ?? named[0])?.name;
  return {
    furniture: withoutOverlaps(text, pieces),
    ...(byline && { byline }),
    attribution: [...sources.values()].slice(0, furnitureMax),
  };
}

/**
 * The text with line breaks in place of the furniture that says nothing about the article's matter, every
 * character at its place. Datelines and attributions stay: they name places and organisations.
 */
export function hideFurniture(body: string, furniture: readonly Furniture[]): string {
  let text = '';
  let at = 0;
  for (const { kind, start, end } of furniture) {
    if (!hiddenKinds.has(kind)) continue;
    text += body.slice(at, start) + '\n'.repeat(end - start);
    at = end;
  }
  return text + body.slice(at);
}

/** The lines that are not empty, without the white space around them. */
function linesOf(body: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of body.split('\n')) {
    const text = line.trim();
    if (text !== '') lines.push({ start: start + line.indexOf(text[0] ?? ''), text });
    start += line.length + 1;
  }
  return lines;
}

function matchesOf(body: string, pattern: RegExp, kind: Piece['kind']): Piece[] {
  return [...body.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    kind,
    start: index,
    end: index + length,
  }));
}

/** A line that is nothing but furniture. Long lines are the article's. */
function wholeLine({ start, text }: Line): Piece[] {
  if (text.length > 2 * headlineCharsMax) return [];
  const end = start + text.length;
  if (readAlsoLine.test(text)) return [{ kind: 'read-also', start, end }];
  if (embedLine.test(text)) return [{ kind: 'embed', start, end }];
  if (isPromptLine(text)) return [{ kind: 'prompt', start, end }];
  return isCreditLine(text) ? [{ kind: 'credit', start, end }] : [];
}

/** "Baca juga: headline" to the end of its line or bracket; the label alone where no headline follows. */
function readAlsoIn(body: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of body.matchAll(readAlso)) {
    if (match.index < (pieces.at(-1)?.end ?? 0)) continue;
    const opener = body[match.index - 1];
    const isBracketed = opener === '(' || opener === '[';
    const start = isBracketed ? match.index - 1 : match.index;
    const labelEnd = match.index + match[0].length;
    const behind = body.slice(labelEnd, labelEnd + headlineCharsMax + 2);
    const mark = /^ {0,2}[:;>»|]/.exec(behind)?.[0].length ?? 0;
    const close = isBracketed ? behind.search(opener === '(' ? /[)\n]/ : /[\]\n]/) : -1;
    if (close !== -1) {
      const isClosed = behind[close] !== '\n';
      pieces.push({ kind: 'read-also', start, end: labelEnd + close + (isClosed ? 1 : 0) });
      continue;
    }
    const lineEnd = behind.indexOf('\n');
    const rest = lineEnd === -1 ? behind : behind.slice(0, lineEnd);
    // A headline has no full stop; a comma is left where the page had a link.
    const headline = rest.slice(mark).trim();
    const isHeadline =
      mark > 0 && /^[^,.].*[^.]$/u.test(headline) && rest.length <= headlineCharsMax;
    const end = labelEnd + (isHeadline ? rest.trimEnd().length : mark);
    const isAlone = rest.slice(mark).trim() === '';
    pieces.push({ kind: 'read-also', start, end: isAlone ? listEnd(body, end) : end });
  }
  return pieces;
}

/** Where the list of links ends that hangs under a label. */
function listEnd(body: string, labelEnd: number): number {
  let end = labelEnd;
  for (let count = 0; count < linkedLinesMax; count += 1) {
    const item = /^\s{0,4}\n\s{0,4}(?:[-•*>]|\d\.) [^\n]{3,160}(?=\n|$)/.exec(
      body.slice(end, end + headlineCharsMax + 20),
    );
    if (!item) break;
    end += item[0].length;
  }
  return end;
}

function opening(line: Line | undefined): { pieces: Piece[]; agencies: string[] } {
  const dateline = line && datelineOf(line.text);
  if (!dateline) return { pieces: [], agencies: [] };
  const { start } = line;
  return {
    pieces: [{ kind: 'dateline', start, end: start + dateline.end }],
    agencies: dateline.agencies,
  };
}

/** The bylines at both ends of a text; initials stand last, but for other furniture. */
function bylinesIn(body: string, lines: readonly Line[], hidden: readonly Piece[]): Byline[] {
  const ends = lines.filter((_, index) => index < firstLines || index >= lines.length - lastLines);
  const found = ends.flatMap(({ start, text }) =>
    bylinesOfLine(text).map((each) => ({
      ...each,
      start: start + each.start,
      end: start + each.end,
    })),
  );
  let end = body.length;
  const behind = [...hidden, ...found].sort((a, b) => b.end - a.end);
  for (const piece of behind) {
    if (/[^\s,]/.test(body.slice(piece.end, end))) break;
    end = Math.min(end, piece.start);
  }
  const text = body.slice(0, end).trimEnd();
  const last = text.slice(text.lastIndexOf('\n') + 1).trim();
  const lastStart = text.length - last.length;
  const capitals = lines.length > 1 ? bylineOfCapitals(last) : undefined;
  const mark = initialsAtEnd(text);
  return [
    ...found,
    ...(capitals
      ? [{ ...capitals, start: lastStart + capitals.start, end: lastStart + capitals.end }]
      : []),
    ...(mark ? [mark] : []),
  ];
}

/** "Sumber: Reuters", and a last line such as "ANTARA". */
function sourceLines(lines: readonly Line[]): Attribution[] {
  return lines.flatMap(({ start, text }, index) => {
    if (text.length > headlineCharsMax) return [];
    const sources = sourcesOfLine(text, index > 0 && index === lines.length - 1);
    return sources.map((each) => ({ ...each, start: start + each.start, end: start + each.end }));
  });
}

/** In order of position; of two that overlap the earlier, of two that begin together the longer. */
function withoutOverlaps(body: string, pieces: readonly Piece[]): Furniture[] {
  const kept: Furniture[] = [];
  for (const { kind, start, end } of pieces.toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < (kept.at(-1)?.end ?? 0) || end <= start || kept.length === furnitureMax) continue;
    kept.push({ kind, text: body.slice(start, end), field: 'body', start, end });
  }
  return kept;
}
