import { isForSomebody } from './relational-offices.ts';
import { honorifics, roleFields, roleHeads } from './lexicon-roles.ts';
import { clauseVerbs } from './lexicon-indirect.ts';
import { circumstanceWords, officeNouns, relations, verbsAfterSpeaker } from './lexicon-speech.ts';
import { stopWords } from './lexicon-words.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';
import type { Token } from './tokens.ts';

/** How many words an office may have: "Kepala Biro Penerangan Masyarakat Markas Besar Polri". */
export const officeTokensMax = 14;

/** What of a scene tells who holds an office. */
type Names = Pick<SpeechScene, 'tokens' | 'startingAt'>;

/** "Corporate Communications Strategic": so many capitals before a comma and a person are an office. */
const plainOfficeWordsMin = 3;

/**
 * The person behind an office or another description: "Direktur Kargo Garuda Indonesia Iqbal",
 * "Executive Director PT Lippo Tbk, Caroline Riady,", "seorang warga, Budi (35),".
 */
export function personBehindOffice(scene: SpeechScene, first: number): NamedAt | undefined {
  let hasHead = false;
  let isPlain = false;
  for (let at = first; at < first + officeTokensMax; at += 1) {
    const named = scene.startingAt.get(at);
    // "kata pendukung Jokowi": a plain noun before a name is somebody else.
    if (named?.entity.type === 'PERSON') return isPlain ? undefined : holderOf(scene, first, named);
    if (named) {
      at = named.to - 1;
      continue;
    }
    const token = scene.tokens[at];
    if (!token || token.newLine) return undefined;
    if (token.text === ',') {
      const isOffice =
        hasHead || isPlain || (at - first >= plainOfficeWordsMin && !scene.startingAt.has(first));
      return isOffice ? namedInApposition(scene, behindPlaces(scene, at + 1)) : undefined;
    }
    const isHead = roleHeads.has(token.key) || honorifics.has(token.key);
    if (!isHead && !isOfficeToken(token, hasHead || isPlain || at === first)) return undefined;
    isPlain ||= !isHead && !token.capital && token.kind === 'word' && !hasHead && !isField(token);
    hasHead ||= isHead;
  }
  return undefined;
}

/** "General Manager PT Angkasa Pura I, Bandara Adisutjipto, Yogyakarta, Agus": over body and places. */
function behindPlaces(scene: SpeechScene, first: number): number {
  let at = first;
  for (let step = 0; step < placesMax; step += 1) {
    const named = scene.startingAt.get(at);
    if (!named || named.entity.type === 'PERSON') return at;
    at = scene.tokens[named.to]?.text === ',' ? named.to + 1 : named.to;
  }
  return at;
}

/** How many bodies and places may stand between an office and its holder. */
const placesMax = 3;

function isField(token: Token): boolean {
  return roleFields.has(token.key) || officeNouns.has(token.key) || token.key === 'of';
}

function isOfficeToken(token: Token, isOpen: boolean): boolean {
  if (token.kind === 'mark') return ['/', '-', '&', '(', ')', '.'].includes(token.text) && isOpen;
  if (token.kind === 'number') return isOpen;
  if (isField(token)) return true;
  if (circumstanceWords.has(token.key) && !token.capital) return false;
  return token.capital || (isOpen && !stopWords.has(token.key) && !isReporting(token.key));
}

function isReporting(key: string): boolean {
  return verbsAfterSpeaker.has(key) || clauseVerbs.has(key);
}

/** "kuasa hukum Budi, Ani," and "Trump lawyer Marc Kasowitz" are Ani and Kasowitz; "ayah Budi" is nobody. */
export function holderOf(scene: Names, first: number, named: NamedAt): NamedAt | undefined {
  const behind = behindNouns(scene, named);
  if (behind) return behind;
  const isOwnOffice = named.roleFrom < named.from && scene.tokens[named.from - 1]?.text === ',';
  if (isOwnOffice) return named;
  const isFor =
    isForSomebody(scene.tokens, named.from) && !isOwnTitle(scene.tokens[named.from - 1]);
  const isRelated =
    isFor ||
    scene.tokens
      .slice(Math.max(first, named.from - relationTokensMax), named.from)
      .some((token) => relations.has(token.key) && !token.capital);
  if (!isRelated) return named;
  return scene.tokens[named.to]?.text === ',' ? namedInApposition(scene, named.to + 1) : undefined;
}

/** "ayah Budi mengatakan", "Kuasa hukum Budi mengatakan": not Budi; "Ibu Budi" may be how she is addressed. */
export function isOfSomebody(tokens: readonly Token[], { from }: NamedAt): boolean {
  const before = tokens[from - 1];
  if (isForSomebody(tokens, from) && !isOwnTitle(before)) return true;
  if (!before || !relations.has(before.key)) return false;
  return !before.capital || (!honorifics.has(before.key) && !roleHeads.has(before.key));
}

/** "Pengacara Hotman Paris" with a capital is how a lawyer is printed. */
function isOwnTitle(token: Token | undefined): boolean {
  return !!token?.capital && token.key === 'pengacara';
}

/** How far before a name the word that relates somebody to it may stand. */
const relationTokensMax = 4;

/** "Trump campaign lawyer Marc Kasowitz": the person behind the nouns. */
function behindNouns(scene: Names, named: NamedAt): NamedAt | undefined {
  let at = named.to;
  while (at < named.to + relationTokensMax && isEnglishNoun(scene.tokens[at])) at += 1;
  const other = at > named.to ? scene.startingAt.get(at) : undefined;
  return other?.entity.type === 'PERSON' ? other : undefined;
}

function isEnglishNoun(token: Token | undefined): boolean {
  return !!token && !token.newLine && !token.capital && officeNouns.has(token.key);
}

/** The person named between commas behind an office. */
function namedInApposition(scene: Names, at: number): NamedAt | undefined {
  const named = scene.startingAt.get(at);
  if (named?.entity.type !== 'PERSON') return undefined;
  const next = scene.tokens[named.to];
  // "polisi, Budi, Ani dan Candi ditangkap" is a list.
  if (next?.text === ',' && scene.startingAt.get(named.to + 1)?.entity.type === 'PERSON') {
    return undefined;
  }
  const closed = !next || next.newLine || [',', '.', '(', '"', '”'].includes(next.text);
  return closed || circumstanceWords.has(next.key) ? named : undefined;
}
