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
