import { wordSet } from './lexicon-words.ts';

function numbered(names: string): ReadonlyMap<string, number> {
  return new Map(
    names
      .split(' ')
      .flatMap((group, index) => group.split('/').map((name) => [name, index] as const)),
  );
}

/** Month names to 1–12. May and Mei are themselves; short forms only where they are no words. */
export const monthNumbers: ReadonlyMap<string, number> = numbered(
  '- januari/january/jan februari/february/feb/pebruari maret/march/mar april/apr mei/may juni/june/jun ' +
    'juli/july/jul agustus/august/agu/aug september/sept/sep oktober/october/okt/oct ' +
    'november/nov/nopember desember/december/des/dec',
);

/** Full names only: a short form by itself is too often something else. */
export const fullMonthNames = wordSet(`
januari january februari february maret march april mei may juni june juli july agustus august september
oktober october november desember december
`);

/** Weekday names to 0–6 from Sunday. */
export const weekdayNumbers: ReadonlyMap<string, number> = numbered(
  "minggu/ahad/sunday senin/monday selasa/tuesday rabu/wednesday kamis/thursday jumat/jum'at/friday sabtu/saturday",
);

/** Words that make a month or year by itself a date. */
export const timePrepositions = wordSet(`
pada sejak hingga sampai bulan tahun awal akhir pertengahan dari mulai medio antara in since until last by
during early late mid through
`);

/** Words that make a weekday by itself a date. */
export const weekdayPrepositions = wordSet('pada hari hingga sampai sejak on last until since');

/** Single words for a day, in days from publication. */
export const dayWords: ReadonlyMap<string, number> = new Map([
  ['kemarin', -1],
  ['besok', 1],
  ['lusa', 2],
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

export const smallNumbers: ReadonlyMap<string, number> = numbered(
  '- satu/one dua/two tiga/three empat/four lima/five enam/six tujuh/seven delapan/eight sembilan/nine sepuluh/ten',
);

/** Units of time: days as a number, months and years by name. */
export const timeUnits: ReadonlyMap<string, number | 'month' | 'year'> = new Map<
  string,
  number | 'month' | 'year'
>([
  ['hari', 1],
  ['day', 1],
  ['days', 1],
  ['pekan', 7],
  ['minggu', 7],
  ['week', 7],
  ['weeks', 7],
  ['bulan', 'month'],
  ['month', 'month'],
  ['months', 'month'],
  ['tahun', 'year'],
  ['year', 'year'],
  ['years', 'year'],
]);

export const pastWords = wordSet('lalu silam kemarin ago');
export const futureWords = wordSet('depan mendatang nanti');
