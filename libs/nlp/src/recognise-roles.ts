import {
  honorifics,
  placeRoleHeads,
  roleFields,
  roleHeads,
  roleQualifiers,
} from './lexicon-roles.ts';
import { commonWords, nameParts } from './lexicon-words.ts';
import type { Sheet } from './name-span.ts';
import { claim, isFreeNameWord, nameEnd, printedText } from './name-span.ts';
import { knownByName } from './gazetteer.ts';
import { isForSomebody } from './relational-offices.ts';
import type { Token } from './tokens.ts';
import { isPersonWord, personWordsMax } from './recognise-persons.ts';

/** Longest office in tokens: "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan RI". */
const roleTokensMax = 16;

/** Takes persons that an office or form of address stands before, and keeps the office. */
export function recogniseRoles(sheet: Sheet): void {
  if (sheet.titleCase) return;
  let index = 0;
  while (index < sheet.tokens.length) {
    index = recogniseRoleAt(sheet, index);
  }
}

/** Returns the token to go on at. */
function recogniseRoleAt(sheet: Sheet, at: number): number {
  const { tokens, claims } = sheet;
  const head = tokens[at];
  if (head?.kind !== 'word' || (claims[at] && !roleHeads.has(head.key))) return at + 1;
  const address = honorifics.has(head.key) && (head.capital || isAddress(head.key));
  if (claims[at] || !(roleHeads.has(head.key) || address)) return at + 1;
  if (!head.capital && !address && !startsLowerRole(sheet, at)) return at + 1;

  const person = findPersonAfter(sheet, at);
  if (!person) return at + 1;
  const role = roleText(sheet, at, person.from);
  const existing = claims[person.from];
  if (isForSomebody(tokens, person.from)) {
    giveToHolder(sheet, at, person.to);
    return existing ? existing.to : at + 1;
  }
  if (existing?.type === 'PERSON' && existing.from === person.from) {
    if (role && !existing.role) Object.assign(existing, { role, roleFrom: at });
    else existing.roleFrom ??= at;
    return existing.to;
  }
  const known = knownByName('PERSON', printedText(sheet, person.from, person.to));
  claim(sheet, {
    type: 'PERSON',
    by: 'rule:office',
    ...person,
    roleFrom: at,
    ...(known && { known }),
    ...(role && { role }),
  });
  return person.to;
}

/** "Juru bicara Budi, Ani, …": the office is Ani's; without her it is unknown whose, and nobody's. */
function giveToHolder(sheet: Sheet, at: number, personTo: number): void {
  const { tokens, claims } = sheet;
  const holder = tokens[personTo]?.text === ',' ? claims[personTo + 1] : undefined;
  if (holder?.type !== 'PERSON' || holder.from !== personTo + 1) return;
  const next = tokens[holder.to];
  // "kuasa hukum Budi, Ani dan Candi" may be a list.
  const isList = claims[holder.to + 1]?.type === 'PERSON' && !['.', '('].includes(next?.text ?? '');
  const role = isList ? undefined : roleText(sheet, at, personTo);
  if (role && !holder.role) Object.assign(holder, { role, roleFrom: at });
}

/** Forms of address that are printed small as well: "pak Budi". */
function isAddress(key: string): boolean {
  return ['pak', 'bapak', 'bu', 'ibu', 'bang', 'mas', 'mbak', 'ustaz', 'kyai', 'kiai'].includes(
    key,
  );
}

/** "presiden Joko Widodo", "mantan Presiden …": small only directly before a capital. */
function startsLowerRole(sheet: Sheet, at: number): boolean {
  const next = sheet.tokens[at + 1];
  if (roleQualifiers.has(sheet.tokens[at]?.key ?? '')) return !!next?.capital;
  return !!next?.capital && !sheet.claims[at + 1]?.known?.key.startsWith('organization');
}

/** How a walk from an office to its person stands. */
type Walk = {
  index: number;
  /** What was passed says that a person follows, whatever the name looks like. */
  sure: boolean;
  bodies: number;
};

