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
    'juli/july/jul/julai agustus/august/agu/agt/aug/ogos september/sept/sep oktober/october/okt/oct ' +
    'november/nov/nopember desember/december/des/dec/disember',
);

/** Full names only: a short form by itself is too often something else. */
export const fullMonthNames = wordSet(`
januari january februari february maret march april mei may juni june juli july agustus august september
oktober october november desember december julai ogos disember
`);

/** Weekday names to 0–6 from Sunday. */
export const weekdayNumbers: ReadonlyMap<string, number> = numbered(
  "minggu/ahad/sunday senin/monday/isnin selasa/tuesday rabu/wednesday kamis/thursday/khamis jumat/jum'at/friday/jumaat sabtu/saturday",
);

/** English names, which stand before their day: "June 12". */
export const englishMonths = wordSet(
  'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec',
);

/** Words that make a month or year by itself a date. */
export const timePrepositions = wordSet(`
pada sejak hingga sampai bulan tahun awal akhir pertengahan dari mulai medio antara per kelahiran lahir
di dalam sepanjang selama untuk dibanding dibandingkan sebelum setelah periode edisi before after from
between in since until last by during early late mid through born year
`);

/** Of them, those after which a number can only be a year. */
export const yearWords = wordSet('tahun sejak kelahiran since year');

/** Words before a weekday that make it one, whatever stands behind it. */
export const weekdayPrepositions = wordSet('pada hari hingga sampai sejak on until since');

/** Words before a weekday that make it no certain day: "setiap Jumat", "salat Jumat", "Black Friday". */
export const beforeNoDay = wordSet(`
setiap tiap saban pasar lapangan puasa salat sholat shalat solat every each black good easter
malam
`);

/** Words behind a weekday that are part of a name or of a habit: "Jumat Agung", "Minggu pagi-pagi". */
export const afterNoDay = wordSet(
  'agung kliwon legi pahing pon wage wekasan night live prayers mass',
);

/** Before a weekday in its sentence: what was planned, not what was. */
export const plannedWords = wordSet(`
akan bakal prediksi jadwal jelang menjelang rencananya dijadwalkan direncanakan will shall upcoming
scheduled due
`);

/** Parts of a day, and the zones, that stand between a weekday and its date. */
export const dayParts = wordSet(`
pagi siang sore petang malam dini dinihari hari subuh waktu setempat wib wita wit gmt
morning afternoon evening night local time
`);

/** Parts of a day that turn a day word into one expression: "kemarin malam", "besok pagi". */
export const dayPartWords = wordSet(
  'pagi siang sore petang malam dinihari morning afternoon evening night',
);

/** Streets, schools and stadiums are named after days: "Jalan 17 Agustus". */
export const namedAfterDays = wordSet(`
jalan jl jln gang stadion universitas sd smp sma sman gedung museum lapangan gor hut untag masjid
`);

/** Single words for a day, in days from publication. */
export const dayWords: ReadonlyMap<string, number> = new Map([
  ['kemarin', -1],
  ['besok', 1],
  ['lusa', 2],
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/** Two words for a day. "Tadi malam" is the night before; "malam ini" says a time of day alone. */
export const dayPhrases: ReadonlyMap<string, number> = new Map([
  ['hari ini', 0],
  ['kemarin lusa', -2],
  ['tadi malam', -1],
  ['malam tadi', -1],
  ['last night', -1],
]);

const smallNumberNames =
  '- satu/one dua/two tiga/three empat/four lima/five enam/six tujuh/seven delapan/eight sembilan/nine ' +
  'sepuluh/ten sebelas/eleven -/twelve -/thirteen -/fourteen -/fifteen';

export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...[...numbered(smallNumberNames)].filter(([name]) => name !== '-'),
  ['a', 1],
  ['an', 1],
]);

/** Words of a number that is no small one, or no certain one: "dua puluh tahun lalu", "beberapa". */
export const vagueCounts = wordSet(`
puluh belas ratus ribu beberapa belasan puluhan ratusan ribuan sekian setengah few several many some couple
dozen hundred thousand million billion juta miliar berapa
`);

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

/** One of a unit as one word: "setahun lalu". */
export const singleUnits: ReadonlyMap<string, number | 'month' | 'year'> = new Map<
  string,
  number | 'month' | 'year'
>([
  ['sehari', 1],
  ['sepekan', 7],
  ['seminggu', 7],
  ['sebulan', 'month'],
  ['setahun', 'year'],
]);

export const pastWords = wordSet('lalu silam kemarin ago');
export const futureWords = wordSet('depan mendatang nanti besok');

/** IANA zones by the mark behind a time of day, in the letters it is printed with. */
export const timeZoneMarks: ReadonlyMap<string, string> = new Map([
  ['WIB', 'Asia/Jakarta'],
  ['Wib', 'Asia/Jakarta'],
  ['WITA', 'Asia/Makassar'],
  ['Wita', 'Asia/Makassar'],
  ['WIT', 'Asia/Jayapura'],
  ['Wit', 'Asia/Jayapura'],
  ['GMT', 'UTC'],
  ['UTC', 'UTC'],
  ['BST', 'Europe/London'],
  ['CET', 'Europe/Paris'],
  ['CEST', 'Europe/Paris'],
  ['ET', 'America/New_York'],
  ['EST', 'America/New_York'],
  ['EDT', 'America/New_York'],
  ['PT', 'America/Los_Angeles'],
  ['PST', 'America/Los_Angeles'],
  ['PDT', 'America/Los_Angeles'],
  ['SGT', 'Asia/Singapore'],
  ['MYT', 'Asia/Kuala_Lumpur'],
  ['KST', 'Asia/Seoul'],
  ['JST', 'Asia/Tokyo'],
  ['AEST', 'Australia/Brisbane'],
]);
