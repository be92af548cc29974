import { annotate } from './annotate.ts';

/** Speakers of the quotes, in order; a dash where nobody is named. */
async function speakers(body: string): Promise<string[]> {
  const { quotes, entities } = await annotate({ body }, {});
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return quotes.map(({ speakerEntityId }) => names.get(speakerEntityId ?? '') ?? '-');
}

test.each([
  ['"Anak saya baik sekali kepada semua." Menurut Budi Santoso, hujan turun di sana.'],
  ['"My son is a very good boy." According to Joe Biden, the rain fell in the town.'],
])('"Menurut" that opens the next sentence does not take the quote before it: %s', async (body) => {
  expect((await speakers(body))[0]).toBe('-');
});

test.each([
  ['"Harga turun," kata Budi Santoso. "Bohong!" teriak warga.', ['Budi Santoso', '-']],
  [
    '"Harga turun," kata Budi Santoso. "Itu semua bohong tadi pagi ya!" gumam warga.',
    ['Budi Santoso', '-'],
  ],
  [
    '"Saya tidak tahu," kata Ani Lestari. "Masa tidak tahu," elak Budi Santoso.',
    ['Ani Lestari', 'Budi Santoso'],
  ],
])('speech goes on only where its sentence ends with it: %s', async (body, expected) => {
  expect((await speakers(body)).slice(-expected.length)).toEqual(expected);
});

test.each([['"Belum ada," kata istri Budi Santoso.'], ['"No," said a spokesman.']])(
  'a reporting verb is enough, however short the words: %s',
  async (body) => {
    expect(await speakers(body)).toEqual(['-']);
  },
);

test.each([
  [
    '"Itu tidak benar," ujar pengacara Ani Lestari, Budi Santoso. "Itu fitnah," katanya.',
    ['Budi Santoso', 'Budi Santoso'],
  ],
  ['"Anak saya sakit," ujar ibu Budi Santoso. "Dia di rumah," ujar dia.', ['-', '-']],
  ['Ayah Budi Santoso mengatakan, "Anak saya sakit." "Dia di rumah," katanya.', ['-', '-']],
  ['Budi Santoso datang. "Harga turun," teriak warga. "Stok cukup," katanya.', ['-', '-']],
])('whose relative or lawyer it is does not speak, then or later: %s', async (body, expected) => {
  expect(await speakers(body)).toEqual(expected);
});

test.each([
  [
    'the text has turned to somebody else',
    '"Saya pulang," kata Ani Lestari kepada Budi Santoso. Budi Santoso lalu pergi. "Nanti," katanya.',
  ],
  ['an answer', '"Mau pulang?" kata Ani Lestari kepada Budi Santoso. "Nanti," jawabnya.'],
  ['a question', '"Mau pulang?" tanya Ani Lestari. "Nanti," sahutnya.'],
])('"katanya" is nobody behind %s', async (_, body) => {
  expect(await speakers(body)).toEqual(['Ani Lestari', '-']);
});

test('who was "he" is not "she" later', async () => {
  const body =
    'Tom Baker left the town. "It is all true," he said. "It is a lie," she replied. ' +
    'Mr. Brown wept. "He is gone for good," she said.';
  expect(await speakers(body)).toEqual(['Tom Baker', '-', '-']);
});

test.each([
  ['Joe Biden, quoting Mayor Sue Dean, said "the bridge will open on time on Monday".'],
  ['Joe Biden, who had met Sue Dean, said "the bridge will open on time on Monday".'],
])('the name in an aside is not who speaks: %s', async (body) => {
  expect(await speakers(body)).toEqual(['Joe Biden']);
});

test.each([
  ['„Harga beras turun“, kata Budi Santoso.'],
  ['»Harga beras turun«, kata Budi Santoso.'],
  ["``Harga beras turun,'' kata Budi Santoso."],
  ["'Harga beras turun,' kata Budi Santoso."],
  ['‘Harga beras turun,’ kata Budi Santoso.'],
  [',,Harga beras turun", kata Budi Santoso.'],
])('odd marks pair: %s', async (body) => {
  const { quotes } = await annotate({ body }, {});
  expect(quotes.map(({ text, direct }) => [text.replace(/,$/, ''), direct])).toEqual([
    ['Harga beras turun', true],
  ]);
  expect(await speakers(body)).toEqual(['Budi Santoso']);
});

test.each([
  ['The girls’ room is ‘nice’. It is rock ’n’ roll, Joe Biden’s kind.'],
  ["Film 'Laskar Pelangi' diputar pada Jum'at di gedung 'Mata Najwa'."],
])('apostrophes and titles in single marks are no quotes: %s', async (body) => {
  expect(await speakers(body)).toEqual([]);
});

test('what is said without marks holds none that is not closed, nor the next sentence', async () => {
  const next = 'Joko Widodo menyebut harga beras sudah turun. ,,Naik terus", keluh warga di sana.';
  const open = 'Joko Widodo menyebut harga beras "sudah turun di sana.';
  for (const body of [next, open]) {
    const { quotes } = await annotate({ body }, {});
    expect(quotes.filter(({ text }) => /["“”]|,,/.test(text))).toEqual([]);
  }
});

test.each([
  ['"Kami siap," kata juru bicara Joko Widodo, Budi Santoso, di Bogor.', 'Budi Santoso'],
  ['"Kami siap," terang pengacara Ani Lestari, Budi Santoso, di Bogor.', 'Budi Santoso'],
  ['"Kami siap," kata Kuasa Hukum Joko Widodo di Bogor.', '-'],
])('who speaks for somebody is not that somebody: %s', async (body, expected) => {
  expect(await speakers(body)).toEqual([expected]);
});
