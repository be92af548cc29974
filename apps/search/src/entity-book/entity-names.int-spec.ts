import { randomUUID } from 'node:crypto';
import type { CorrectionChange } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { dropIndex, entity, indexStates, live, newIndex } from '../testing.ts';
import { EntityBook } from './entity-book.ts';
import { EntityNames } from './entity-names.ts';

let index: ArticleIndex;
let nowMs = 0;
const kim = entity('Kim', ['Kim'], { type: 'PERSON', wikidata: 'Q56226' });
const article = live({ entities: [kim] });

const correction = (change: CorrectionChange) => ({
  correctionId: randomUUID(),
  change,
  entityName: 'x',
  made: { at: new Date().toISOString(), by: { keyId: 'admin' as const, name: 'x' }, reason: 'x' },
});

beforeAll(async () => {
  index = await newIndex();
  await indexStates(index, article);
});
afterAll(() => dropIndex(index));

it('names are remembered for minutes, but only for seconds while people correct', async () => {
  const book = new EntityBook();
  const names = new EntityNames(index, book, () => nowMs);
  const nameOf = async (id: string) => (await names.of([id])).get(id)?.name;
  expect([await nameOf(kim.id), await nameOf('Q56226')]).toEqual(['Kim', 'Kim']);
  await indexStates(index, { ...article, rev: 2, ...renamed('Kim Jong Un') });
  nowMs += 4 * 60_000;
  expect(await nameOf(kim.id)).toBe('Kim');
  nowMs += 61_000;
  expect(await nameOf(kim.id)).toBe('Kim Jong Un');
  book.apply(correction({ kind: 'block', entityId: randomUUID() }), { offset: 0n });
  await indexStates(index, { ...article, rev: 3, ...renamed('Kim Jong-un') });
  nowMs += 3_000;
  expect(await nameOf(kim.id)).toBe('Kim Jong-un');
  expect(await nameOf(randomUUID())).toBeUndefined();
});

function renamed(name: string) {
  const entities = [{ ...kim, name }];
  return { annotation: { ...article.annotation, entities } };
}
