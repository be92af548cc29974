import { roleHeads } from './lexicon-roles.ts';
import { demonstratives, personNouns } from './lexicon-speech.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';

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
export function antecedent(scene: SpeechScene, before: number): Speaker | undefined {
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

/** The first of the names that stands between two tokens. */
export function firstBetween(
  names: readonly NamedAt[],
  from: number,
  to: number,
): NamedAt | undefined {
  const named = names[firstAfter(names, from)];
  return named && named.from >= from && named.to <= to ? named : undefined;
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

/** "ujar politikus Golkar itu": who has this role in the article, or the one person who speaks. */
export function byRoleAlone(scene: SpeechScene, first: number): Speaker | undefined {
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
