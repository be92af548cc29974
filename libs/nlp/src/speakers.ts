import type { Quote } from '@warta/contracts';
import { roleHeads } from './lexicon-roles.ts';
import {
  adverbsBeforeVerb,
  demonstratives,
  personNouns,
  speakerPronouns,
} from './lexicon-speech.ts';
import { personBehindOffice } from './office-holders.ts';
import { stopWords } from './lexicon-words.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';
import { asideTokensMax } from './speech-scene.ts';

/** Who said it: the name as printed nearest to the quote, and how far it can be trusted. */
export type Speaker = { named: NamedAt; confidence: number };

/**
 * The steps of confidence, from best to least. A step says what ties the words to the name, so that a
 * reader can draw the line: from 0.9 up the name stands beside the reporting verb; 0.75 to 0.85 an
 * office, a colon or a circumstance stands between; 0.6 to 0.7 a pronoun, -nya or the sentence's
 * subject leads to it; 0.5 only the order of the text does.
 */
export const confidenceOf = {
  verbThenName: 0.95,
  nameThenVerb: 0.9,
  colon: 0.85,
  nameBehindOffice: 0.85,
  subjectFarFromVerb: 0.75,
  sameSpeaker: 0.7,
  pronounOfSubject: 0.6,
  joinedVerb: 0.6,
  roleOnly: 0.6,
  nextParagraph: 0.5,
} as const;

/** How many tokens back "katanya" and "dia" may look for who is speaking. */
const lookBackTokensMax = 250;

/** How many tokens back a role without a name may look: "ujar politikus itu". */
const roleLookBackTokensMax = 120;

/** How many tokens "pria kelahiran Solo itu" may have. */
const rolePhraseTokensMax = 14;

/** What a quote says of its speaker. */
export function speakerFields(
  scene: SpeechScene,
  speaker: Speaker | undefined,
): Pick<Quote, 'speakerEntityId' | 'speaker' | 'speakerMention' | 'confidence'> {
  if (!speaker) return { confidence: 0 };
  const { from, to, entity } = speaker.named;
  const start = scene.tokens[from]?.start ?? 0;
  const end = scene.tokens[to - 1]?.end ?? start;
  return {
    speakerEntityId: entity.id,
    speaker: scene.text.slice(start, end),
    speakerMention: { field: 'body', start, end },
    confidence: speaker.confidence,
  };
}

/** The speaker named from token `first` on, right after a reporting verb. */
export function speakerFrom(scene: SpeechScene, first: number): Speaker | undefined {
  const at = afterArticle(scene, first);
  const token = scene.tokens[at];
  if (!token || token.newLine) return undefined;
  if (speakerPronouns.has(token.key)) return antecedent(scene, at);
  const named = scene.startingAt.get(at);
  if (named?.entity.type === 'PERSON') return { named, confidence: confidenceOf.verbThenName };
  const holder = personBehindOffice(scene, at);
  if (holder) return { named: holder, confidence: confidenceOf.nameBehindOffice };
  if (named) return { named, confidence: confidenceOf.verbThenName };
  return byRoleAlone(scene, at);
}

/** Steps over "the". */
export function afterArticle(scene: SpeechScene, at: number): number {
  return scene.tokens[at]?.key === 'the' ? at + 1 : at;
}

/** "ujar politikus Golkar itu": who has this role in the article, or the one person who speaks. */
function byRoleAlone(scene: SpeechScene, first: number): Speaker | undefined {
  const head = scene.tokens[first];
  if (head?.kind !== 'word' || !(roleHeads.has(head.key) || personNouns.has(head.key))) {
    return undefined;
  }
  let last = first + 1;
  while (last < first + rolePhraseTokensMax && !demonstratives.has(scene.tokens[last]?.key ?? '')) {
    const token = scene.tokens[last];
    if (!token || token.newLine || ['.', ','].includes(token.text)) return undefined;
    last += 1;
  }
  if (last === first + rolePhraseTokensMax) return undefined;
  const near = spokenBefore(scene, first, roleLookBackTokensMax);
  const people = new Set(near.map(({ entity }) => entity.id));
  const latest = near.at(-1);
  if (!latest) return undefined;
  const holders = near.filter(({ entity }) => entity.role?.toLowerCase().startsWith(head.key));
  const named = holders.at(-1) ?? (people.size === 1 ? latest : undefined);
  return named && { named, confidence: confidenceOf.roleOnly };
}

function spokenBefore(scene: SpeechScene, before: number, tokensMax: number): NamedAt[] {
  const end = firstAfter(scene.speaking, before);
  let from = end;
  while (from > 0 && before - (scene.speaking[from - 1]?.to ?? 0) <= tokensMax) from -= 1;
  return scene.speaking.slice(from, end);
}

