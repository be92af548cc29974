/**
 * Roots whose forms Lucene's Indonesian stemmer does not bring together. It has no dictionary: it
 * gives `menulis` back as "ulis" but `penulis` as "tulis", `tindakan` as "tinda" and `menteri` as
 * "teri". So the forms of the commonest roots are written down by rule. Lower case. Part of the
 * index's analysis: a change needs a new index.
 */
const roots: readonly string[] = [
  // A first letter that is lost after a nasal prefix
  ...words(`tulis tolak tuntut tuduh tahan tangkap tembak tunda tunggak tambah tanam tarik tawar tayang
    tegas tekan telusur teliti tempuh temu terima tetap tewas tilang timbang timbun tindak tinggal
    tingkat tinjau tipu tiru titip tonton topang tukar tumpang tunjuk tutup tagih tampil tanggap
    taruh tebar tebus tempat tendang tular tumbuh tuding tugas tunjang tuju turun telan tikam`),
  ...words(`pukul pakai paksa pilih pimpin pinjam pindah pasang pangkas pantau panggil panen perintah
    peras periksa pecah pecat peluk penuh percaya peroleh pesan petik pikir pikat polisi potong puji
    pulang putus padam pamer pandang papar parkir pasok patuh produksi protes proses`),
  ...words(`kirim kejar kelola kemas kenal kendali kerah kontrol kritik kuasa kunjung kurang kutip kutuk
    kumpul kurung kaji kandung kait kalah kecam keluar keluh kembang kenang kepung kerja kucur kunci
    kubur`),
  ...words(`sapu sebar sebut selamat selesai selidik selenggara selundup sembuh sembunyi serah serang
    serap sesal setor setuju siap siar sidik siksa simpan singkir sita sorot suap suguh sumbang
    susun susup sewa salur sambut sampai`),
  // An n or m of their own, or a k that looks like the beginning of -kan
  ...words(`minta mulai milik masak muat mohon main masuk menang muncul menteri nilai nikah naik nikmat
    gerak didik rusak letak cetak bijak ledak desak duduk banyak bentuk ajak injak jejak retak`),
  // Two prefixes
  ...words('bank luas rusuh panjang'),
];

/** `form => root`, as the filter `stemmer_override` takes them: each form once. */
export function indonesianForms(): string[] {
  const rootOf = new Map<string, string>();
  for (const root of roots) {
    for (const form of formsOf(root)) if (!rootOf.has(form)) rootOf.set(form, root);
  }
  return [...rootOf].map(([form, root]) => `${form} => ${root}`);
}

/** What news makes of a root; some of it may never have been written. */
function formsOf(root: string): string[] {
  const [active, actor] = [nasal('me', root), nasal('pe', root)];
  const nouns = [`${root}an`, `${actor}an`, `ke${root}an`, `per${root}an`];
  return [
    ...[active, `di${root}`, root].flatMap((verb) => [verb, `${verb}kan`, `${verb}i`]),
    ...[`ter${root}`, `ber${root}`, `memper${root}`, `diper${root}`, actor, `${root}nya`],
    ...nouns.flatMap((noun) => [noun, `${noun}nya`]),
  ];
}

interface Nasal {
  readonly sound: string;
  /** The root's first letter goes. */
  readonly isLetterLost?: boolean;
}

/** The nasal before a root's first letter; other letters get `ng`. */
const nasals: ReadonlyMap<string, Nasal> = new Map([
  ['t', { sound: 'n', isLetterLost: true }],
  ['p', { sound: 'm', isLetterLost: true }],
  ['k', { sound: 'ng', isLetterLost: true }],
  ['s', { sound: 'ny', isLetterLost: true }],
  ...letters('bf', 'm'),
  ...letters('cdj', 'n'),
  ...letters('lmnrw', ''),
]);

/** A letter is not lost before another consonant: `memproses`, `mengkritik`. */
const cluster = /^[bcdfgjkpst][lr]/;

/** The prefix me- or pe- with the nasal it gets before a root, which may cost the root a letter. */
function nasal(prefix: 'me' | 'pe', root: string): string {
  const { sound, isLetterLost } = nasals.get(root.slice(0, 1)) ?? { sound: 'ng' };
  return prefix + sound + (isLetterLost && !cluster.test(root) ? root.slice(1) : root);
}

function letters(all: string, sound: string): [string, Nasal][] {
  return [...all].map((letter) => [letter, { sound }]);
}

function words(rows: string): string[] {
  return rows.trim().split(/\s+/);
}
