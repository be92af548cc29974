import { annotate } from './annotate.ts';

async function personsOf(body: string): Promise<string[]> {
  const { entities } = await annotate({ title: 'berita hari ini', body }, {});
  return entities.flatMap(({ type, wikidata }) => (type === 'PERSON' ? [wikidata ?? ''] : []));
}

test.each([
  'Chief Financial Officer Michael Jordan berbicara di Jakarta.',
  'Hakim Muhammad Ali memutuskan perkara itu di Bandung.',
  'The fire was lit by David Cameron, a plumber from Leeds, the police said.',
  'Korban bernama Will Smith, warga Inggris yang tinggal di Bali.',
])('who bears a famous name is not famous by it: %s', async (body) => {
  expect(await personsOf(body)).toEqual(['']);
});

test('who holds an office of a village is nobody that we know', async () => {
  expect(await personsOf('Lurah Muhammad Ali menonton pertandingan tinju di Bandung.')).toEqual([
    '',
  ]);
});

test.each([
  ['Petinju Muhammad Ali menang di Jakarta.', 'Q36107'],
  ['Mantan pebasket Michael Jordan datang ke Jakarta.', 'Q41421'],
  ['Aktor Will Smith tampil di Jakarta.', 'Q40096'],
  ['Prime Minister David Cameron resigned after the vote.', 'Q192'],
])('a word of the field says that the famous one is meant: %s', async (body, wikidata) => {
  expect(await personsOf(body)).toEqual([wikidata]);
});
