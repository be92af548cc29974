import { randomUUID } from 'node:crypto';
import { AskSignificant, Significant } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { EntityBook } from '../entity-book/entity-book.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import { dropIndex, entity, indexStates, live, newIndex } from '../testing.ts';
import { findSignificant } from './find-significant.ts';

let index: ArticleIndex;

const karnadi = entity('Karnadi Wiryo', ['Karnadi Wiryo', 'Wiryo'], { type: 'PERSON' });
const suharmin = entity('Suharmin', ['Suharmin'], { type: 'PERSON' });
const body = 'Karnadi Wiryo dan Suharmin bicara soal selat.';
const straits = [[karnadi, suharmin], [karnadi, suharmin], [karnadi], [suharmin]].map((entities) =>
  live({ title: 'Selat', body, entities }),
);
const elsewhere = live({ body: 'Suharmin pulang.', entities: [suharmin] });
const others = Array.from({ length: 15 }, (_, at) => live({ body: `Harga beras ${at}` }));

beforeAll(async () => {
  index = await newIndex();
  await indexStates(index, ...straits, elsewhere, ...others);
});
afterAll(() => dropIndex(index));

const ask = async (book: EntityBook, request: object) =>
  Significant.parse(await findSignificant(searchParts(index, book), AskSignificant.parse(request)));

it('entities that people merged count as one, each article once', async () => {
  const book = new EntityBook();
  const change = { kind: 'merge' as const, entityId: suharmin.id, intoId: karnadi.id };
  const made = { at: '2026-11-23T02:00:00.000Z', by: { keyId: 'admin' as const, name: 'x' } };
  book.apply(
    {
      correctionId: randomUUID(),
      change,
      entityName: 'x',
      made: { ...made, reason: 'x' },
    },
    { offset: 0n },
  );
  const { entities } = await ask(book, { q: 'selat' });
  const score = expect.closeTo((1 - 5 / 20) * (20 / 5), 3);
  expect(entities).toMatchObject([{ id: karnadi.id, articles: 4, background: 5, score }]);
  const apart = (await ask(new EntityBook(), { q: 'selat' })).entities;
  expect(apart.map(({ id, articles, background }) => [id, articles, background])).toEqual([
    [karnadi.id, 3, 3],
    [suharmin.id, 3, 4],
  ]);
});

it('the words of what was searched for are left out under every name of it', async () => {
  for (const request of [{ q: 'Wiryo' }, { person: karnadi.id }, { entity: karnadi.id }]) {
    const terms = (await ask(new EntityBook(), request)).terms.map(({ term }) => term);
    expect(terms).toEqual(expect.arrayContaining(['selat', 'suharmin']));
    for (const word of ['karnadi', 'wiryo']) expect(terms).not.toContain(word);
  }
});
