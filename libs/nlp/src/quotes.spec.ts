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
  [
    '“We are ready for it,” Joe Biden, a former senator, said on Monday.',
    ['Joe Biden | said | We are ready for it,'],
  ],
  [
    '"We are ready for it," Joe Biden said. "The bridge will open on time."',
    ['Joe Biden | said | We are ready for it,', 'Joe Biden |  | The bridge will open on time.'],
  ],
  [
    '"Kami siap," ujar pengacara Joko Widodo, Budi Santoso, di Jakarta.',
    ['Budi Santoso | ujar | Kami siap,'],
  ],
  ['"Kami siap," ujar seorang warga, Budi Santoso (35).', ['Budi Santoso | ujar | Kami siap,']],
  [
    'The bridge “will be ready for it,” Joe Biden said.',
    ['Joe Biden | said | will be ready for it,'],
  ],
  [
    '“We are ready for it,” the party chairman, Rep. Joe Biden (D-Del.), boldly said.',
    ['Joe Biden | said | We are ready for it,'],
  ],
  [
    'Joe Biden thanked Donald Trump, saying “we could not have built it without you”.',
    ['Joe Biden | saying | we could not have built it without you'],
  ],
  ['“We are ready for it.” — Joe Biden', ['Joe Biden | — | We are ready for it.']],
  [
    'Budi Santoso mengatakan:\n"Harga beras sudah turun."',
    ['Budi Santoso | mengatakan | Harga beras sudah turun.'],
  ],
  ['"Harga beras sudah turun, ujarnya, Senin.', ['- | ujarnya | Harga beras sudah turun,']],
  [
    '"Kami siap," ujar Executive Director PT Garuda Tauberes, Budi Santoso, di Jakarta.',
    ['Budi Santoso | ujar | Kami siap,'],
  ],
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

test('paragraphs of speech have the speaker whom the next one or the text before names', async () => {
  const after =
    '"Harga beras sudah turun sejak bulan lalu."\n"Stok juga cukup," kata Budi Santoso.';
  const before =
    'Budi Santoso mengaku senang dengan harga itu.\n"Harga beras sudah turun sejak bulan lalu."';
  for (const body of [after, before]) {
    expect(new Set((await quotes(body)).map((quote) => quote.split(' | ')[0]))).toEqual(
      new Set(['Budi Santoso']),
    );
  }
});

test('a title between does not end who speaks', async () => {
  const body =
    '"Harga beras turun," kata Budi Santoso di acara "Silet". "Stok di gudang juga cukup."';
  expect((await quotes(body)).map((quote) => quote.split(' | ')[0])).toEqual([
    'Budi Santoso',
    'Budi Santoso',
  ]);
});

test('marks that have lost their words are no quotes', async () => {
  expect(await quotes('Bintang drama "\n" itu juga dipuji oleh banyak orang di sana.\n"')).toEqual(
    [],
  );
  expect(await quotes('“,” tulis Budi Santoso di akun miliknya.')).toEqual([]);
});

test('a role without a name is the one person who speaks', async () => {
  const body =
    '"Harga beras turun," kata Budi Santoso.\n"Stok di gudang cukup," ujar politikus itu.';
  expect((await quotes(body)).map((quote) => quote.split(' | ')[0])).toEqual([
    'Budi Santoso',
    'Budi Santoso',
  ]);
});

test('"dia" is whom the text has turned to, or the one person it has named', async () => {
  const body =
    'Kisah hidup Budi Santoso (37) panjang.\n"Dulu hidup saya susah sekali," kata dia di rumahnya.';
  expect(await quotes(body)).toEqual(['Budi Santoso | kata | Dulu hidup saya susah sekali,']);
});

test('every quote says by which rule, and where its speaker is printed', async () => {
  const body = '"Kami siap," kata Budi Santoso. Ia mengaku sudah lama menunggu. "Ayo," katanya.';
  const { quotes: found } = await annotate({ body }, { declaredLanguage: 'id' });
  expect(found.map(({ by }) => by)).toEqual([
    'rule:cue-after-quote',
    'rule:reporting-verb',
    'rule:cue-of-same-speaker',
  ]);
  for (const { speaker, speakerMention: mention } of found) {
    expect(body.slice(mention?.start, mention?.end)).toBe(speaker);
  }
});

test.each([
  [
    'somebody else whom the text does not name',
    '"Kami siap," kata Budi Santoso.\n“We are ready for it,” another witness said.',
    ['Budi Santoso', '-'],
  ],
  [
    'the place in the address of somebody unknown',
    'Salah satu warga Cengkareng, Jakarta Barat, itu, mengaku "kami sudah lama menunggu air di sini".',
    ['-'],
  ],
  ['whose relative it is', '"Kami sudah siap," ujar ayah Joko Widodo di Jakarta.', ['-']],
  [
    'the place where it is written',
    'Pemain itu menulis di Instagram: "Saya senang dengan hasil laga ini."',
    ['-'],
  ],
  [
    'anybody whom a general noun fits',
    'Ani Lestari mengatakan sudah siap.\nBudi Santoso datang ke sana.\n"Kami sudah lama menunggu," ujar pria itu.',
    ['-'],
  ],
])('rather nobody than %s', async (_, body, expected) => {
  expect((await quotes(body)).map((quote) => quote.split(' | ')[0])).toEqual(expected);
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
  expect(await quotes('Budi Santoso meminta penambahan kata "tertulis" di sana.')).toEqual([]);
  expect(await quotes('Budi Santoso mengatakan itu di "Mata Najwa" kemarin.')).toEqual([]);
  expect(
    await quotes('Kim Jong Un menunjukkan “dukungan penuh.\n“Keadilan menang,” kata Kim.'),
  ).toEqual(['Kim Jong Un | kata | Keadilan menang,']);
});
