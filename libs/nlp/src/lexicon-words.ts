import { commonEnglishRows } from './lexicon-common-english.ts';
import { commonInNamesRows } from './lexicon-common-in-names.ts';
import { commonIndonesianRows } from './lexicon-common-indonesian.ts';
import { namePartRows } from './lexicon-name-parts.ts';

/** Reads a table of words separated by white space. */
export function wordSet(rows: string): ReadonlySet<string> {
  return new Set(rows.trim().split(/\s+/));
}

/** Words that are no name when only the start of a sentence gives them a capital. */
export const commonWords = wordSet(
  `${commonIndonesianRows} ${commonInNamesRows} ${commonEnglishRows}`,
);

/** Words that are usually part of a person's name. */
export const nameParts = wordSet(namePartRows);

/** Words that never belong to a name, capital or not: they end one. */
export const stopWords = wordSet(`
yang dan atau tapi tetapi namun serta di ke dari pada untuk dengan dalam oleh bagi sebagai seperti
tentang terhadap antara hingga sampai sejak setelah sebelum ketika saat jika kalau bila maka karena
sebab agar supaya bahwa adalah ialah ini itu tersebut para sang si juga pun lah kah tak tidak bukan
belum sudah telah akan sedang masih bisa dapat harus kata ujar tutur ungkap ucap jelas tegas imbuh
menurut sementara selain sebelumnya kemudian lalu selanjutnya meski meskipun walau walaupun bahkan
apalagi sebaliknya padahal sehingga akibat akibatnya pasalnya rencananya diketahui dia ia mereka kami
kita saya aku kamu anda beliau nya apa siapa mengapa kenapa bagaimana kapan dimana mana berapa
senin selasa rabu kamis jumat jum'at sabtu minggu ahad januari februari maret april mei juni juli
agustus september oktober november desember wib wita wit rp usd hari tanggal tahun bulan pekan pukul
baca foto video gambas scroll lihat simak halaman sumber reporter editor nomor penulis oleh laporan pasal
ayat uu ruu kuhp apbn apbd bbm covid nik ktp sim stnk dpo tkp bap umkm ukm hut plt pjs
undang undang-undang pancasila islam kristen katolik hindu buddha muslim allah tuhan nabi alquran
al-quran ramadan ramadhan idul fitri adha lebaran natal tionghoa melayu sunda batak betawi
the a an of and or but in on at to from by with for as is are was were be been has have had will would
can could may might must not no yes he she it they we you i his her its their our your this that these
those who which what when where why how after before since until while during because if although
said says told added according there here then than so such also however meanwhile more most
monday tuesday wednesday thursday friday saturday sunday january february march june july august
october december islamic christian christmas easter ramadan god english american british french german
russian chinese japanese indonesian european african asian western eastern northern southern dutch
ukrainian korean israeli palestinian iranian iraqi syrian indian pakistani saudi turkish australian
canadian spanish italian arab jewish soviet covid-19
`);
