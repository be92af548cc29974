import { verbsOfSameSpeaker } from './lexicon-speech.ts';

/** Words between quotation marks: `start` and `end` exclude the marks, `open` and `close` are theirs. */
export type QuotedSpan = { open: number; start: number; end: number; close: number };

/** Longest text between two marks; a longer one is a mark that was never closed. */
const quotedCharsMax = 3_000;

const closingOf: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '”',
  '«': '»',
  '"': '"',
  "''": "''",
};
const marks = /''|’’|[“”„«»"\n]/g;

/**
 * Pairs quotation marks, curly and straight, two apostrophes for one too, in one pass. A mark that its paragraph does not close is
 * dropped, except where it opens the paragraph and the next paragraph opens with a mark too: then the
 * speech goes on there, by the convention of print, and each paragraph is a span; or where ", ujarnya"
 * shows where it ended.
 */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let open: { at: number; mark: string } | undefined;
  for (const match of text.matchAll(marks)) {
    const mark = match[0];
    const at = match.index;
    if (mark === '\n') {
      if (open) pushUnclosed(spans, text, open.at, at);
      open = undefined;
    } else if (open && closes(text, open.mark, mark, at)) {
      push(spans, text, open.at, at, at + mark.length);
      open = undefined;
    } else if (opens(text, mark, at)) {
      open = { at, mark };
    }
  }
  if (open) pushUnclosed(spans, text, open.at, text.length);
  return spans;
}

/** Speech that fills its paragraph without a closing mark, or whose reporting verb shows its end. */
function pushUnclosed(spans: QuotedSpan[], text: string, openAt: number, lineEnd: number): void {
  if (openAt > 0 && text[openAt - 1] !== '\n') return;
  if (lineEnd - openAt > quotedCharsMax) return;
  if (continuesBelow(text, lineEnd)) {
    push(spans, text, openAt, lineEnd, lineEnd);
    return;
  }
  for (const { 1: word, index } of text.slice(openAt, lineEnd).matchAll(/, (\p{L}+)/gu)) {
    if (!word || !verbsOfSameSpeaker.has(word)) continue;
    push(spans, text, openAt, openAt + index + 1, openAt + index + 1);
    return;
  }
}

/**
 * Whether a mark that closes nothing opens a quote. A curly closing mark before a word is a typing slip
 * for an opening one; a straight mark before white space has lost its quote.
 */
function opens(text: string, mark: string, at: number): boolean {
  if (mark === '”') return opensWord(text, at);
  if (mark === '"') return /\S/.test(text[at + 1] ?? '');
  if (mark === "''") return /[\p{L}\p{N}[(…]/u.test(text[at + 2] ?? '');
  return mark in closingOf;
}

function closes(text: string, opening: string, mark: string, at: number): boolean {
  if (closingOf[opening] === mark) return true;
  // Feeds mix the two kinds: “…" and "…”; also “…“ with a second opening mark that follows a letter.
  const mixed = (mark === '"' || mark === '”' || mark === '’’') && closingOf[opening] !== '»';
  return mixed || (mark === '“' && opening === '“' && !opensWord(text, at));
}

function opensWord(text: string, at: number): boolean {
  return (at === 0 || /[\s(]/.test(text[at - 1] ?? '')) && /\S/.test(text[at + 1] ?? '');
}

function continuesBelow(text: string, lineEnd: number): boolean {
  let next = lineEnd;
  while (next - lineEnd < 8 && (text[next] === '\n' || text[next] === ' ')) next += 1;
  const ended = /[.!?…]/.test(text[lineEnd - 1] ?? '');
  return ended && /[“"]/.test(text[next] ?? '');
}

function push(spans: QuotedSpan[], text: string, open: number, end: number, close: number): void {
  let start = open + (text.startsWith("''", open) ? 2 : 1);
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1;
  if (last > start && last - start <= quotedCharsMax) spans.push({ open, start, end: last, close });
}
