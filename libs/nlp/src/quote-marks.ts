import { verbsBeforeSpeaker, verbsOfSameSpeaker } from './lexicon-speech.ts';

/** Words between quotation marks: `start` and `end` exclude the marks, `open` and `close` are theirs. */
export type QuotedSpan = { open: number; start: number; end: number; close: number };

/** Longest text between two marks; a longer one is a mark that was never closed. */
const quotedCharsMax = 3_000;

const closingOf: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '”',
  '«': '»',
  '»': '«',
  '"': '"',
  "''": "''",
  '``': "''",
  ',,': '”',
  "'": "'",
  '‘': '’',
};
const marks = /''|’’|``|,,|[“”„«»"'‘’\n]/g;

/** Single marks, which are apostrophes as well. */
const singleMarks: ReadonlySet<string> = new Set(["'", '‘', '’']);

/**
 * Pairs quotation marks, curly and straight, low and angled, two apostrophes or commas for one too, in
 * one pass; single marks only around what is plainly said, and not inside others. A mark that its paragraph does not close is
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
      if (open && !singleMarks.has(open.mark)) pushUnclosed(spans, text, open.at, at);
      open = undefined;
    } else if (open && closes(text, open.mark, mark, at)) {
      push(spans, text, open.at, at, at + mark.length);
      open = undefined;
    } else if (singleMarks.has(mark) && open && !singleMarks.has(open.mark)) {
      continue;
    } else if (opens(text, mark, at)) {
      open = { at, mark };
    }
  }
  if (open && !singleMarks.has(open.mark)) pushUnclosed(spans, text, open.at, text.length);
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
  if (mark === '”' || mark === '»' || mark === ',,') return opensWord(text, at);
  if (mark === "'" || mark === '‘') {
    return opensWord(text, at) && /[\p{Lu}\p{N}…]/u.test(text[at + 1] ?? '');
  }
  if (mark === '"') return /\S/.test(text[at + 1] ?? '');
  if (mark === "''") return /[\p{L}\p{N}[(…]/u.test(text[at + 2] ?? '');
  return mark in closingOf;
}

function closes(text: string, opening: string, mark: string, at: number): boolean {
  if (singleMarks.has(opening)) return singleMarks.has(mark) && closesSpeech(text, at);
  if (closingOf[opening] === mark) return true;
  // Feeds mix the two kinds: “…" and "…”; also “…“ with a second opening mark that follows a letter.
  if (opening === '«' || opening === '»') return false;
  const mixed =
    mark === '"' || mark === '”' || mark === '’’' || (opening === ',,' && mark === "''");
  const isLow = opening === '„' || opening === ',,';
  return mixed || (mark === '“' && (opening === '“' || isLow) && !opensWord(text, at));
}

/** …,' and …' ujar: a single mark that closes what somebody says; titles end in a full stop too. */
function closesSpeech(text: string, at: number): boolean {
  if (/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) return false;
  if (/[,!?…]/.test(text[at - 1] ?? '')) return true;
  const word = /^,? (\p{Ll}{1,20})/u.exec(text.slice(at + 1, at + 24))?.[1] ?? '';
  return verbsBeforeSpeaker.has(word) || verbsOfSameSpeaker.has(word);
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
  let start = open + (/^(?:''|``|,,)/.test(text.slice(open, open + 2)) ? 2 : 1);
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1;
  if (last > start && last - start <= quotedCharsMax) spans.push({ open, start, end: last, close });
}
