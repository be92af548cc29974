import type { FoldedEntity } from './fold-entities.ts';
import { honorifics, roleFields, roleHeads } from './lexicon-roles.ts';
import {
  accordingTo,
  adverbsBeforeVerb,
  speakerPronouns,
  verbsAfterSpeaker,
  verbsBeforeSpeaker,
} from './lexicon-speech.ts';
import { stopWords } from './lexicon-words.ts';
import type { Token } from './tokens.ts';

/** Where an entity is named in the body, in tokens. */
export type NamedAt = { from: number; to: number; roleFrom: number; entity: FoldedEntity };

/** Who said it, as printed, and how far that can be trusted. */
export type Speaker = { entity: FoldedEntity; printed: string; confidence: number };

/** The tokens of the body with the names on them. */
export type SpeechScene = {
  text: string;
  tokens: readonly Token[];
  /** For each token the name that starts there, its office included. */
  startingAt: ReadonlyMap<number, NamedAt>;
  /** For each token the name that ends right before it. */
  endingAt: ReadonlyMap<number, NamedAt>;
  /** Persons in order of where the text says that they speak. */
  speaking: readonly { at: number; named: NamedAt }[];
};

export const confidenceOf = {
  verbThenName: 0.95,
  nameThenVerb: 0.9,
  colon: 0.85,
  nameLater: 0.75,
  joinedVerb: 0.6,
  sameSpeaker: 0.7,
  nextParagraph: 0.5,
} as const;

/** How many tokens back "katanya" and "dia" may look for who is speaking. */
const lookBackTokensMax = 250;

/** How far the name may stand behind its office: "kata juru bicara kementerian, …". */
const officeTokensMax = 8;

/** Lays out who is named where. */
export function layOutScene(
  text: string,
  tokens: readonly Token[],
  entities: readonly FoldedEntity[],
): SpeechScene {
  const names = entities
    .filter(({ type }) => type !== 'EVENT')
    .flatMap((entity) =>
      entity.spans
        .filter(({ sheet }) => sheet.field === 'body')
        .map(({ span }) => ({
          from: span.from,
          to: span.to,
          roleFrom: span.roleFrom ?? span.from,
          entity,
        })),
    )
    .toSorted((a, b) => a.from - b.from);
  const startingAt = new Map<number, NamedAt>();
  const endingAt = new Map<number, NamedAt>();
  for (const named of names) {
    startingAt.set(named.from, named);
    startingAt.set(named.roleFrom, named);
    endingAt.set(named.to, named);
  }
  const scene: SpeechScene = { text, tokens, startingAt, endingAt, speaking: [] };
  const speaking = names
    .filter(({ entity }) => entity.type === 'PERSON')
    .filter((named) => isSpeaking(scene, named))
    .map((named) => ({ at: named.to, named }));
  return { ...scene, speaking };
}

function isSpeaking(scene: SpeechScene, named: NamedAt): boolean {
  const before = scene.tokens[named.roleFrom - 1];
  if (
    before?.kind === 'word' &&
    (verbsBeforeSpeaker.has(before.key) || accordingTo.has(before.key))
  ) {
    return true;
  }
  const verb = scene.tokens[skipAside(scene, named.to)];
  return verb?.kind === 'word' && verbsAfterSpeaker.has(verb.key);
}

/** Steps over adverbs and one aside ("(45)", ", ketua panitia,") after a name. */
function skipAside(scene: SpeechScene, at: number): number {
  const { tokens } = scene;
  let index = at;
  const opening = tokens[index]?.text;
  if (opening === '(' || opening === ',') {
    const closing = opening === '(' ? ')' : ',';
    for (let step = 1; step <= 12; step += 1) {
      const token = tokens[index + step];
      if (!token || token.newLine || token.text === '.') break;
      if (token.text !== closing) continue;
      index += step + 1;
      break;
    }
  }
  while (adverbsBeforeVerb.has(tokens[index]?.key ?? '')) index += 1;
  return index;
}

