/** The languages that people are told in what is wrong with a query; the first, who names none. */
export const faultLanguages = ['en', 'id'] as const;
export type FaultLanguage = (typeof faultLanguages)[number];

/** One text in each of them. */
export type FaultTexts = Readonly<Record<FaultLanguage, string>>;

/** What could stand at a place, for the sentence that says so. */
const wordLike: FaultTexts = { en: 'a word, a "phrase" or (', id: 'kata, "frasa", atau (' };
const valueLike: FaultTexts = { en: 'a value, a "phrase" or (', id: 'nilai, "frasa", atau (' };

const asText: FaultTexts = {
  en: 'put it in quotation marks to search for it as text',
  id: 'beri tanda kutip untuk mencarinya sebagai teks',
};

/** Where something is missing, by the word before it, else by the one behind. */
export type MissingPlace = { readonly after: string } | { readonly before: string } | 'here';

function placed(place: MissingPlace): FaultTexts {
  if (place === 'here') return { en: 'here', id: 'di sini' };
  return 'after' in place
    ? { en: `after ${place.after}`, id: `setelah ${place.after}` }
    : { en: `before ${place.before}`, id: `sebelum ${place.before}` };
}

/**
 * Everything that can be wrong with a query, as it is told to the person who typed it: the one place
 * for these texts. They go on after "at column 6:" or after the name of the parameter.
 */
