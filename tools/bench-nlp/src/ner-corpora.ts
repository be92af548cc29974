import { existsSync, readFileSync } from 'node:fs';
import type { ScoredSpan } from './entity-score.ts';
import { spansOfTags } from './entity-score.ts';

/** A sentence of a published corpus: its tokens as they are there, and the names in them. */
export type MarkedSentence = { tokens: string[]; names: ScoredSpan[] };

const folder = new URL('../../../../shared/data/ner/', import.meta.url);

/**
 * The sentences of a corpus file with a token and its tag per line (the token in the column before the
 * last of the CoNLL forms, the first of idner's), or undefined where the file is absent.
 */
export function readSentences(path: string, tokenColumn: number): MarkedSentence[] | undefined {
  const file = new URL(path, folder);
  if (!existsSync(file)) return undefined;
  const sentences: { tokens: string[]; tags: string[] }[] = [];
  let open: { tokens: string[]; tags: string[] } | undefined;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cells = line.split(/\s+/).filter((cell) => cell !== '');
    const token = cells[tokenColumn];
    if (token === undefined || cells.length < 2) {
      open = undefined;
      continue;
    }
    if (!open) sentences.push((open = { tokens: [], tags: [] }));
    open.tokens.push(token);
    open.tags.push(cells.at(-1) ?? 'O');
  }
  return sentences.map(({ tokens, tags }) => ({ tokens, names: spansOfTags(tags) }));
}

/** A text, and where the tokens it was put together from stand in it. */
export type Detokenised = { text: string; starts: number[] };

const noSpaceBefore = /^(?:[.,;:!?%)\]}…”]|['’](?:s|re|ve|ll|d|m)|n['’]t)$/i;
const noSpaceAfter = /^[([{“$]$/;

/** Writes tokens as a text has them: marks at their word, quotation marks in pairs. */
export function detokenise(tokens: readonly string[]): Detokenised {
  let text = '';
  let isQuoted = false;
  let isTight = true;
  const starts: number[] = [];
  for (const token of tokens) {
    const isMark = token === '"' || token === "''" || token === '``';
    const closes = isMark && isQuoted;
    if (!isTight && !closes && !noSpaceBefore.test(token)) text += ' ';
    starts.push(text.length);
    text += token;
    if (isMark) isQuoted = !isQuoted;
    isTight = (isMark && isQuoted) || noSpaceAfter.test(token);
  }
  return { text, starts };
}

/**
 * Spans of characters as spans of tokens: a token belongs to the name that its first letter or digit
 * stands in.
 */
export function toTokenSpans(
  tokens: readonly string[],
  { starts }: Detokenised,
  names: readonly ScoredSpan[],
): ScoredSpan[] {
  const points = tokens.map(
    (token, index) => (starts[index] ?? 0) + Math.max(0, token.search(/[\p{L}\p{N}]/u)),
  );
  return names.flatMap(({ type, from, to }) => {
    const first = points.findIndex((point) => point >= from && point < to);
    if (first === -1) return [];
    let end = first + 1;
    while ((points[end] ?? Infinity) < to) end += 1;
    return [{ type, from: first, to: end }];
  });
}
