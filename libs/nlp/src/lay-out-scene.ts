import type { FoldedEntity } from './fold-entities.ts';
import { holderOf, isOfSomebody, officeTokensMax } from './office-holders.ts';
import { gendersOf } from './pronoun-genders.ts';
import { clauseVerbs, complementVerbs } from './lexicon-indirect.ts';
import {
  accordingTo,
  isAdverb,
  passiveReports,
  relations,
  subjectsOnly,
  verbsAfterSpeaker,
  verbsBeforeSpeaker,
} from './lexicon-speech.ts';
import type { QuotedSpan } from './quote-marks.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';
import type { Token } from './tokens.ts';

/** Lays out who is named where. Names inside quotation marks neither speak nor are spoken of. */
export function layOutScene(
  text: string,
  tokens: readonly Token[],
  entities: readonly FoldedEntity[],
  quotedSpans: readonly QuotedSpan[],
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
  const persons = outsideQuotes(names, tokens, quotedSpans).filter(
    ({ entity }) => entity.type === 'PERSON',
  );
  return {
    text,
    tokens,
    startingAt,
    endingAt,
    persons,
    secondPersonAt:
      persons.find(({ entity }) => entity !== persons[0]?.entity)?.from ?? tokens.length,
    speaking: speakingOf({ tokens, startingAt }, persons),
    subjects: persons.filter((named) => isSubjectOfSentence(tokens, named)),
    heard: { unnamedAt: [], genders: gendersOf(tokens, persons) },
  };
}

function outsideQuotes(
  names: readonly NamedAt[],
  tokens: readonly Token[],
  quotedSpans: readonly QuotedSpan[],
): NamedAt[] {
  let quote = 0;
  return names.filter(({ from }) => {
    const start = tokens[from]?.start ?? 0;
    while ((quotedSpans[quote]?.close ?? Infinity) <= start) quote += 1;
    return (quotedSpans[quote]?.open ?? Infinity) > start;
  });
}

type Names = Pick<SpeechScene, 'tokens' | 'startingAt'>;

/** Who speaks: "ujar pengacara Budi, Ani" is Ani, and "ujar ibu Budi" is nobody. */
function speakingOf(names: Names, persons: readonly NamedAt[]): NamedAt[] {
  const speaking = persons.flatMap((named) => {
    const verbAt = verbBefore(names.tokens, named);
    if (verbAt === undefined) return isBeforeVerb(names.tokens, named) ? [named] : [];
    const holder = holderOf(names, verbAt + 1, named);
    return holder ? [holder] : [];
  });
  return [...new Set(speaking)].toSorted((a, b) => a.from - b.from);
}

/** The reporting word before a name and its office. */
function verbBefore(tokens: readonly Token[], named: NamedAt): number | undefined {
  let before = named.roleFrom - 1;
  // "ujar Direktur Utama PT Garuda, Ani": back over the office to the verb.
  for (let step = 0; step < officeTokensMax && isOfficeWord(tokens, before); step += 1) before -= 1;
  const word = tokens[before];
  const isVerb =
    word?.kind === 'word' &&
    ((verbsBeforeSpeaker.has(word.key) && !word.capital) ||
      accordingTo.has(word.key) ||
      passiveReports.has(word.key) ||
      (word.key === 'oleh' && passiveReports.has(tokens[before - 1]?.key ?? '')));
  return isVerb ? before : undefined;
}

function isBeforeVerb(tokens: readonly Token[], named: NamedAt): boolean {
  if (isOfSomebody(tokens, named)) return false;
  const verb = tokens[skipAside(tokens, named.to)];
  return verb?.kind === 'word' && isReportingVerb(verb.key);
}

/** X mengatakan, X menyampaikan, X said. */
export function isReportingVerb(key: string): boolean {
  return verbsAfterSpeaker.has(key) || clauseVerbs.has(key) || complementVerbs.has(key);
}

function isOfficeWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.newLine) return false;
  if (token.text === ',') return at > 0 && tokens[at - 1]?.kind === 'word';
  if (token.kind === 'number' || token.text === '/') return true;
  if (relations.has(token.key)) return true;
  return token.kind === 'word' && token.capital && !accordingTo.has(token.key);
}

/** "Ifan memberikan …", "Kini, Ifan pun …": the first name of a sentence, a verb behind it. */
function isSubjectOfSentence(tokens: readonly Token[], named: NamedAt): boolean {
  if (isOfSomebody(tokens, named)) return false;
  const opening = tokens[named.roleFrom];
  const before = tokens[named.roleFrom - 1];
  if (!opening?.first && !(before?.text === ',' && isNearStart(tokens, named.roleFrom)))
    return false;
  // "Bek Liverpool, Virgil van Dijk, optimistis": the name itself is the aside.
  const isAside = before?.text === ',' && tokens[named.to]?.text === ',';
  const next = tokens[isAside ? named.to + 1 : skipAside(tokens, named.to)];
  return next?.kind === 'word' && !next.capital && isPredicateStart(next.key);
}

/** "Kini, Ifan pun …" and "Bek Liverpool, Ifan, …": behind the opening words of the sentence. */
function isNearStart(tokens: readonly Token[], at: number): boolean {
  for (let step = 1; step <= openingTokensMax; step += 1) {
    const token = tokens[at - step];
    if (!token || token.first || token.newLine) return true;
    if (token.kind === 'word' && isReportingVerb(token.key)) return false;
  }
  return false;
}

/** How many tokens may open a sentence before its subject. */
const openingTokensMax = 14;

function isPredicateStart(key: string): boolean {
  return (
    subjectsOnly.has(key) || /^(?:me[mnlrwy]|ber|di[a-z]{3}|ter[a-z]{3}|[a-z]{3,}ed$)/.test(key)
  );
}

/** Steps over adverbs and one aside ("(45)", ", ketua panitia,") after a name. */
function skipAside(tokens: readonly Token[], at: number): number {
  let index = at;
  const opening = tokens[index]?.text;
  if (opening === '(' || opening === ',') {
    const closing = opening === '(' ? ')' : ',';
    for (let step = 1; step <= asideTokensMax; step += 1) {
      const token = tokens[index + step];
      if (!token || token.newLine || token.text === '.') break;
      if (token.text !== closing) continue;
      index += step + 1;
      break;
    }
  }
  while (isAdverb(tokens[index])) index += 1;
  return index;
}

/** How long an aside between a name and its verb may be. */
export const asideTokensMax = 12;
