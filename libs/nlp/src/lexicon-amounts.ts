/** Powers of ten by the word that follows a number. */
export const scaleExponents: ReadonlyMap<string, number> = new Map([
  ...['ribu', 'rb', 'thousand'].map((word) => [word, 3] as const),
  ...['juta', 'jt', 'million'].map((word) => [word, 6] as const),
  ...['miliar', 'milyar', 'billion'].map((word) => [word, 9] as const),
  ...['triliun', 'trilyun', 'trillion'].map((word) => [word, 12] as const),
]);

/** Short scales, glued to the number; only after a currency are they no unit of measure. */
export const gluedExponents: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['b', 9],
  ['bn', 9],
  ['tn', 12],
  ['trn', 12],
]);

/** ISO 4217 by what is printed before a number, in lower case. A bare $ is the American one. */
export const currenciesBefore: ReadonlyMap<string, string> = new Map([
  ...['rp', 'rp.', 'idr'].map((mark) => [mark, 'IDR'] as const),
  ...['us$', 'u.s.$', '$', 'usd'].map((mark) => [mark, 'USD'] as const),
  ...['s$', 'sgd', 'sg$'].map((mark) => [mark, 'SGD'] as const),
  ...['a$', 'au$', 'aud'].map((mark) => [mark, 'AUD'] as const),
  ...['hk$', 'hkd'].map((mark) => [mark, 'HKD'] as const),
  ...['€', 'eur'].map((mark) => [mark, 'EUR'] as const),
  ...['£', 'gbp'].map((mark) => [mark, 'GBP'] as const),
  ...['¥', 'jpy'].map((mark) => [mark, 'JPY'] as const),
  ...['rm', 'myr'].map((mark) => [mark, 'MYR'] as const),
  ['cny', 'CNY'],
]);

/** ISO 4217 by what is printed after a number, in lower case. */
export const currenciesAfter: ReadonlyMap<string, string> = new Map([
  ...['rupiah', 'idr'].map((name) => [name, 'IDR'] as const),
  ...['dolar as', 'dolar amerika', 'dolar', 'us dollars', 'dollars', 'usd'].map(
    (name) => [name, 'USD'] as const,
  ),
  ...['dolar singapura', 'singapore dollars', 'sgd'].map((name) => [name, 'SGD'] as const),
  ...['dolar australia', 'australian dollars', 'aud'].map((name) => [name, 'AUD'] as const),
  ...['dolar hong kong', 'hong kong dollars'].map((name) => [name, 'HKD'] as const),
  ...['euro', 'euros', 'eur'].map((name) => [name, 'EUR'] as const),
  ...['poundsterling', 'pound sterling', 'gbp'].map((name) => [name, 'GBP'] as const),
  ...['yen', 'jpy'].map((name) => [name, 'JPY'] as const),
  ...['ringgit', 'myr'].map((name) => [name, 'MYR'] as const),
  ...['yuan', 'cny'].map((name) => [name, 'CNY'] as const),
]);

/** What is counted: words that follow a number in news and are no unit of time or measure. */
export const countedNouns = `
orang warga jiwa korban tewas meninggal luka luka-luka terluka hilang kasus rumah desa kecamatan
kendaraan mobil motor bus truk kapal pesawat siswa mahasiswa pelajar guru dosen pasien penumpang
polisi personel prajurit tentara anak balita perempuan wanita pria negara suara penduduk pengungsi
karyawan pekerja buruh petani nelayan dokter perawat pemain gol kursi peserta pengunjung penonton
saksi tersangka terdakwa pelaku teroris bangunan sekolah rudal roket drone unit perusahaan atlet
pemilih jemaah wisatawan sandera tahanan narapidana
people persons dead deaths killed injured wounded missing casualties victims cases houses homes
residents passengers students pupils teachers patients soldiers troops officers workers employees
children women men countries votes voters refugees vehicles cars ships aircraft buildings schools
companies suspects witnesses hostages prisoners protesters fans players goals seats missiles drones
`
  .trim()
  .split(/\s+/);

/** Persons counted with their fate: "3 orang tewas", "12 people dead". */
export const countedPersons = ['orang', 'warga', 'people', 'persons', 'korban'];
export const countedFates =
  'tewas meninggal luka luka-luka terluka hilang dead killed injured missing'.split(' ');