/** Walks from the head over fields, places and bodies to the first word of a person. */
function findPersonAfter(sheet: Sheet, at: number): { from: number; to: number } | undefined {
  const { tokens, claims } = sheet;
  const head = tokens[at];
  const headKey = head?.key ?? '';
  const sure = (head?.capital && placeRoleHeads.has(headKey)) || honorifics.has(headKey);
  const walk: Walk = { index: at + 1, sure: !!sure, bodies: 0 };
  while (walk.index < tokens.length && walk.index - at < roleTokensMax) {
    if (tokens[walk.index]?.newLine) return undefined;
    const claimed = claims[walk.index];
    if (claimed?.type === 'PERSON') return { from: claimed.from, to: claimed.to };
    if (!stepOver(sheet, walk, headKey)) break;
  }
  const first = tokens[walk.index];
  const to = nameEnd(sheet, walk.index, (next) => isPersonWord(sheet, next), personWordsMax);
  if (!first || to <= walk.index || first.upper) return undefined;
  const named = nameParts.has(first.key) || (walk.sure && walk.bodies < 2);
  const words = tokens.slice(walk.index, to);
  const plain = (word: Token) => commonWords.has(word.key) && !nameParts.has(word.key);
  if (nameParts.has(first.key) ? words.every(plain) : words.some(plain)) return undefined;
  // "Menteri Imigrasi Australia": an unknown word that runs on into a name is a field, no person.
  const next = tokens[to];
  const runsOn = !nameParts.has(first.key) && next?.capital && !next.first;
  return named && !runsOn ? { from: walk.index, to } : undefined;
}

/** Moves a walk over what belongs to the office; false where the person must start. */
function stepOver(sheet: Sheet, walk: Walk, headKey: string): boolean {
  const { tokens, claims } = sheet;
  const token = tokens[walk.index];
  const claimed = claims[walk.index];
  if (!token) return false;
  if (claimed) {
    walk.index = claimed.to;
    walk.bodies += 1;
    // "Kepala BPS Suhariyanto": an acronym is complete, so a name follows.
    if (claimed.known && tokens[claimed.to - 1]?.upper) walk.sure = true;
    return true;
  }
  if (token.text === '.' && token.glued && honorifics.has(tokens[walk.index - 1]?.key ?? '')) {
    walk.index += 1;
    return true;
  }
  if (token.text === ',' && walk.bodies > 0 && isFreeNameWord(sheet, walk.index + 1)) {
    walk.sure = true;
    walk.index += 1;
    return true;
  }
  const acronym =
    token.upper && token.capital && token.text.length > 2 && !nameParts.has(token.key);
  if (acronym || isDistrictOf(sheet, walk, headKey)) {
    walk.bodies += 1;
    walk.sure = acronym;
    walk.index += 1;
    return true;
  }
  if (!isRoleWord(sheet, walk.index)) return false;
  // The "Jenderal" of "Direktur Jenderal" is no rank.
  const rank = honorifics.has(token.key) && !roleFields.has(token.key);
  if (rank || (token.capital && placeRoleHeads.has(token.key))) walk.sure = true;
  walk.index += 1;
  return true;
}

/** "Kapolsek Sukarami, Iptu Rivanda": the first unknown word is the district. */
function isDistrictOf(sheet: Sheet, walk: Walk, headKey: string): boolean {
  const token = sheet.tokens[walk.index];
  return (
    districtHeads.has(headKey) &&
    walk.bodies === 0 &&
    !!token?.capital &&
    isFreeNameWord(sheet, walk.index) &&
    !nameParts.has(token.key) &&
    !honorifics.has(token.key)
  );
}

/** Offices that are always printed with their district. */
const districtHeads = new Set([
  'kapolsek',
  'kapolres',
  'kapolresta',
  'kapolrestabes',
  'kapolda',
  'kasatreskrim',
  'dandim',
  'danramil',
  'danrem',
  'kajari',
  'camat',
  'lurah',
  'kades',
]);

const joints = new Set(['dan', 'and', 'of', 'the', 'for']);

/** "Pemuda dan Olahraga" is one field; "sang ibu dan Khloe" are two people. */
function joinsFields(sheet: Sheet, index: number): boolean {
  const next = sheet.tokens[index + 1];
  return (
    !!next &&
    !nameParts.has(next.key) &&
    (joints.has(next.key) || roleFields.has(next.key) || commonWords.has(next.key))
  );
}

function isRoleWord(sheet: Sheet, index: number): boolean {
  const token = sheet.tokens[index];
  if (!token) return false;
  if (joints.has(token.key)) return joinsFields(sheet, index);
  if (token.kind === 'number') return /^\d{1,3}$/.test(token.text);
  if (token.kind !== 'word' || (nameParts.has(token.key) && !honorifics.has(token.key)))
    return false;
  const isOffice =
    roleFields.has(token.key) || roleHeads.has(token.key) || honorifics.has(token.key);
  // An office may name any field: "Kepala Pusat Data dan Informasi".
  return isOffice || (token.capital && commonWords.has(token.key));
}

/** The office as printed, without the ranks and forms of address before the name. */
function roleText(sheet: Sheet, from: number, personFrom: number): string | undefined {
  let end = personFrom;
  while (end > from) {
    const token = sheet.tokens[end - 1];
    if (!token || (token.kind !== 'mark' && !honorifics.has(token.key))) break;
    end -= 1;
  }
  return end > from ? printedText(sheet, from, end).replaceAll(/\s+/g, ' ') : undefined;
}