/** The speaker named from token `first` on, right after a reporting verb. */
export function speakerFrom(scene: SpeechScene, first: number): Speaker | undefined {
  const at = afterArticle(scene, first);
  const token = scene.tokens[at];
  if (!token || token.newLine) return undefined;
  if (speakerPronouns.has(token.key)) return lastSpeaker(scene, at);
  const named = scene.startingAt.get(at);
  if (named) return asSpeaker(scene, named, confidenceOf.verbThenName);
  if (!roleHeads.has(token.key) && !honorifics.has(token.key)) return undefined;
  for (let index = at + 1; index < at + officeTokensMax; index += 1) {
    const later = scene.startingAt.get(index);
    if (later?.entity.type === 'PERSON') return asSpeaker(scene, later, confidenceOf.nameLater);
    const step = scene.tokens[index];
    const isOffice =
      step?.kind === 'word' && (!stopWords.has(step.key) || roleFields.has(step.key));
    if (!step || step.newLine || !(isOffice || step.text === ',')) return undefined;
  }
  return undefined;
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
  while (index > sentenceFrom && adverbsBeforeVerb.has(scene.tokens[index - 1]?.key ?? ''))
    index -= 1;
  const before = scene.tokens[index - 1];
  if (!before || index <= sentenceFrom) return undefined;
  if (speakerPronouns.has(before.key)) return lastSpeaker(scene, index - 1);
  const named = scene.endingAt.get(index) ?? nameBeforeAside(scene, index, sentenceFrom);
  return named && isSubject(scene, named, sentenceFrom)
    ? asSpeaker(scene, named, confidenceOf.nameThenVerb)
    : undefined;
}

function nameBeforeAside(
  scene: SpeechScene,
  end: number,
  sentenceFrom: number,
): NamedAt | undefined {
  const closing = scene.tokens[end - 1]?.text;
  if (closing !== ')' && closing !== ',') return undefined;
  const opening = closing === ')' ? '(' : ',';
  for (let index = end - 2; index > Math.max(sentenceFrom, end - 14); index -= 1) {
    if (scene.tokens[index]?.text === opening) return scene.endingAt.get(index);
  }
  return undefined;
}

/** "rakyat Rusia mengatakan": the country belongs to the noun before it and is not who speaks. */
function isSubject(scene: SpeechScene, named: NamedAt, sentenceFrom: number): boolean {
  if (named.entity.type === 'PERSON') return true;
  const before = scene.tokens[named.from - 1];
  if (named.from <= sentenceFrom || !before || before.kind === 'mark') return true;
  return stopWords.has(before.key) && !['di', 'ke', 'dari', 'in', 'at', 'of'].includes(before.key);
}

/** Who opens the sentence: the subject of "X … dan menyerukan". */
export function subjectOf(scene: SpeechScene, sentenceFrom: number): Speaker | undefined {
  const named = scene.startingAt.get(sentenceFrom);
  return named && asSpeaker(scene, named, confidenceOf.joinedVerb);
}

/** The person who spoke last before a token. */
export function lastSpeaker(scene: SpeechScene, before: number): Speaker | undefined {
  let low = 0;
  let high = scene.speaking.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scene.speaking[middle]?.at ?? 0) <= before) low = middle + 1;
    else high = middle;
  }
  const last = scene.speaking[low - 1];
  if (!last || before - last.at > lookBackTokensMax) return undefined;
  return asSpeaker(scene, last.named, confidenceOf.sameSpeaker);
}

function asSpeaker(scene: SpeechScene, named: NamedAt, confidence: number): Speaker {
  const start = scene.tokens[named.from]?.start ?? 0;
  const end = scene.tokens[named.to - 1]?.end ?? start;
  return { entity: named.entity, printed: scene.text.slice(start, end), confidence };
}
