import { roleFields, roleHeads } from './lexicon-roles.ts';
import { demonstratives, personNouns, shortOffices } from './lexicon-speech.ts';
import { agrees } from './pronoun-genders.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';

/** Who said it: the name as printed nearest to the quote, and how far it can be trusted. */
export type Speaker = { named: NamedAt; confidence: number };

/**
 * The steps of confidence: what ties the words to the name, and about which share of the speakers found
 * so are right. Counted on the marked articles in both languages (tools/bench-nlp), and for the last
 * two steps, which are rare there, on 130 speakers of unmarked articles read one by one.
 */
const steps = {
  /** The name stands beside the reporting verb: 400 of 406. */
  beside: 0.98,
  /** An office, a colon or a dash stands between: 26 of 26. */
  described: 0.95,
  /** -nya, a pronoun or a quote that goes on: who spoke last. 126 of 130. */
  samePerson: 0.93,
  /** The subject of the sentence or the text, or the holder of an office: 145 of 155. */
  subject: 0.9,
  /** Only the order of the paragraphs says so: 13 of 15. */
  order: 0.8,
} as const;

export const confidenceOf = {
  verbThenName: steps.beside,
  nameThenVerb: steps.beside,
  colon: steps.described,
  nameBehindOffice: steps.described,
  sameSpeaker: steps.samePerson,
  subjectFarFromVerb: steps.subject,
  pronounOfSubject: steps.subject,
  joinedVerb: steps.subject,
  roleOnly: steps.subject,
  nextParagraph: steps.order,
} as const;

/** How many tokens back "katanya" and "dia" may look for who is speaking. */
const lookBackTokensMax = 250;

/** How many tokens back a role without a name may look: "ujar politikus itu". */
const roleLookBackTokensMax = 120;

/** How many names back, where a text is nothing but names. */
const namesMax = 50;

/** How many tokens back the one holder of an office may be named: "Menhub". */
const holderLookBackTokensMax = 400;

/** How many tokens "pria kelahiran Solo itu" may have. */
const rolePhraseTokensMax = 14;

function subjectBefore(scene: SpeechScene, before: number): Speaker | undefined {
  const subject =
    latestOf(scene.subjects, before) ?? onlyPerson(scene, before) ?? namedLast(scene, before);
  return subject && { named: subject, confidence: confidenceOf.pronounOfSubject };
}

/** "… Salah satunya Menteri X." and then a quote: the name that the sentence before led to. */
function namedLast(scene: SpeechScene, before: number): NamedAt | undefined {
  const named = scene.tokens[before - 1]?.text === '.' && scene.endingAt.get(before - 1);
  if (!named || named.entity.type !== 'PERSON') return undefined;
  return presenters.has(scene.tokens[named.roleFrom - 1]?.key ?? '') ? named : undefined;
}

/** Words that present somebody: "yakni X", "oleh X". */
const presenters: ReadonlySet<string> = new Set(
  'satunya antaranya yakni yaitu adalah ialah oleh termasuk bernama'.split(' '),
);

/** The last mention of the one person whom the text has named so far. */
function onlyPerson(scene: SpeechScene, before: number): NamedAt | undefined {
  const last = latestOf(scene.persons, before);
  return last && last.entity === scene.persons[0]?.entity && before <= scene.secondPersonAt
    ? last
    : undefined;
}

/** Whom "katanya" means: as "dia", but nobody where the text has turned to somebody else since. */
export function sameSpeaker(scene: SpeechScene, before: number): Speaker | undefined {
  const spoke = latestOf(scene.speaking, before);
  const meant = meantBy(scene, before);
  return spoke && meant?.named.entity !== spoke.entity ? undefined : meant;
}

/** Whom "dia" means: the person who spoke last, or a later one whom the text turned to. */
export function antecedent(scene: SpeechScene, before: number): Speaker | undefined {
  const meant = meantBy(scene, before);
  return meant && agrees(scene, before, meant.named) ? meant : undefined;
}

function meantBy(scene: SpeechScene, before: number): Speaker | undefined {
  const unnamedAt = lastUnnamed(scene, before);
  const spoke = since(unnamedAt, latestOf(scene.speaking, before));
  const subject = since(unnamedAt, latestOf(scene.subjects, before));
  if (subject && subject.to > (spoke?.to ?? 0) && subject.entity !== spoke?.entity) {
    return { named: subject, confidence: confidenceOf.pronounOfSubject };
  }
  if (spoke) return { named: spoke, confidence: confidenceOf.sameSpeaker };
  return unnamedAt === undefined ? subjectBefore(scene, before) : undefined;
}

/** Where somebody without a name has spoken last before a token. */
function lastUnnamed({ heard }: SpeechScene, before: number): number | undefined {
  const { unnamedAt } = heard;
  let low = 0;
  let high = unnamedAt.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((unnamedAt[middle] ?? 0) <= before) low = middle + 1;
    else high = middle;
  }
  return unnamedAt[low - 1];
}