/** The speaker that ends before the reporting verb at `verb`, adverbs and one aside in between. */
export function speakerBefore(
  scene: SpeechScene,
  verb: number,
  sentenceFrom: number,
): Speaker | undefined {
  let index = verb;
  while (index > sentenceFrom && adverbsBeforeVerb.has(scene.tokens[index - 1]?.key ?? ''))
    index -= 1;
  const before = scene.tokens[index - 1];
  if (!before || index <= sentenceFrom) return undefined;
  if (speakerPronouns.has(before.key)) return antecedent(scene, index - 1);
  const named = scene.endingAt.get(index) ?? nameBeforeAside(scene, index, sentenceFrom);
  return named && isSubject(scene, named, sentenceFrom)
    ? { named, confidence: confidenceOf.nameThenVerb }
    : undefined;
}

function nameBeforeAside(
  scene: SpeechScene,
  end: number,
  sentenceFrom: number,
): NamedAt | undefined {
  const closing = scene.tokens[end - 1]?.text;
  if (closing !== ')' && closing !== ',') return undefined;
  const beside = scene.endingAt.get(end - 1);
  if (beside && isPerson(beside)) return beside;
  const opening = closing === ')' ? '(' : ',';
  for (let index = end - 2; index > Math.max(sentenceFrom, end - 2 - asideTokensMax); index -= 1) {
    if (scene.tokens[index]?.text !== opening) continue;
    const named = scene.endingAt.get(index);
    // "warga Cengkareng, Jakarta Barat, Akmal, mengaku": a place before an aside is part of another.
    return named && (isPerson(named) || named.roleFrom === sentenceFrom) ? named : undefined;
  }
  return undefined;
}

function isPerson({ entity }: NamedAt): boolean {
  return entity.type === 'PERSON';
}

/** "rakyat Rusia mengatakan": the country belongs to the noun before it and is not who speaks. */
function isSubject(scene: SpeechScene, named: NamedAt, sentenceFrom: number): boolean {
  if (named.entity.type === 'PERSON') return true;
  const before = scene.tokens[named.from - 1];
  if (named.from <= sentenceFrom || !before || before.kind === 'mark') return true;
  return stopWords.has(before.key) && !['di', 'ke', 'dari', 'in', 'at', 'of'].includes(before.key);
}

/** The speaker before a verb; for "X … dan menyerukan" the subject of the sentence. */
export function speakerOfVerb(
  scene: SpeechScene,
  verb: number,
  sentenceFrom: number,
): Speaker | undefined {
  const speaker = speakerBefore(scene, verb, sentenceFrom);
  if (speaker) return speaker;
  return joints.has(scene.tokens[verb - 1]?.key ?? '') ? subjectOf(scene, sentenceFrom) : undefined;
}

/** Words that join a second verb to the subject of the sentence. */
const joints: ReadonlySet<string> = new Set([
  'dan',
  'serta',
  'sambil',
  'seraya',
  'sembari',
  'lantaran',
  'karena',
  'and',
  ',',
]);

/** Who opens the sentence: the subject of "X … dan menyerukan". */
function subjectOf(scene: SpeechScene, sentenceFrom: number): Speaker | undefined {
  const opening = scene.tokens[sentenceFrom];
  if (opening && speakerPronouns.has(opening.key)) {
    const speaker = antecedent(scene, sentenceFrom);
    return speaker && { ...speaker, confidence: confidenceOf.joinedVerb };
  }
  const named = scene.startingAt.get(sentenceFrom);
  return named && { named, confidence: confidenceOf.joinedVerb };
}

/** The person who spoke last before a token; where nobody has, whom the text was about. */
export function lastSpeaker(scene: SpeechScene, before: number): Speaker | undefined {
  const spoke = latestOf(scene.speaking, before);
  if (spoke) return { named: spoke, confidence: confidenceOf.sameSpeaker };
  return subjectBefore(scene, before);
}

function subjectBefore(scene: SpeechScene, before: number): Speaker | undefined {
  const subject = latestOf(scene.subjects, before) ?? onlyPerson(scene, before);
  return subject && { named: subject, confidence: confidenceOf.pronounOfSubject };
}

/** The last mention of the one person whom the text has named so far. */
function onlyPerson(scene: SpeechScene, before: number): NamedAt | undefined {
  const last = latestOf(scene.persons, before);
  return last && last.entity === scene.persons[0]?.entity && before <= scene.secondPersonAt
    ? last
    : undefined;
}

/** Whom "dia" means: the person who spoke last, or a later one whom the text turned to. */
function antecedent(scene: SpeechScene, before: number): Speaker | undefined {
  const spoke = latestOf(scene.speaking, before);
  const subject = latestOf(scene.subjects, before);
  if (subject && subject.to > (spoke?.to ?? 0) && subject.entity !== spoke?.entity) {
    return { named: subject, confidence: confidenceOf.pronounOfSubject };
  }
  return spoke
    ? { named: spoke, confidence: confidenceOf.sameSpeaker }
    : subjectBefore(scene, before);
}

function latestOf(names: readonly NamedAt[], before: number): NamedAt | undefined {
  const last = names[firstAfter(names, before) - 1];
  return last && before - last.to <= lookBackTokensMax ? last : undefined;
}

/** The index of the first name that ends behind a token; the names are in order. */
function firstAfter(names: readonly NamedAt[], token: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
