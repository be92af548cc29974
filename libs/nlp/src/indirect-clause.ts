import {
  clauseVerbs,
  complementisers,
  complementVerbs,
  contentBlockers,
  coreVerbs,
  denials,
  nounVerbs,
  predicateWords,
  questionWords,
  sayingCircumstances,
  subordinators,
  textNouns,
} from './lexicon-indirect.ts';
import { demonstratives, isAdverb, speakerPronouns } from './lexicon-speech.ts';
import type { Speaker } from './antecedents.ts';
import { confidenceOf, firstBetween } from './antecedents.ts';
import { isOfSomebody } from './office-holders.ts';
import { speakerOfVerb } from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';

/** What a sentence reports: the tokens of the content, the reporting word, who says it. */
export type ReportedClause = {
  from: number;
  to: number;
  cue: string;
  by: string;
  speaker?: Speaker;
};

/** The tokens of a sentence without its final mark. */
export type SentenceTokens = { from: number; to: number };

/** How far behind the verb "bahwa" or the comma may stand: "mengatakan kepada wartawan di Solo, …". */
export const circumstanceTokensMax = 14;

/** "X mengatakan (bahwa) …", the verb at token `at`. */
export function readClause(
  scene: SpeechScene,
  sentence: SentenceTokens,
  at: number,
): ReportedClause | undefined {
  const verb = scene.tokens[at];
  if (!verb || at === sentence.from) return undefined;
  const isClauseVerb = clauseVerbs.has(verb.key);
  if (!isClauseVerb && !complementVerbs.has(verb.key)) return undefined;
  if (isDenied(scene, sentence, at)) return undefined;
  const content = contentBehind(scene, at, sentence.to, isClauseVerb);
  if (!content) return undefined;
  const speaker = speakerOfVerb(scene, at, sentence.from) ?? subjectFar(scene, sentence, at);
  if (!speaker && !hasPlainSubject(scene, sentence, at, content.isMarked)) return undefined;
  return {
    from: content.from,
    to: sentence.to,
    cue: verb.text,
    by: 'rule:reporting-verb',
    ...(speaker && { speaker }),
  };
}

function isDenied(scene: SpeechScene, { from }: SentenceTokens, verb: number): boolean {
  const { tokens } = scene;
  let before = verb - 1;
  while (before > from && isAdverb(tokens[before])) before -= 1;
  if (denials.has(tokens[before]?.key ?? '')) return true;
  if (!subordinators.has(tokens[from]?.key ?? '')) return false;
  for (let at = from; at < verb; at += 1) {
    if (tokens[at]?.text === ',') return false;
  }
  return true;
}

/** Where what is said begins; `isMarked` when "bahwa" or a mark says so. */
function contentBehind(
  scene: SpeechScene,
  verb: number,
  to: number,
  isClauseVerb: boolean,
): { from: number; isMarked: boolean } | undefined {
  const { tokens } = scene;
  let at = verb + 1;
  const opening = tokens[at];
  if (!opening || at >= to) return undefined;
  if (sayingCircumstances.has(opening.key)) {
    const last = Math.min(to, at + circumstanceTokensMax);
    while (at < last && !complementisers.has(tokens[at]?.key ?? '') && tokens[at]?.text !== ',') {
      at += 1;
    }
    // "mengatakan melalui layanan ini warga bisa …": the circumstance is part of what is said.
    const isPart = coreVerbs.has(tokens[verb]?.key ?? '') && opening.key !== 'kepada';
    const isMarked = at < last && complementisers.has(tokens[at]?.key ?? '');
    if (isPart && !isMarked && hasPredicate(scene, verb + 2, at)) {
      return { from: verb + 1, isMarked: false };
    }
    if (at === last) return undefined;
  }
  const handOver = tokens[at];
  if (!handOver) return undefined;
  if (complementisers.has(handOver.key)) {
    return { from: behindMark(scene, at + 1), isMarked: true };
  }
  if (questionWords.has(handOver.key)) return { from: at, isMarked: true };
  if (!isClauseVerb && !(handOver.text === ',' && hasPredicate(scene, at, to))) return undefined;
  if (handOver.text === ',' || handOver.text === ':') {
    const isAside = tokens[at + 1]?.kind === 'mark';
    const from = complementisers.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
    return isAside ? undefined : { from, isMarked: true };
  }
  const verbKey = tokens[verb]?.key ?? '';
  const mayOpen = coreVerbs.has(verbKey) && openingPrepositions.has(handOver.key);
  // "mengatakan itu tidak berarti …": the demonstrative is what is spoken of.
  const isSubject =
    demonstratives.has(handOver.key) && predicateWords.has(tokens[at + 1]?.key ?? '');
  const opensContent = isSubject || (mayOpen && hasPredicate(scene, at + 1, to));
  const isBlocked = contentBlockers.has(handOver.key) && !opensContent;
  if (handOver.kind === 'mark' || isBlocked) return undefined;
  if (!mayOpen && nounVerbs.has(verbKey) && !hasPredicate(scene, at, to)) return undefined;
  return { from: at, isMarked: false };
}

