import type { Quote } from '@warta/contracts';
import type { ReportedClause } from './indirect-clause.ts';
import { readClause } from './indirect-clause.ts';
import { readEnglish } from './indirect-english.ts';
import { readInsertion } from './indirect-insertion.ts';
import { readPassive, readRelay } from './indirect-passive.ts';
import { quotationMarks } from './lexicon-speech.ts';
import type { Sentence } from './sentences.ts';
import { speakerFields } from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';

/** Fewer words say too little to be quoted. */
const wordsMin = 3;

/** A longer sentence is a list or a table. */
const sentenceTokensMax = 150;

/**
 * Finds what is said without quotation marks: "X mengatakan (bahwa) …", "Menurut X, …", "…, kata X",
 * "…, ujarnya", "Dijelaskan X, …". One content per sentence, the first that the sentence reports; none
 * where the sentence quotes somebody's own words.
 */
export function findIndirectQuotes(
  scene: SpeechScene,
  sentences: readonly Sentence[],
  direct: readonly Quote[],
): Quote[] {
  const { tokens, text } = scene;
  const quotes: Quote[] = [];
  let token = 0;
  let next = 0;
  for (const { start, end } of sentences) {
    while ((tokens[token]?.start ?? Infinity) < start) token += 1;
    const from = token;
    while ((tokens[token]?.start ?? Infinity) < end) token += 1;
    while ((direct[next]?.end ?? Infinity) <= start) next += 1;
    const to = beforeQuote(scene, from, token, direct[next]?.start ?? Infinity);
    if (to === undefined || to - from > sentenceTokensMax) continue;
    const found = readSentence(scene, from, to);
    if (!found) continue;
    const contentStart = tokens[found.from]?.start ?? start;
    const contentEnd = tokens[found.to - 1]?.end ?? contentStart;
    if (found.to - found.from < wordsMin || hasUnpairedMark(scene, found)) continue;
    quotes.push({
      text: text.slice(contentStart, contentEnd),
      field: 'body',
      start: contentStart,
      end: contentEnd,
      cue: found.cue,
      direct: false,
      indirect: true,
      ...speakerFields(scene, found.speaker),
      by: found.by,
    });
  }
  return quotes;
}

/**
 * Where a sentence ends before the quote in it: a reporter who forgets the space runs two sentences
 * into one. Undefined where the quote is part of the sentence.
 */
function beforeQuote(
  scene: SpeechScene,
  from: number,
  to: number,
  quoteStart: number,
): number | undefined {
  if ((scene.tokens[to - 1]?.start ?? 0) < quoteStart) return to;
  let open = to;
  while (open > from && (scene.tokens[open - 1]?.start ?? 0) >= quoteStart) open -= 1;
  // The token before the quoted words is the mark; before it stands how the reporter's words end.
  const ended = ['.', '!', '?'].includes(scene.tokens[open - 2]?.text ?? '');
  return ended && open - 2 > from ? open - 1 : undefined;
}

/** A mark without its other half: where somebody's own words begin or end is lost. */
function hasUnpairedMark({ tokens }: SpeechScene, { from, to }: ReportedClause): boolean {
  return tokens.slice(from, to).filter(({ text }) => quotationMarks.has(text)).length % 2 === 1;
}

function readSentence(scene: SpeechScene, first: number, end: number): ReportedClause | undefined {
  const { tokens } = scene;
  const from = behindDateline(scene, first, end);
  const to = withoutFinalMarks(scene, from, beforeMark(scene, from, end));
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind !== 'word') continue;
    const clause =
      (at === from ? readPassive(scene, at, to) : undefined) ??
      readInsertion(scene, { from, to }, at) ??
      readClause(scene, { from, to }, at) ??
      readEnglish(scene, { from, to }, at);
    if (clause) return clause;
  }
  return readRelay(scene, from, to);
}

/** Behind a full stop a quotation mark begins something else, whatever was lost between the marks. */
function beforeMark({ tokens }: SpeechScene, from: number, end: number): number {
  for (let at = from + 1; at < end; at += 1) {
    const mark = tokens[at]?.text ?? '';
    const isPair = [',', '`'].includes(mark) && tokens[at + 1]?.text === mark;
    if ((isPair || quotationMarks.has(mark)) && tokens[at - 1]?.text === '.' && at + 1 < end)
      return at;
  }
  return end;
}

/** The end of the last word; a closing mark stays when the words hold its opening one. */
function withoutFinalMarks({ tokens }: SpeechScene, from: number, end: number): number {
  let to = end;
  while (to > from && isClosing(tokens[to - 1]?.text ?? '')) to -= 1;
  let open = false;
  for (let at = from; at < to; at += 1) {
    const mark = tokens[at]?.text ?? '';
    if (quotationMarks.has(mark)) open = mark === '“' || (mark === '"' && !open);
  }
  if (!open) return to;
  const closing = tokens.slice(to, end).findIndex(({ text }) => quotationMarks.has(text));
  return closing === -1 ? to : to + closing + 1;
}

/** "TEMPO.CO, Jakarta -" and list dashes stand before a sentence and do not belong to it. */
function behindDateline(scene: SpeechScene, first: number, end: number): number {
  const { tokens } = scene;
  let from = first;
  const dashAt = Math.min(end, first + datelineTokensMax);
  for (let at = first; at < dashAt; at += 1) {
    const token = tokens[at];
    if (token && ['-', '–', '—'].includes(token.text) && !tokens[at + 1]?.glued) from = at + 1;
  }
  while (from < end && tokens[from]?.kind === 'mark') from += 1;
  return from;
}

const datelineTokensMax = 8;

function isClosing(mark: string): boolean {
  return ['.', '!', '?', '…', ',', ';', ':'].includes(mark) || quotationMarks.has(mark);
}
