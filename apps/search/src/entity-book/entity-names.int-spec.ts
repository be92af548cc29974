import { randomUUID } from 'node:crypto';
import type { CorrectionChange } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { explainQuery } from '../explain-query/explain-query.ts';
import { readEntity, UnknownEntityError } from '../read-entities/read-entity.ts';
import { canceled, dropIndex, entity, indexStates, live, newIndex } from '../testing.ts';
import { Entities } from './entities.ts';
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

it('names that only an article taken down has are told nobody', async () => {
  const gayus = entity('Gayus Rahasia', ['Gayus Rahasia', 'GRH'], { type: 'PERSON' });
  const broto = entity('Broto Kencana', ['Broto Kencana'], { type: 'PERSON' });
  const bwk = { ...broto, aliases: ['Broto Kencana', 'BWK'] };
  const withdrawn = live({ entities: [gayus, bwk] });
  await indexStates(index, withdrawn, live({ entities: [broto] }));
  const entities = new Entities(index, new EntityBook());
  const namesTold = async (about: Entities, q: string) =>
    (await explainQuery(about, { q, in: 'en' })).expansions.flatMap(({ entities: of }) =>
      of.flatMap(({ name, aliases }) => [name, ...aliases]),
    );
  expect(await namesTold(entities, 'person:"Gayus Rahasia"')).toEqual(['Gayus Rahasia', 'GRH']);
  expect(await namesTold(entities, 'entity:"Broto Kencana"')).toEqual(['Broto Kencana', 'BWK']);
  await indexStates(index, canceled(withdrawn.articleId, 2));
  const later = new Entities(index, new EntityBook());
  for (const q of ['person:"Gayus Rahasia"', 'person:GRH', 'Gayus Rahasia', 'entity:BWK']) {
    expect([q, await namesTold(later, q)]).toEqual([q, []]);
  }
  expect(await namesTold(later, 'entity:"Broto Kencana"')).toEqual(['Broto Kencana']);
  expect((await later.find('GRH')).ids).toEqual([]);
  await expect(readEntity(later, gayus.id, { timeZone: 'UTC' })).rejects.toThrow(
    UnknownEntityError,
  );
});

it('an entity is asked for as it is now, though its label is remembered', async () => {
  const gone = entity('Lama Sekali', ['Lama Sekali'], { type: 'PERSON' });
  const withdrawn = live({ entities: [gone] });
  await indexStates(index, withdrawn);
  const names = new EntityNames(index, new EntityBook(), () => nowMs);
  nowMs += 10 * 60_000;
  expect((await names.of([gone.id])).size).toBe(1);
  await indexStates(index, canceled(withdrawn.articleId, 2));
  nowMs += 3_000;
  expect((await names.current([gone.id])).size).toBe(0);
});

function renamed(name: string) {
  const entities = [{ ...kim, name }];
  return { annotation: { ...article.annotation, entities } };
}
