import { commonEnglishRows } from './lexicon-common-english.ts';
import { commonIndonesianRows } from './lexicon-common-indonesian.ts';
import { wordSet } from './lexicon-words.ts';

/** The codes of lande, ISO 639-3, as the two letters of BCP-47. */
export const primaryCodes: ReadonlyMap<string, string> = new Map(
  (
    'afr af ara ar aze az bel be ben bn bul bg cat ca ces cs ckb ku cmn zh dan da deu de ell el eng en ' +
    'est et eus eu fin fi fra fr hau ha heb he hin hi hrv hr hun hu hye hy ind id isl is ita it jpn ja ' +
    'kat ka kaz kk kor ko lit lt mar mr mkd mk nld nl nob nb pes fa pol pl por pt ron ro run rn rus ru ' +
    'slk sk spa es srp sr swe sv tgl tl tur tr ukr uk vie vi'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
);

/**
 * Languages that lande does not know or mixes up, by the share of letters of the script that is theirs
 * alone. Japanese comes before Chinese: most of a headline can be Han.
 */
export const scripts: readonly (readonly [script: RegExp, language: string, shareMin: number])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja', 0.08],
  [/\p{Script=Hangul}/gu, 'ko', 0.25],
  [/\p{Script=Han}/gu, 'zh', 0.25],
  [/\p{Script=Thai}/gu, 'th', 0.25],
  [/\p{Script=Myanmar}/gu, 'my', 0.25],
  [/\p{Script=Khmer}/gu, 'km', 0.25],
  [/\p{Script=Lao}/gu, 'lo', 0.25],
  [/\p{Script=Tamil}/gu, 'ta', 0.25],
  [/\p{Script=Telugu}/gu, 'te', 0.25],
  [/\p{Script=Sinhala}/gu, 'si', 0.25],
  [/\p{Script=Gujarati}/gu, 'gu', 0.25],
  [/\p{Script=Gurmukhi}/gu, 'pa', 0.25],
  [/\p{Script=Ethiopic}/gu, 'am', 0.25],
];

/** Frequent words of either language; a headline has few others. */
export const indonesianWords =
  wordSet(`${commonIndonesianRows} di ke dari dan yang ini itu dengan untuk
pada akan tak bisa jadi usai soal kata para oleh agar saat hingga kini lagi masih belum sudah telah`);
export const englishWords =
  wordSet(`${commonEnglishRows} the of and to in a an is was were for on with at
by from as that this it its be are has have had not but after over`);

/** Words that Malay has and Indonesian has not, and that mean nothing else in Indonesian. */
export const malayWords = wordSet(`
kerana bahawa iaitu manakala mesyuarat antarabangsa peratus sahaja syarikat universiti kualiti aktiviti
komuniti fasiliti identiti kapasiti maklumat khamis isnin ogos julai disember bilion hendaklah
bagaimanapun menerusi dijangka susulan hospital polis wang ialah kerajaan mahupun lebuhraya bandaraya
warganegara parlimen
`);

/** Of them, those of which one is enough where no Indonesian word speaks against it. */
export const surelyMalay = wordSet(`
kerana bahawa iaitu mesyuarat antarabangsa peratus universiti aktiviti komuniti fasiliti khamis
isnin ogos julai bilion lebuhraya bandaraya parlimen
`);

/** Words that Indonesian has where Malay has another. */
export const notMalay = wordSet(`
karena bahwa uang polisi pemerintah rapat persen miliar triliun kantor mobil bisa kamis senin agustus juli
universitas kualitas aktivitas komunitas fasilitas identitas kapasitas internasional perusahaan usai warga
ujar informasi desember yaitu sedangkan anggota kemarin
`);
