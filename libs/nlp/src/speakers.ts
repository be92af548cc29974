import type { Quote } from '@warta/contracts';
import type { Speaker } from './antecedents.ts';
import {
  antecedent,
  byRoleAlone,
  byRoleBefore,
  confidenceOf,
  firstBetween,
} from './antecedents.ts';
import {
  circumstanceWords,
  isAdverb,
  reportingParticiples,
  speakerPronouns,
} from './lexicon-speech.ts';
import { holderOf, isOfSomebody, personBehindOffice } from './office-holders.ts';
import { roleHeads } from './lexicon-roles.ts';
import { stopWords } from './lexicon-words.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';
import { asideTokensMax } from './lay-out-scene.ts';

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
  if (named?.entity.type === 'PERSON') {
    const who = holderOf(scene, at, named);
    return who && { named: who, confidence: confidenceOf.verbThenName };
  }
  const holder = personBehindOffice(scene, at);
  if (holder) return { named: holder, confidence: confidenceOf.nameBehindOffice };
  if (named) return { named, confidence: confidenceOf.verbThenName };
  return byRoleAlone(scene, at);
}

/** Steps over "the". */
export function afterArticle(scene: SpeechScene, at: number): number {
  return scene.tokens[at]?.key === 'the' ? at + 1 : at;
}

/** The speaker that ends before the reporting verb at `verb`, adverbs and one aside in between. */
export function speakerBefore(
  scene: SpeechScene,
  verb: number,
  sentenceFrom: number,
): Speaker | undefined {
  let index = verb;
  while (index > sentenceFrom && isAdverb(scene.tokens[index - 1])) index -= 1;
  const before = scene.tokens[index - 1];
  if (!before || index <= sentenceFrom) return undefined;
  if (speakerPronouns.has(before.key)) return antecedent(scene, index - 1);
  const named = scene.endingAt.get(index) ?? nameBeforeAside(scene, index, sentenceFrom);
  if (!named) return byRoleBefore(scene, index, sentenceFrom);
  return isSubject(scene, named, sentenceFrom) && !isOfSomebody(scene.tokens, named)
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
  const beside = scene.endingAt.get(beforeBracket(scene, end - 1));
  const described = beside && personDescribed(scene, beside, sentenceFrom);
  if (described) return described;
  if (beside && (isPerson(beside) || isBodyInApposition(scene, beside))) return beside;
  const opening = closing === ')' ? '(' : ',';
  for (let index = end - 2; index > Math.max(sentenceFrom, end - 2 - asideTokensMax); index -= 1) {
    if (scene.tokens[index]?.text !== opening) continue;
    const named = scene.endingAt.get(beforeBracket(scene, index));
    // "warga Cengkareng, Jakarta Barat, Akmal, mengaku": a place before an aside is part of another.
    return named && (isPerson(named) || named.roleFrom === sentenceFrom) ? named : undefined;
  }
  return undefined;
}

/** "Bob Lee, quoting Sue Dean, said": the name in an aside that begins with small words is not who speaks. */
function personDescribed(
  scene: SpeechScene,
  { roleFrom }: NamedAt,
  sentenceFrom: number,
): NamedAt | undefined {
  for (let at = roleFrom - 1; at > Math.max(sentenceFrom, roleFrom - asideTokensMax); at -= 1) {
    if (scene.tokens[at]?.text !== ',') continue;
    const opening = scene.tokens[at + 1];
    const named = scene.endingAt.get(beforeBracket(scene, at));
    const isAside = opening?.kind === 'word' && !opening.capital && asideOpener.test(opening.key);
    return isAside && !roleHeads.has(opening.key) && named && isPerson(named) ? named : undefined;
  }
  return undefined;
}

/** Words that begin an aside about the one before it: quoting, mengutip, didampingi, who, yang. */
const asideOpener =
  /^(?:[a-z]{3,}ing|[a-z]{3,}ed|me[mnlrwy][a-z]{3,}|ber[a-z]{3,}|di[a-z]{4,}|who|whose|a|an|the|with|alongside|yang|bersama|dengan|seperti)$/;

/** "Head of Property Management, X, mengatakan": a body, or a person taken for one. */
function isBodyInApposition(scene: SpeechScene, { entity, roleFrom }: NamedAt): boolean {
  return entity.type === 'ORGANIZATION' && scene.tokens[roleFrom - 1]?.text === ',';
}

/** "Jim Jordan (R-Ohio), an oversight panel member, said": back over the bracket. */
function beforeBracket(scene: SpeechScene, at: number): number {
  if (scene.tokens[at - 1]?.text !== ')') return at;
  for (let open = at - 2; open > at - asideTokensMax; open -= 1) {
    if (scene.tokens[open]?.text === '(') return open;
  }
  return at;
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
  const isParticiple = reportingParticiples.has(scene.tokens[verb]?.key ?? '');
  if (isParticiple) {
    // "criticised for saying": somebody else's words about the subject.
    const isObject = circumstanceWords.has(scene.tokens[verb - 1]?.key ?? '');
    return isObject ? undefined : subjectOf(scene, sentenceFrom, verb);
  }
  const speaker = speakerBefore(scene, verb, sentenceFrom);
  if (speaker) return speaker;
  return joints.has(scene.tokens[verb - 1]?.key ?? '')
    ? subjectOf(scene, sentenceFrom, verb)
    : undefined;
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

/** Who opens the sentence: the subject of "X … dan menyerukan", of "Kini, X … , saying". */
function subjectOf(scene: SpeechScene, sentenceFrom: number, verb: number): Speaker | undefined {
  const opening = scene.tokens[sentenceFrom];
  if (opening && speakerPronouns.has(opening.key)) {
    const speaker = antecedent(scene, sentenceFrom);
    return speaker && { ...speaker, confidence: confidenceOf.joinedVerb };
  }
  const named =
    scene.startingAt.get(sentenceFrom) ??
    firstBetween(scene.subjects, sentenceFrom, verb) ??
    firstBetween(scene.speaking, sentenceFrom, verb);
  return named && { named, confidence: confidenceOf.joinedVerb };
}
