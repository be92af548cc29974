import type { Annotation } from '@warta/contracts';
import { annotate } from './annotate.ts';

/** With a title: a sentence by itself is read otherwise. */
async function entities(body: string, title = 'berita hari ini'): Promise<string[]> {
  return (await annotate({ title, body }, {})).entities.map(
    ({ type, name, aliases, role }) =>
      `${type} ${name} [${aliases.join(', ')}]${role ? ` (${role})` : ''}`,
  );
}

test('an office makes the person after it and is kept, through countries, bodies and ranks', async () => {
  expect(await entities('Kapolsek Sukarami, Iptu Rivanda, hadir. Rivanda diam.')).toEqual([
    'LOCATION Sukarami [Sukarami]',
    'PERSON Rivanda [Rivanda] (Kapolsek Sukarami)',
  ]);
  expect(await entities('Menteri Luar Negeri Rusia Sergei Lavrov tiba.')).toEqual([
    'LOCATION Rusia [Rusia]',
    'PERSON Sergei Lavrov [Sergei Lavrov] (Menteri Luar Negeri Rusia)',
  ]);
  expect(await entities('Kepala BPS Suhariyanto hadir.')).toEqual([
    'ORGANIZATION Badan Pusat Statistik [BPS]',
    'PERSON Suhariyanto [Suhariyanto] (Kepala BPS)',
  ]);
});

test('a part of a name is the person who has it, and neither of two who have it', async () => {
  expect(await entities('Budi Santoso datang. Lalu Santoso pulang.')).toEqual([
    'PERSON Budi Santoso [Budi Santoso, Santoso]',
  ]);
  expect(await entities('Budi Santoso dan Agus Santoso datang. Lalu Santoso pulang.')).toEqual([
    'PERSON Budi Santoso [Budi Santoso]',
    'PERSON Agus Santoso [Agus Santoso]',
    'PERSON Santoso [Santoso]',
  ]);
});

test('the short form in brackets is the long name for the rest of the article', async () => {
  expect(
    await entities('Dinas Tata Ruang Kota Depok (DTRK) hadir. Kata DTRK, izin lengkap.'),
  ).toEqual(['ORGANIZATION Dinas Tata Ruang Kota Depok [Dinas Tata Ruang Kota Depok, DTRK]']);
});

test('a short form that the article spells out is the article’s, not the one we know', async () => {
  expect(
    await entities('Polisi memeriksa PT Mitra Karya (MK) di Medan. Menurut MK, itu benar.'),
  ).toEqual(['ORGANIZATION PT Mitra Karya [PT Mitra Karya, MK]', 'LOCATION Medan [Medan]']);
});

test('a name is an organisation where the words before it say so, and only then', async () => {
  expect(await entities('Senjata itu untuk kelompok tentara bayaran Rusia, Wagner.')).toEqual([
    'LOCATION Rusia [Rusia]',
    'ORGANIZATION Wagner [Wagner]',
  ]);
  expect(await entities('Ia mendengar Wagner semalam.')).toEqual([]);
});

test('streets, halls and holidays are not the people they are named after', async () => {
  expect(await entities('Acara di Stadion Utama Gelora Bung Karno, Senayan.')).toEqual([
    'LOCATION Stadion Utama Gelora Bung Karno [Stadion Utama Gelora Bung Karno]',
    'LOCATION Senayan [Senayan]',
  ]);
  expect(await entities('Macet di Jalan Jenderal Sudirman.')).toEqual([
    'LOCATION Jalan Jenderal Sudirman [Jalan Jenderal Sudirman]',
  ]);
  expect(await entities('Peringatan Hari Batik Nasional ramai.')).toEqual([
    'EVENT Hari Batik Nasional [Hari Batik Nasional]',
  ]);
});

test('the capitals of a headline make no name, but names of the body are found in it', async () => {
  expect(
    await entities('Rapat dipimpin Budi Santoso.', 'Santoso Minta Warga Tenang Jelang Rapat'),
  ).toEqual(['PERSON Budi Santoso [Santoso, Budi Santoso]']);
});

test('common words at the start of a sentence are no names', async () => {
  expect(await entities('Pemerintah diam. Warga menunggu. Sementara Hujan turun.')).toEqual([]);
});

test('one name is one thing throughout an article, and a unit is its kind and its place', async () => {
  const found = await entities('Polda Kalimantan Selatan menetapkan empat tersangka kebakaran.');
  expect(found).toEqual(['ORGANIZATION Polda Kalimantan Selatan [Polda Kalimantan Selatan]']);
});

test('marks at the ends are no part of a name', async () => {
  const found = await entities('Ruas tol Solo-Yogyakarta dan Bawen—Yogyakarta dibangun tahun ini.');
  expect(found.map((entity) => entity.replace(/ \[.*/, ''))).toEqual([
    'LOCATION Surakarta',
    'LOCATION Yogyakarta',
    'LOCATION Bawen',
  ]);
});

test('a government is the place it governs, the kind of a place belongs to it with a capital alone', async () => {
  const found = await entities(
    'Pemerintah Jawa Barat membangun jalan di kabupaten Karawang. Korut menolak tawaran itu.',
  );
  expect(found.map((entity) => entity.replace(/ \[.*/, ''))).toEqual([
    'LOCATION Jawa Barat',
    'LOCATION Karawang',
    'LOCATION Korea Utara',
  ]);
});

test('a sentence by itself marks places as corpora of sentences do, an article every place', async () => {
  const body = 'Tentara Israel menyerang Jalur Gaza kemarin.';
  const names = ({ entities: found }: Annotation) => found.map(({ name }) => name);
  expect(names(await annotate({ body }, {}))).not.toContain('Israel');
  const article = await annotate({ title: 'berita hari ini', body }, {});
  expect(names(article)).toContain('Israel');
});
