/** Powers of ten by the word that follows a number. */
export const scaleExponents: ReadonlyMap<string, number> = new Map([
  ...['ribu', 'ribuan', 'rb', 'thousand'].map((word) => [word, 3] as const),
  ...['juta', 'jutaan', 'jt', 'million'].map((word) => [word, 6] as const),
  ...['miliar', 'miliaran', 'milyar', 'bilion', 'billion'].map((word) => [word, 9] as const),
  ...['triliun', 'triliunan', 'trilyun', 'trilion', 'trillion'].map((word) => [word, 12] as const),
]);

/** Short scales, glued to the number; only after a currency are they no unit of measure. */
export const gluedExponents: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['b', 9],
  ['t', 12],
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
  ...['c$', 'ca$', 'cad'].map((mark) => [mark, 'CAD'] as const),
  ...['nz$', 'nzd'].map((mark) => [mark, 'NZD'] as const),
  ...['nt$', 'twd'].map((mark) => [mark, 'TWD'] as const),
  ...['€', 'eur'].map((mark) => [mark, 'EUR'] as const),
  ...['£', 'gbp'].map((mark) => [mark, 'GBP'] as const),
  ...['¥', 'jpy'].map((mark) => [mark, 'JPY'] as const),
  ...['rm', 'myr'].map((mark) => [mark, 'MYR'] as const),
  ['cny', 'CNY'],
]);

/** ISO 4217 by what is printed after a number, in lower case. */
export const currenciesAfter: ReadonlyMap<string, string> = new Map([
  ...['rupiah', 'idr'].map((name) => [name, 'IDR'] as const),
  ...[
    'dolar as',
    'dollar as',
    'dolar amerika serikat',
    'dolar amerika',
    'dollar amerika serikat',
    'dollar amerika',
    'dolar',
    'us dollars',
    'dollars',
    'dollar',
    'usd',
  ].map((name) => [name, 'USD'] as const),
  ...['dolar singapura', 'dollar singapura', 'singapore dollars', 'sgd'].map(
    (name) => [name, 'SGD'] as const,
  ),
  ...['dolar australia', 'dollar australia', 'australian dollars', 'aud'].map(
    (name) => [name, 'AUD'] as const,
  ),
  ...['dolar hong kong', 'dollar hong kong', 'dolar hongkong', 'hong kong dollars'].map(
    (name) => [name, 'HKD'] as const,
  ),
  ...['dolar kanada', 'dollar kanada', 'canadian dollars', 'cad'].map(
    (name) => [name, 'CAD'] as const,
  ),
  ...['dolar selandia baru', 'dollar selandia baru', 'new zealand dollars', 'nzd'].map(
    (name) => [name, 'NZD'] as const,
  ),
  ...['dolar taiwan', 'dollar taiwan', 'taiwan dollars', 'twd'].map(
    (name) => [name, 'TWD'] as const,
  ),
  ...['dolar brunei', 'dollar brunei', 'brunei dollars', 'bnd'].map(
    (name) => [name, 'BND'] as const,
  ),
  ...['euro', 'euros', 'eur'].map((name) => [name, 'EUR'] as const),
  ...['poundsterling', 'pound sterling', 'gbp'].map((name) => [name, 'GBP'] as const),
  ...['yen', 'jpy'].map((name) => [name, 'JPY'] as const),
  ...['ringgit', 'myr'].map((name) => [name, 'MYR'] as const),
  ...['yuan', 'cny'].map((name) => [name, 'CNY'] as const),
  ...['baht', 'thb'].map((name) => [name, 'THB'] as const),
  ...['peso filipina', 'php'].map((name) => [name, 'PHP'] as const),
  ...['won korea selatan', 'won korea', 'won korsel', 'krw'].map((name) => [name, 'KRW'] as const),
  ...['rupee pakistan', 'pakistani rupees', 'pkr'].map((name) => [name, 'PKR'] as const),
  ...['rupee', 'rupees', 'rupee india', 'inr'].map((name) => [name, 'INR'] as const),
  ...['riyal qatar', 'qar'].map((name) => [name, 'QAR'] as const),
  ...['riyal', 'riyal arab saudi', 'riyal saudi', 'sar'].map((name) => [name, 'SAR'] as const),
]);

/** Of them, names that other countries have for their money too: which of them it is, these do not tell. */
export const sharedCurrencies = new Set('dolar dollar dollars rupee rupees riyal'.split(' '));

/** What is counted: words that follow a number in news and are no unit of time or measure. */
export const countedNouns = `
orang warga jiwa korban tewas meninggal luka luka-luka terluka hilang selamat kasus rumah desa kecamatan
kelurahan kabupaten kota provinsi negara pulau daerah wilayah titik lokasi tempat ruas lahan bandara bank
kendaraan mobil motor bus truk kapal pesawat penerbangan ambulans kereta gerbong siswa mahasiswa pelajar
guru dosen pasien penumpang polisi personel petugas prajurit tentara anggota anak balita bayi
perempuan wanita pria suara penduduk pengungsi karyawan pekerja buruh petani nelayan dokter perawat
pemain pembalap gol kursi poin laga pertandingan peserta responden pengunjung penonton pelanggan pengguna
tamu saksi tersangka terdakwa terpidana pelaku teroris saham emiten bangunan gedung sekolah kelas kamar
lantai unit buah ekor butir botol paket bungkus lembar barang rudal roket peluru drone perusahaan
korporasi koperasi toko hotel atlet medali penghargaan gelar kemenangan pemilih jemaah kloter wisatawan
kunjungan sandera tahanan narapidana keluarga kk lagu album film episode kategori tahapan destinasi varian
masker sapi kambing ayam pohon bahasa suku partai fraksi calon kandidat menteri tokoh nama pertanyaan kematian
penyakit gempa
people persons dead deaths killed injured wounded missing casualties victims survivors cases houses homes
residents citizens passengers crew students pupils teachers patients doctors nurses soldiers troops
officers police workers employees jobs children babies women men girls boys countries nations states
cities towns villages votes voters seats members delegates lawmakers refugees migrants vehicles cars
trucks buses ships boats aircraft planes flights buildings schools hospitals companies firms banks stores
suspects witnesses hostages prisoners protesters demonstrators fans spectators visitors tourists players
goals points games matches medals missiles rockets drones shares barges animals cattle trees islands
`
  .trim()
  .split(/\s+/);

/** Persons counted with their fate: "3 orang tewas", "12 people dead". */
export const countedPersons = 'orang warga korban people persons children civilians soldiers'.split(
  ' ',
);
export const countedFates =
  'tewas meninggal luka luka-luka terluka hilang selamat dead killed injured wounded missing'.split(
    ' ',
  );

/** Numbers as words. "Satu" and "one" count things too, and stand in "salah satu" and "one of". */
export const numberWords: ReadonlyMap<string, number> = new Map(
  (
    'nol/zero satu/one dua/two tiga/three empat/four lima/five enam/six tujuh/seven delapan/eight ' +
    'sembilan/nine sepuluh/ten sebelas/eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .flatMap((names, value) => names.split('/').map((name) => [name, value] as const))
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((name, index) => [name, (index + 2) * 10] as const),
    ),
);

/** Words that multiply or raise what stands before them: "dua puluh", "lima belas", "three hundred". */
export const numberFactors: ReadonlyMap<string, number> = new Map([
  ['puluh', 10],
  ['ratus', 100],
  ['hundred', 100],
]);

/** One of a power as one word: "seratus", "seribu". */
export const numberPowers: ReadonlyMap<string, number> = new Map([
  ['seratus', 100],
  ['seribu', 1000],
  ['sejuta', 1_000_000],
]);
