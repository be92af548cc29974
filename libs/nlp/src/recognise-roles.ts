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
  if (existing?.type === 'PERSON' && existing.from === person.from) {
    if (role && !existing.role) Object.assign(existing, { role, roleFrom: at });
    else existing.roleFrom ??= at;
    return existing.to;
  }
  const known = knownByName('PERSON', printedText(sheet, person.from, person.to));
  claim(sheet, {
    type: 'PERSON',
    ...person,
    roleFrom: at,
    ...(known && { known }),
    ...(role && { role }),
  });
  return person.to;
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

/** Walks from the head over fields, places and bodies to the first word of a person. */
function findPersonAfter(sheet: Sheet, at: number): { from: number; to: number } | undefined {
  const { tokens, claims } = sheet;
  let index = at + 1;
  let sure = placeRoleHeads.has(tokens[at]?.key ?? '') || honorifics.has(tokens[at]?.key ?? '');
  let bodies = 0;
  while (index < tokens.length && index - at < roleTokensMax) {
    const token = tokens[index];
    if (!token || token.newLine) return undefined;
    const claimed = claims[index];
    if (claimed?.type === 'PERSON') return { from: claimed.from, to: claimed.to };
    if (claimed) {
      index = claimed.to;
      bodies += 1;
      continue;
    }
    if (token.text === '.' && token.glued && honorifics.has(tokens[index - 1]?.key ?? '')) {
      index += 1;
      continue;
    }
    if (token.text === ',' && bodies > 0 && isFreeNameWord(sheet, index + 1)) {
      sure = true;
      index += 1;
      continue;
    }
    if (!isRoleWord(sheet, index)) break;
    if (honorifics.has(token.key) || placeRoleHeads.has(token.key)) sure = true;
    index += 1;
  }
  const to = nameEnd(sheet, index, (next) => isPersonWord(sheet, next), personWordsMax);
  if (to <= index) return undefined;
  const named = nameParts.has(tokens[index]?.key ?? '') || (sure && bodies < 2);
  return named && !tokens[index]?.upper ? { from: index, to } : undefined;
}

function isRoleWord(sheet: Sheet, index: number): boolean {
  const token = sheet.tokens[index];
  if (!token) return false;
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
