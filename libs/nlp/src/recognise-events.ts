import { stopWords, wordSet } from './lexicon-words.ts';
import type { Sheet } from './name-span.ts';
import { claim } from './name-span.ts';

const eventHeads = wordSet('hari ktt piala olimpiade perang konferensi pemilu pilpres pilkada');
const fixedEvents: readonly (readonly string[])[] = [
  ['asian', 'games'],
  ['sea', 'games'],
  ['perang', 'dunia'],
  ['world', 'cup'],
  ['independence', 'day'],
  ['liga', 'champions'],
];
const eventWordsMax = 4;

/** Words of which a day's name has at least one. */
const dayWords = wordSet(`
nasional internasional sedunia dunia kemerdekaan raya ulang jadi pahlawan buruh ibu anak pendidikan
kartini kebangkitan kesaktian lingkungan perempuan pers
`);

/** Days that are no holidays. */
const plainDays = wordSet('senin selasa rabu kamis jumat sabtu minggu ahad ini itu h');

/** Takes events: "Hari Nasional Rusia", "KTT G20", "Piala Dunia 2022". Countries inside belong to it. */
export function recogniseEvents(sheet: Sheet): void {
  if (sheet.titleCase) return;
  for (let index = 0; index < sheet.tokens.length; index += 1) {
    const end = eventEnd(sheet, index);
    if (end === undefined) continue;
    claim(sheet, { type: 'EVENT', from: index, to: end, by: 'rule:event' });
    index = end - 1;
  }
}

/** "Hari Batik Nasional" is a day, "Hari Nugroho" a person. */
function isNamedDay(sheet: Sheet, from: number, to: number): boolean {
  const keys = sheet.tokens.slice(from, to).map((token) => token.key);
  return keys.some((key) => dayWords.has(key)) || sheet.claims[to - 1]?.type === 'LOCATION';
}

function eventEnd(sheet: Sheet, at: number): number | undefined {
  const { tokens, claims } = sheet;
  const head = tokens[at];
  if (!head?.capital || claims[at]) return undefined;
  const fixed = fixedEvents.find((words) =>
    words.every((word, step) => tokens[at + step]?.key === word),
  );
  if (!fixed && !eventHeads.has(head.key)) return undefined;
  let end = at + (fixed?.length ?? 1);
  for (let words = 0; words < eventWordsMax; words += 1) {
    const token = tokens[end];
    if (!token || token.newLine || token.first || claims[end]?.type === 'PERSON') break;
    const numbered = token.kind === 'number' && /^(?:19|20)\d\d$/.test(token.text) && end > at + 1;
    const named = token.kind === 'number' ? numbered : token.capital && !stopWords.has(token.key);
    if (!named || plainDays.has(token.key)) break;
    end = claims[end]?.to ?? end + 1;
  }
  if (head.key === 'hari' && !isNamedDay(sheet, at + 1, end)) return undefined;
  if (tokens[end]?.text === '-' && tokens[end - 1]?.key === 'u' && tokens[end + 1]?.glued) end += 2;
  return end > at + 1 ? end : undefined;
}