/** Steps over a comma. */
export function behindMark(scene: SpeechScene, at: number): number {
  return scene.tokens[at]?.text === ',' ? at + 1 : at;
}

/** "mengungkapkan untuk pemesanan hotel juga terjadi penurunan": the clause begins with a preposition. */
const openingPrepositions: ReadonlySet<string> = new Set(['untuk', 'dari', 'ke', 'dengan']);

/** Whether the words make a clause: a verb or its like that is not of a clause with "yang". */
function hasPredicate(scene: SpeechScene, from: number, to: number): boolean {
  let isRelative = false;
  for (let at = from; at < to; at += 1) {
    const token = scene.tokens[at];
    if (token?.kind !== 'word') {
      isRelative = false;
      continue;
    }
    if (clauseOpeners.has(token.key)) isRelative = true;
    const isPredicate =
      predicateWords.has(token.key) ||
      (!token.capital && /^(?:me[mnlrwy]|ber[a-z]{3}|di[a-z]{4}|ter[a-z]{4})/.test(token.key));
    if (isPredicate && !isRelative) return true;
    if (isPredicate && !predicateWords.has(token.key)) isRelative = false;
  }
  return false;
}

/** Words that open a clause inside a noun phrase. */
const clauseOpeners: ReadonlySet<string> = new Set(['yang', 'untuk', 'selama', 'ketika', 'guna']);

/**
 * "Danang, saat ditemui di Solo, mengatakan", "Kini, Ani yang memimpin KPK mengatakan": the person who
 * opens the sentence, or opens its main clause behind a comma.
 */
function subjectFar(
  scene: SpeechScene,
  { from }: SentenceTokens,
  verb: number,
): Speaker | undefined {
  const { tokens } = scene;
  const beside = scene.endingAt.get(verb);
  if (beside && isOfSomebody(tokens, beside)) return undefined;
  const opening = scene.startingAt.get(from);
  const inside = firstBetween(scene.persons, from, verb);
  const named = opening?.entity.type === 'PERSON' ? opening : inside;
  if (!named || named.to >= verb) return undefined;
  const next = tokens[named.to];
  const opens = named.roleFrom === from;
  const opensClause = opens || tokens[named.roleFrom - 1]?.text === ',';
  const isInterrupted =
    next &&
    (next.key === 'yang' ||
      next.key === 'selaku' ||
      (opens && (next.text === ',' || next.text === '(' || sayingCircumstances.has(next.key))));
  return isInterrupted && opensClause
    ? { named, confidence: confidenceOf.subjectFarFromVerb }
    : undefined;
}

/** "polisi mengatakan bahwa", "dia mengaku": somebody without a name, no paper or figure. */
function hasPlainSubject(
  scene: SpeechScene,
  { from }: SentenceTokens,
  verb: number,
  isMarked: boolean,
): boolean {
  const { tokens } = scene;
  let before = verb - 1;
  while (before > from && isAdverb(tokens[before])) before -= 1;
  const subject = tokens[before];
  if (!subject || before < from) return false;
  if (speakerPronouns.has(subject.key) || subject.key === 'pihaknya') return true;
  // A capital inside the sentence is a name, whether or not it was recognised as one.
  if (subject.capital && !subject.first) return true;
  if (!isMarked && !coreVerbs.has(tokens[verb]?.key ?? '')) return false;
  for (let at = before; at >= from && tokens[at]?.kind === 'word'; at -= 1) {
    if (textNouns.has(tokens[at]?.key ?? '')) return false;
  }
  return subject.kind === 'word' || subject.text === ')' || subject.text === ',';
}
