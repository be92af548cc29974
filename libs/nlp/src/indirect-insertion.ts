import type { ReportedClause, SentenceTokens } from './indirect-clause.ts';
import {
  clauseVerbs,
  plainSpeechVerbs,
  sayingCircumstances,
  speechVerbsOfInsertion,
  subordinators,
  unspokenSources,
} from './lexicon-indirect.ts';
import { roleHeads } from './lexicon-roles.ts';
import {
  circumstanceWords,
  demonstratives,
  speakerPronouns,
  verbsOfSameSpeaker,
} from './lexicon-speech.ts';
import type { Speaker } from './antecedents.ts';
import { antecedent, sameSpeaker } from './antecedents.ts';
import { speakerFrom } from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';
import { asideTokensMax } from './lay-out-scene.ts';
import type { Token } from './tokens.ts';

/** How long the words for a speaker without a name may be: "kata seorang warga setempat". */
const phraseTokensMax = 12;

/** Fewer words before an insertion only join sentences: "Selain itu, kata X, …". */
const contentWordsMin = 3;

/** "Menurut X, …" · "…, kata X" · "…, kata X, …" · "…, ujarnya": the reporting word at token `at`. */
export function readInsertion(
  scene: SpeechScene,
  sentence: SentenceTokens,
  at: number,
): ReportedClause | undefined {
  const { tokens } = scene;
  const cue = tokens[at];
  if (!cue) return undefined;
  if (cue.key === 'menurut') {
    if (unspokenSources.has(tokens[at + 1]?.key ?? '')) return undefined;
    const inserted = speakerPhrase(scene, at + 1, sentence.to);
    return inserted && contentAround(scene, sentence, at, inserted, 'rule:according-to');
  }
  if (cue.key === 'menurutnya') {
    const speaker = antecedent(scene, at);
    const inserted = { end: at + 1, ...(speaker && { speaker }) };
    return contentAround(scene, sentence, at, inserted, 'rule:according-to');
  }
  const isBehindComma = tokens[at - 1]?.text === ',' && at > sentence.from;
  const opens = at === sentence.from && tokens[at + 1]?.text === ',';
  if (verbsOfSameSpeaker.has(cue.key) && (isBehindComma || opens)) {
    const speaker = sameSpeaker(scene, at);
    const inserted = { end: at + 1, ...(speaker && { speaker }) };
    return contentAround(scene, sentence, at, inserted, 'rule:cue-of-same-speaker');
  }
  if (!speechVerbsOfInsertion.has(cue.key) || tokens[at - 1]?.key === 'lebih') return undefined;
  if (cue.capital && at > sentence.from) return undefined;
  const inserted = speakerPhrase(scene, at + 1, sentence.to);
  const mayBeNameless = isBehindComma && plainSpeechVerbs.has(cue.key);
  if (!inserted || !(inserted.speaker || mayBeNameless)) return undefined;
  // "Sambung Levita mengungkapkan, …": the second verb is the one that reports.
  if (!isBehindComma && clauseVerbs.has(tokens[inserted.end]?.key ?? '')) return undefined;
  return contentAround(scene, sentence, at, inserted, 'rule:inserted-cue');
}

type Inserted = { end: number; speaker?: Speaker };

/** Who is named from token `first` on, and where the words for it end. */
function speakerPhrase(scene: SpeechScene, first: number, to: number): Inserted | undefined {
  const { tokens } = scene;
  const opening = tokens[first];
  if (!opening || first >= to) return undefined;
  const speaker = speakerFrom(scene, first);
  if (speakerPronouns.has(opening.key)) return { end: first + 1, ...(speaker && { speaker }) };
  if (speaker && speaker.named.from >= first) {
    return { end: behindBracket(scene, speaker.named.to), speaker };
  }
  for (let at = first; at < Math.min(to, first + phraseTokensMax); at += 1) {
    const token = tokens[at];
    if (token && demonstratives.has(token.key)) {
      return { end: at + 1, ...(speaker && { speaker }) };
    }
    if (token?.text === ',') return at > first ? { end: at } : undefined;
    if (token?.kind === 'mark' || (token && circumstanceWords.has(token.key))) return undefined;
  }
  // "…, kata para analis.": to the end of the sentence.
  return to - first <= phraseTokensMax ? { end: to } : undefined;
}

