import { organizationHeads } from './lexicon-organizations.ts';
import { directions, placeHeads, placePrepositions, smallPlaceHeads } from './lexicon-places.ts';
import { honorifics, roleHeads } from './lexicon-roles.ts';
import type { Sheet } from './name-span.ts';
import { claim, isFreeNameWord, nameEnd } from './name-span.ts';

const placeWordsMax = 4;

/** Places whose names begin with the rank of whom they honour: "Jalan Jenderal Sudirman". */
const honouring = new Set([
  'jalan',
  'jl',
  'jln',
  'gang',
  'bandara',
  'stadion',
  'gelora',
  'gedung',
  'jembatan',
]);

/** Takes places that a head ("Kecamatan …") or an address ("di Sukamaju, Bogor") gives away. */
export function recognisePlaces(sheet: Sheet): void {
  if (sheet.titleCase) return;
  let index = 0;
  while (index < sheet.tokens.length) {
    const end = takeHeadedPlace(sheet, index) ?? takeAddress(sheet, index);
    index = end ?? index + 1;
  }
}

function takeHeadedPlace(sheet: Sheet, at: number): number | undefined {
  const { tokens, claims } = sheet;
  const head = tokens[at];
  if (head?.kind !== 'word' || claims[at]) return undefined;
  if (!(head.capital ? placeHeads.has(head.key) : smallPlaceHeads.has(head.key))) return undefined;
  const from = tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued ? at + 2 : at + 1;
  const inside = claims[from];
  if (inside?.type === 'LOCATION' && head.capital && inside.from === from) {
    // "Kabupaten Bandung" is not Bandung.
    const known = head.key === 'kota' ? inside.known : undefined;
    const extended = directions.has(tokens[inside.to]?.key ?? '') && tokens[inside.to]?.capital;
    const to = extended ? inside.to + 1 : inside.to;
    claim(sheet, {
      type: 'LOCATION',
      from: at,
      to,
      by: 'rule:place-preposition',
      ...(known && !extended && { known }),
    });
    return to;
  }
  if (tokens[from]?.first) return undefined;
  const accept = honouring.has(head.key) ? isHonouringWord : isPlaceWord;
  const end = afterNamesake(
    sheet,
    nameEnd(sheet, from, (next) => accept(sheet, next), placeWordsMax),
  );
  if (end === from || !tokens[from]?.capital) return undefined;
  claim(sheet, {
    type: 'LOCATION',
    from: head.capital ? at : from,
    to: end,
    by: 'rule:place-word',
  });
  return end;
}

function isHonouringWord(sheet: Sheet, index: number): boolean {
  const key = sheet.tokens[index]?.key ?? '';
  return isFreeNameWord(sheet, index) && (key === 'gelora' || !placeHeads.has(key));
}

/** Streets and halls are named after people: "Stadion Utama Gelora Bung Karno". */
function afterNamesake(sheet: Sheet, end: number): number {
  const namesake = sheet.claims[end];
  const continues = sheet.tokens[end]?.newLine === false && !sheet.tokens[end]?.first;
  return namesake?.type === 'PERSON' && namesake.from === end && continues ? namesake.to : end;
}

function isPlaceWord(sheet: Sheet, index: number): boolean {
  const token = sheet.tokens[index];
  if (!token || !isFreeNameWord(sheet, index)) return false;
  if (directions.has(token.key)) return true;
  return !(
    placeHeads.has(token.key) ||
    roleHeads.has(token.key) ||
    honorifics.has(token.key) ||
    organizationHeads.has(token.key)
  );
}

/** "di Sukamaju, Bogor": what stands between a preposition and a known place is a place. */
function takeAddress(sheet: Sheet, at: number): number | undefined {
  const before = sheet.tokens[at - 1];
  if (before?.kind !== 'word' || before.capital || !placePrepositions.has(before.key))
    return undefined;
  const end = nameEnd(sheet, at, (next) => isPlaceWord(sheet, next), placeWordsMax);
  if (end === at || sheet.tokens[end]?.text !== ',') return undefined;
  if (sheet.claims[end + 1]?.type !== 'LOCATION') return undefined;
  claim(sheet, { type: 'LOCATION', from: at, to: end, by: 'rule:place-address' });
  return end;
}
