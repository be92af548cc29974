import { annotate } from './annotate.ts';

/** Quotes as "speaker | cue | text"; a dash where nobody is named. */
async function quotes(body: string): Promise<string[]> {
  const { quotes: found, entities } = await annotate({ body }, {});
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return found.map(({ speakerEntityId, cue, text }) => {
    return `${names.get(speakerEntityId ?? '') ?? '-'} | ${cue} | ${text}`;
  });
}

test.each([
  [
    '"Kami siap," kata Gubernur Jawa Tengah Ganjar Pranowo di Semarang.',
    ['Ganjar Pranowo | kata | Kami siap,'],
  ],
  [
    'Menteri Keuangan Sri Mulyani mengatakan, "Anggaran negara cukup aman."',
    ['Sri Mulyani Indrawati | mengatakan | Anggaran negara cukup aman.'],
  ],
  [
    'Menurut Budi Santoso, "harga beras sudah turun".',
    ['Budi Santoso | Menurut | harga beras sudah turun'],
  ],
  ['Budi Santoso: "Harga beras turun."', ['Budi Santoso | : | Harga beras turun.']],
  ['“We are ready for it,” said President Joe Biden.', ['Joe Biden | said | We are ready for it,']],
  ['“We are ready for it,” Joe Biden told us.', ['Joe Biden | told | We are ready for it,']],
])('gives the words to who is named beside them: %s', async (body, expected) => {
  expect(await quotes(body)).toEqual(expected);
});

test('"katanya" and "kata dia" are who spoke last', async () => {
  const body =
    '"Harga beras turun," kata Budi Santoso. "Stoknya cukup," katanya.\n"Tidak perlu cemas," ujar dia.';
  expect(await quotes(body)).toEqual([
    'Budi Santoso | kata | Harga beras turun,',
    'Budi Santoso | katanya | Stoknya cukup,',
    'Budi Santoso | ujar | Tidak perlu cemas,',
  ]);
});

test('speech that goes on keeps its speaker, in the paragraph and over the next', async () => {
  const body =
    '"Harga beras turun," kata Budi Santoso. "Stok di gudang juga cukup."\n' +
    '"Petani akan panen bulan depan di semua daerah."';
  expect((await quotes(body)).map((quote) => quote.split(' | ')[0])).toEqual(
    new Array(3).fill('Budi Santoso'),
  );
});

test.each([
  [
    'a speaker nobody names',
    '"Kami sudah lama menunggu di sini," kata pria itu kepada Budi Santoso.',
  ],
  [
    'a people, not its country',
    'Rakyat Rusia mengatakan "kami ingin hidup damai selamanya di sini".',
  ],
])('rather nobody than somebody wrong: %s', async (_, body) => {
  expect((await quotes(body)).map((quote) => quote.split(' | ')[0])).toEqual(['-']);
});

test('titles and words at arm’s length are no quotes, nor is a mark that nobody closes', async () => {
  expect(await quotes('Film "Laskar Pelangi" diputar di Belitung.')).toEqual([]);
  expect(
    await quotes('Kim Jong Un menunjukkan “dukungan penuh.\n“Keadilan menang,” kata Kim.'),
  ).toEqual(['Kim Jong Un | kata | Keadilan menang,']);
});