function behindBracket(scene: SpeechScene, at: number): number {
  if (scene.tokens[at]?.text !== '(') return at;
  for (let close = at + 1; close < at + asideTokensMax; close += 1) {
    if (scene.tokens[close]?.text === ')') return close + 1;
  }
  return at;
}

/** The longer part of the sentence on either side of the inserted words. */
function contentAround(
  scene: SpeechScene,
  { from, to }: SentenceTokens,
  at: number,
  { end, speaker }: Inserted,
  by: string,
): ReportedClause | undefined {
  const { tokens } = scene;
  const hasCommaBefore = tokens[at - 1]?.text === ',';
  const beforeTo = hasCommaBefore ? at - 1 : at;
  const afterFrom = contentStartBehind(scene, end, to, by === 'rule:according-to');
  const wordsBefore = Math.max(0, beforeTo - from);
  const wordsAfter = afterFrom === undefined ? 0 : to - afterFrom;
  const cue = tokens[at]?.text ?? '';
  const found = { cue, by, ...(speaker && { speaker }) };
  // Behind "…, kata X" without a comma comes when and where; behind "menurut X" what X says.
  const goesOn = by === 'rule:according-to' || (afterFrom !== undefined && !isTail(tokens[end]));
  const opensSubordinate =
    subordinators.has(tokens[from]?.key ?? '') || tokens[from]?.key === 'bahkan';
  const isLonger = goesOn ? wordsBefore > wordsAfter : true;
  const isBefore =
    hasCommaBefore &&
    wordsBefore >= contentWordsMin &&
    isLonger &&
    !(by === 'rule:according-to' && opensSubordinate && wordsAfter >= contentWordsMin);
  if (isBefore) return { from, to: beforeTo, ...found };
  return afterFrom === undefined || wordsAfter < contentWordsMin
    ? undefined
    : { from: afterFrom, to, ...found };
}

/** Where the content goes on behind the inserted words, stepping over an office or a circumstance. */
function contentStartBehind(
  scene: SpeechScene,
  end: number,
  to: number,
  mayStepOver: boolean,
): number | undefined {
  const { tokens } = scene;
  const next = tokens[end];
  if (!next || end >= to) return undefined;
  if (next.text === ',') {
    const isOffice = roleHeads.has(tokens[end + 1]?.key ?? '');
    const behind = isOffice ? commaBehind(scene, end + 1, to) : undefined;
    return behind === undefined ? end + 1 : behind + 1;
  }
  if (next.kind === 'mark') return undefined;
  if (!sayingCircumstances.has(next.key) && !circumstanceWords.has(next.key)) return end;
  const mayOpen = next.key === 'dengan' || next.key === 'untuk';
  if (!mayStepOver) return mayOpen ? end : undefined;
  const behind = commaBehind(scene, end, to);
  if (behind !== undefined) return behind + 1;
  return mayOpen ? end : undefined;
}

/** "…, kata X menambahkan", "…, kata X Senin kemarin": nothing more is said. */
function isTail(token: Token | undefined): boolean {
  return !!token && token.text !== ',' && (clauseVerbs.has(token.key) || tails.has(token.key));
}

const tails: ReadonlySet<string> = new Set(
  'senin selasa rabu kamis jumat sabtu minggu ahad kemarin lagi bersyukur singkat'.split(' '),
);

function commaBehind(scene: SpeechScene, from: number, to: number): number | undefined {
  for (let at = from; at < Math.min(to, from + asideTokensMax); at += 1) {
    if (scene.tokens[at]?.text === ',') return at;
  }
  return undefined;
}
