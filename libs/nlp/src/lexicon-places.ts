import { wordSet } from './lexicon-words.ts';

/** Words that open the name of a place when a capitalised word follows. */
export const placeHeads = wordSet(`
kabupaten kab kota kecamatan kec kelurahan kel desa dusun kampung provinsi prov pulau kepulauan gunung
bukit sungai danau waduk teluk laut selat samudra samudera tanjung pantai jalan jl jln gang bandara
bandar stasiun pelabuhan terminal stadion gelora pasar tol jembatan masjid gereja candi hotel gedung
monumen tugu alun-alun simpang perumahan apartemen distrik nagari kebun taman hutan
`);

/** Place heads that name a place also when they are printed small ("desa Sukamaju"). */
export const smallPlaceHeads = wordSet(`
kabupaten kota kecamatan kelurahan desa dusun kampung provinsi pulau gunung sungai danau teluk selat
distrik kawasan wilayah jalan bandara
`);

/** Words before a name that make it a place. */
export const placePrepositions = wordSet(
  'di ke dari asal kota kabupaten wilayah kawasan provinsi in at from near to',
);

/** Words that go on the name of a place ("Bogor Timur"). */
export const directions = wordSet('timur barat utara selatan tengah tenggara pusat raya');

/** What sort of place a word before a name says it is, offices among them ("Bupati Bogor"). */
export const placeKindWords: ReadonlyMap<string, PlaceKindWord> = new Map(
  Object.entries({
    kabupaten: 'regency',
    kab: 'regency',
    pemkab: 'regency',
    bupati: 'regency',
    wabup: 'regency',
    kota: 'city',
    kotamadya: 'city',
    walikota: 'city',
    pemkot: 'city',
    kecamatan: 'district',
    kec: 'district',
    camat: 'district',
    provinsi: 'province',
    propinsi: 'province',
    prov: 'province',
    gubernur: 'province',
    wagub: 'province',
    pemprov: 'province',
    negara: 'country',
  } satisfies Record<string, PlaceKindWord>),
);

export type PlaceKindWord = 'regency' | 'city' | 'district' | 'province' | 'country';

/** After these a name is that of a village, a street, a river …: never the town of the same name. */
export const smallPlaceWords = wordSet(`
desa dusun kampung kelurahan kel nagari gampong jalan jl jln gang perumahan kompleks apartemen sungai
kali gunung bukit danau waduk teluk tanjung pantai
`);

/** After these the name of a place is that of a language or a people, or no name at all. */
export const neverPlaceAfter = wordSet('bahasa berbahasa suku ijab');
