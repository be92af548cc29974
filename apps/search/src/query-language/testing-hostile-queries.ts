import { Problem, QueryExplanation, SearchAnswer } from '@warta/contracts';
import fc from 'fast-check';
import { until } from '../testing-service.ts';
import type { SearchBed } from '../testing-service.ts';
import { entity, live } from '../testing.ts';
import { queryText } from './testing-queries.ts';

/** Enough for every piece to meet many others; they take two seconds. */
const QUERIES = 300;
const AT_ONCE = 10;

/** Like queries, and like nothing. */
const strings = fc.oneof(
  { weight: 4, arbitrary: queryText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }) },
);

const korea = entity('Korea Utara', ['Korea Utara', 'Korut']);
const inFeed = (feed: string, title: string) =>
  live({ feed, title, body: 'Harga beras di Korea Utara, kata Kim.', entities: [korea] });

/** Puts hundreds of queries to the service that try to break it, or to see another feed's articles. */
export async function expectSafeQueries(bed: SearchBed): Promise<void> {
  await bed.publish(
    inFeed('antara', 'Korut dan harga beras'),
    inFeed('antara', 'Harga beras'),
    inFeed('rahasia', 'Korut dan harga beras'),
  );
  await until('found', async () => (await bed.ids('q=beras')).length === 3);
  const queries = fc.sample(strings, { numRuns: QUERIES, seed: 6 });
  const answered: number[] = [];
  for (let at = 0; at < queries.length; at += AT_ONCE) {
    const some = queries.slice(at, at + AT_ONCE);
    answered.push(...(await Promise.all(some.map((q) => expectSafe(bed, q)))));
  }
  // Neither are all of them refused nor all found good.
  expect(answered.filter((status) => status === 200).length).toBeGreaterThan(50);
  expect(answered.filter((status) => status === 400).length).toBeGreaterThan(50);
}

/** @returns the status of the search. */
async function expectSafe(bed: SearchBed, q: string): Promise<number> {
  const found = await bed.get(`/v1/articles?${new URLSearchParams({ q, feed: 'antara' })}`);
  const explained = await bed.get(`/v1/query/explain?${new URLSearchParams({ q })}`);
  // They agree: what is explained can be searched, and what is refused is refused by both.
  expect([q, explained.status]).toEqual([q, found.status]);
  if (found.status === 200) {
    const feeds = SearchAnswer.parse(await found.json()).data.map(({ feed }) => feed);
    expect([q, feeds.filter((feed) => feed !== 'antara')]).toEqual([q, []]);
    QueryExplanation.parse(await explained.json());
  } else {
    const { errors } = Problem.parse(await found.json());
    expect([q, found.status, errors?.[0]?.pointer]).toEqual([q, 400, '?q']);
    const { detail = '', column } = errors?.[0] ?? {};
    expect(detail).toMatch(/^(?:at column \d+: |must have |costs )/);
    if (detail.startsWith('at column')) expect(detail).toContain(`at column ${column}: `);
  }
  return found.status;
}