export const queryFaults = {
  nothingToFind: () => ({
    en: 'must have at least one letter or digit',
    id: 'harus berisi sedikitnya satu huruf atau angka',
  }),
  notOpened: () => ({ en: 'there is no ( for this )', id: 'tidak ada ( untuk ) ini' }),
  notClosed: (column: number) => ({
    en: `expected ) for the ( at column ${column}`,
    id: `diharapkan ) untuk ( pada kolom ${column}`,
  }),
  valueMissing: (place: MissingPlace) => ({
    en: `expected ${valueLike.en} right ${placed(place).en}; ${asText.en}`,
    id: `diharapkan ${valueLike.id} tepat ${placed(place).id}; ${asText.id}`,
  }),
  wordMissing: (place: MissingPlace) => ({
    en: `expected ${wordLike.en} ${placed(place).en}; put AND, OR, NOT and NEAR in quotation marks to search for them`,
    id: `diharapkan ${wordLike.id} ${placed(place).id}; beri tanda kutip pada AND, OR, NOT, dan NEAR untuk mencarinya`,
  }),
  tooDeep: (max: number) => ({
    en: `parentheses may be inside of others ${max} times; leave some out`,
    id: `tanda kurung hanya boleh bersarang ${max} kali; kurangi sebagian`,
  }),
  tooLong: (max: number) => ({
    en: `must have at most ${max} characters`,
    id: `hanya boleh berisi paling banyak ${max} karakter`,
  }),
  tooManyWords: (max: number, has: number) => ({
    en: `must have at most ${max} words, has ${has}; leave some out`,
    id: `hanya boleh berisi paling banyak ${max} kata, ini ada ${has}; kurangi sebagian`,
  }),
  tooManyParts: (max: number, has: number) => ({
    en: `must have at most ${max} parts, has ${has}; make two searches of it`,
    id: `hanya boleh berisi paling banyak ${max} bagian, ini ada ${has}; jadikan dua pencarian`,
  }),
  tooManyPrefixes: (max: number, has: number) => ({
    en: `must have at most ${max} words with a *, has ${has}; leave some out`,
    id: `hanya boleh berisi paling banyak ${max} kata dengan *, ini ada ${has}; kurangi sebagian`,
  }),
  tooCostly: (max: number, cost: number) => ({
    en: `costs ${cost}, and a query may cost ${max}: leave out some words, or look for them in title: alone`,
    id: `berbiaya ${cost}, padahal biaya sebuah kueri paling banyak ${max}: kurangi beberapa kata, atau cari dalam title: saja`,
  }),
  nearTooMany: (max: number) => ({
    en: `at most ${max} words or phrases can be near each other; leave this one out`,
    id: `paling banyak ${max} kata atau frasa dapat berdekatan; hilangkan yang ini`,
  }),
  nearTooManyWays: (max: number, ways: number) => ({
    en: `with this the words around NEAR can be chosen in ${ways} ways, and ${max} are tried; leave some out, or make two searches of it`,
    id: `dengan ini kata-kata di sekitar NEAR dapat dipilih dengan ${ways} cara, sedangkan yang dicoba ${max}; kurangi sebagian, atau jadikan dua pencarian`,
  }),
  nearDistance: (max: number) => ({
    en: `expected a number from 0 to ${max} right after NEAR/, such as NEAR/5; ${asText.en}`,
    id: `diharapkan bilangan 0 sampai ${max} tepat setelah NEAR/, misalnya NEAR/5; ${asText.id}`,
  }),
  nearPrefix: () => ({
    en: 'NEAR takes whole words, since one with a * stands for too many; list those that are meant, such as harga NEAR/3 (korupsi OR koruptor)',
    id: 'NEAR hanya menerima kata utuh, karena kata dengan * mewakili terlalu banyak; daftarkan yang dimaksud, misalnya harga NEAR/3 (korupsi OR koruptor)',
  }),
  nearExcluded: () => ({
    en: 'to exclude, put the - before the whole, such as -(harga NEAR/3 beras)',
    id: 'untuk mengecualikan, tulis - di depan seluruhnya, misalnya -(harga NEAR/3 beras)',
  }),
  nearOperand: () => ({
    en: 'on both sides of NEAR expected a word, a "phrase", or some of them in parentheses with OR between',
    id: 'di kedua sisi NEAR diharapkan kata, "frasa", atau beberapa di antaranya dalam tanda kurung dengan OR di antaranya',
  }),
  phraseTooLong: (max: number, has: number) => ({
    en: `a phrase may have ${max} words, this has ${has}`,
    id: `frasa paling banyak ${max} kata, yang ini ${has}`,
  }),
  unknownField: (name: string, meant: string, fields: readonly string[]) => ({
    en: `there is no field ${name}:, did you mean ${meant}:? The fields are ${fields.join(', ')}; ${asText.en}`,
    id: `tidak ada bidang ${name}:, maksud Anda ${meant}:? Bidangnya adalah ${fields.join(', ')}; ${asText.id}`,
  }),
  starInside: () => ({
    en: 'a * stands only at the end of a word, such as korup*',
    id: '* hanya boleh di akhir kata, misalnya korup*',
  }),
  prefixTooShort: (letters: number) => ({
    en: `before a * expected one word of at least ${letters} letters, such as korup*`,
    id: `sebelum * diharapkan satu kata dengan sedikitnya ${letters} huruf, misalnya korup*`,
  }),
  prefixOfMany: (words: number) => ({
    en: `before a * expected one word, and searches take this for ${words}; leave the * out, or write only the last of them with it`,
    id: `sebelum * diharapkan satu kata, sedangkan pencarian menganggap ini ${words} kata; hilangkan *, atau pakai * hanya pada kata terakhir`,
  }),
  noList: (field: string) => ({
    en: `${field}: takes a value, or a list such as ${field}:(a OR b)`,
    id: `${field}: menerima satu nilai, atau daftar seperti ${field}:(a OR b)`,
  }),
  onlyText: (field: string) => ({
    en: `inside ${field}: there can be words and phrases, but no fields`,
    id: `di dalam ${field}: boleh ada kata dan frasa, tetapi tidak boleh ada bidang`,
  }),
  excludeBefore: (field: string) => ({
    en: `to exclude, put the - before the field: -${field}:…`,
    id: `untuk mengecualikan, tulis - di depan bidang: -${field}:…`,
  }),
  noFeed: () => ({
    en: 'expected the name of a feed, such as feed:antara',
    id: 'diharapkan nama sumber, misalnya feed:antara',
  }),
  noLanguage: () => ({
    en: 'expected the code of a language, such as lang:id',
    id: 'diharapkan kode bahasa, misalnya lang:id',
  }),
  nameTooLong: (max: number, has: number) => ({
    en: `a name may have ${max} characters, not ${has}`,
    id: `nama paling banyak ${max} karakter, bukan ${has}`,
  }),
  noDate: () => ({
    en: 'expected a date: a year, month or day such as 2023, 2023-06 or 2023-06-12, a range such as 2023-06..2023-07, 2023-06-12.. or ..2023, a day such as today or yesterday, or the last days such as last7d',
    id: 'diharapkan tanggal: tahun, bulan, atau hari seperti 2023, 2023-06, atau 2023-06-12, rentang seperti 2023-06..2023-07, 2023-06-12.., atau ..2023, hari seperti hariini atau kemarin, atau hari-hari terakhir seperti last7d',
  }),
  emptyTime: () => ({
    en: 'must be after from: nothing is between',
    id: 'harus sesudah from: tidak ada apa pun di antaranya',
  }),
  emptyRange: (range: string) => ({
    en: `expected a range whose end comes after its beginning, not ${range}`,
    id: `diharapkan rentang yang akhirnya sesudah awalnya, bukan ${range}`,
  }),
} as const satisfies Record<string, (...given: never[]) => FaultTexts>;

/** The same with the column before it. */
export function atColumn(column: number, { en, id }: FaultTexts): FaultTexts {
  return { en: `at column ${column}: ${en}`, id: `pada kolom ${column}: ${id}` };
}