/** A name, where nobody without a name has spoken behind it. */
function since(unnamedAt: number | undefined, named: NamedAt | undefined): NamedAt | undefined {
  return named && named.to > (unnamedAt ?? 0) ? named : undefined;
}

function latestOf(names: readonly NamedAt[], before: number): NamedAt | undefined {
  const last = names[firstAfter(names, before) - 1];
  return last && before - last.to <= lookBackTokensMax ? last : undefined;
}

/** The last person between two tokens of whom the reporter says that they speak. */
export function spokeSince(scene: SpeechScene, from: number, to: number): NamedAt | undefined {
  const last = since(lastUnnamed(scene, to), scene.speaking[firstAfter(scene.speaking, to) - 1]);
  return last && last.from >= from ? last : undefined;
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

/** "ujar politikus Golkar itu", "kata Menhub": who has this role, or the one person who speaks. */
export function byRoleAlone(scene: SpeechScene, first: number): Speaker | undefined {
  const head = scene.tokens[first];
  if (head?.kind !== 'word' || !(roleHeads.has(head.key) || personNouns.has(head.key))) {
    return undefined;
  }
  const holder = holderOfRole(scene, first, head.key);
  if (!endsInDemonstrative(scene, first)) {
    const isTitle = head.capital && roleHeads.has(head.key) && isAlone(scene, first);
    return isTitle && holder ? { named: holder, confidence: confidenceOf.roleOnly } : undefined;
  }
  const named = genericNouns.has(head.key)
    ? onlyOneOf(namedBefore(scene.persons, first))
    : (holder ?? turnedTo(scene, first) ?? onlyOneOf(namedBefore(scene.speaking, first)));
  return named && { named, confidence: confidenceOf.roleOnly };
}

/** Whom the text has turned to since somebody else spoke. */
function turnedTo(scene: SpeechScene, before: number): NamedAt | undefined {
  const subject = namedBefore(scene.subjects, before).at(-1);
  const spoke = latestOf(scene.speaking, before);
  return subject && subject.to > (spoke?.to ?? 0) ? subject : undefined;
}

/** The last of the names where all are of one and the same person. */
function onlyOneOf(names: readonly NamedAt[]): NamedAt | undefined {
  return new Set(names.map(({ entity }) => entity.id)).size === 1 ? names.at(-1) : undefined;
}

/** Nouns that fit nearly everybody: "perempuan itu" may be any woman of the article. */
const genericNouns: ReadonlySet<string> = new Set(
  'pria wanita perempuan lelaki cowok cewek gadis pemuda man woman'.split(' '),
);

/** "Politikus PDI-P itu menambahkan": the role before the verb at `verb`. */
export function byRoleBefore(
  scene: SpeechScene,
  verb: number,
  sentenceFrom: number,
): Speaker | undefined {
  const { tokens } = scene;
  if (!demonstratives.has(tokens[verb - 1]?.key ?? '')) {
    return byRoleAlone(scene, verb - 1);
  }
  let first = verb - 1;
  const last = Math.max(sentenceFrom, verb - rolePhraseTokensMax);
  while (first > last && tokens[first - 1]?.kind !== 'mark') first -= 1;
  return byRoleAlone(scene, first);
}

function endsInDemonstrative(scene: SpeechScene, first: number): boolean {
  for (let at = first + 1; at < first + rolePhraseTokensMax; at += 1) {
    const token = scene.tokens[at];
    if (!token || token.newLine || ['.', ','].includes(token.text)) return false;
    if (demonstratives.has(token.key)) return true;
  }
  return false;
}

/** A title by itself: no name, office or field goes on behind it. */
function isAlone(scene: SpeechScene, at: number): boolean {
  const next = scene.tokens[at + 1];
  return !next || next.newLine || (!next.capital && !roleFields.has(next.key));
}

/** The one person near by whose printed office begins with this word. */
function holderOfRole(scene: SpeechScene, before: number, head: string): NamedAt | undefined {
  const full = shortOffices.get(head) ?? head;
  const holders = namedBefore(scene.persons, before, holderLookBackTokensMax).filter(
    ({ entity }) => {
      const role = entity.role?.toLowerCase() ?? '';
      return role.startsWith(full) || role.split(' ').includes(head);
    },
  );
  return onlyOneOf(holders);
}

function namedBefore(
  names: readonly NamedAt[],
  before: number,
  tokensMax: number = roleLookBackTokensMax,
): NamedAt[] {
  const end = firstAfter(names, before);
  let from = end;
  const least = Math.max(0, end - namesMax);
  while (from > least && before - (names[from - 1]?.to ?? 0) <= tokensMax) from -= 1;
  return names.slice(from, end);
}
