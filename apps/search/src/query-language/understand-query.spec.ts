import { entityId } from './testing-queries.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { TooExpensiveQueryError } from './query-errors.ts';
import { costOf } from './query-cost.ts';
import { QUERY_COST_MAX } from './query-limits.ts';
import { understandQuery } from './understand-query.ts';
import type { AskedName, EntityFinder } from './understand-query.ts';

/** Knows these names, and writes down what it was asked. */
function finderOf(known: Record<string, number>, isComplete = true) {
  const asked: AskedName[] = [];
  const table = new Map(Object.entries(known));
  const finder: EntityFinder = {
    find: (names) => {
      asked.push(...names);
      return Promise.resolve(
        names.map(({ name }) => ({
          entities: Array.from({ length: table.get(name.toLowerCase()) ?? 0 }, (_, at) => ({
            id: entityId(at),
            aliases: ['Nama Lain Satu', 'Nama Lain Dua', 'Tiga', 'Empat', 'Lima'],
          })),
          isComplete,
        })),
      );
    },
  };
  return { finder, asked };
}

const understand = (q: string, known: Record<string, number>, isComplete = true) =>
  understandQuery(finderOf(known, isComplete).finder, parseQuery(q));

const korea = { 'korea utara': 1, korea: 3, 'kim jong un': 1, kim: 200, rusia: 1, as: 1 };

describe('understanding a query', () => {
  it('takes the longest run of words that is a name, from the left', async () => {
    const { node, expansions } = await understand('surat Kim Jong Un Korea Utara Korea', korea);
    expect(node.kind === 'and' && node.of.map((of) => [of.kind, printQuery(of)])).toEqual([
      ['word', 'surat'],
      ['name', 'Kim Jong Un'],
      ['name', 'Korea Utara'],
      ['name', 'Korea'],
    ]);
    expect(expansions.map(({ text }) => text)).toEqual(['Kim Jong Un', 'Korea Utara', 'Korea']);
  });

  it('takes no name across an operator, parentheses or quotation marks', async () => {
    for (const q of ['Korea AND Utara', '(Korea) Utara', 'Korea -x Utara', '"Korea Utara"']) {
      const { expansions } = await understand(q, { 'korea utara': 1 });
      expect([q, expansions]).toEqual([q, []]);
    }
  });

  it('leaves a word that too many are called by a word, and short words unless in capitals', async () => {
    expect((await understand('Kim', korea)).node).toEqual({ kind: 'word', text: 'Kim' });
    expect((await understand('as', korea)).node.kind).toBe('word');
    expect((await understand('AS', korea)).node.kind).toBe('name');
  });

  it('ties fields to entities of their type, or to nobody', async () => {
    const { finder, asked } = finderOf(korea);
    const { node, isComplete } = await understandQuery(
      finder,
      parseQuery('person:"Kim Jong Un" OR place:Nowhere OR entity:Rusia'),
    );
    expect(asked.map(({ name, types }) => [name, types])).toEqual([
      ['Kim Jong Un', ['PERSON']],
      ['Nowhere', ['LOCATION']],
      ['Rusia', undefined],
    ]);
    expect(
      node.kind === 'or' && node.of.map((of) => of.kind === 'entity' && of.entities.length),
    ).toEqual([1, 0, 1]);
    expect(isComplete).toBe(true);
  });

  it('says so when more entities bear a name than are searched', async () => {
    expect((await understand('person:Rusia', korea, false)).isComplete).toBe(false);
  });

  it('asks for a bounded number of names, however many words there are', async () => {
    const { finder, asked } = finderOf({});
    const words = Array.from({ length: 64 }, (_, at) => `kata${at}`).join(' ');
    await understandQuery(finder, parseQuery(words));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(160);
    expect(new Set(asked.map(({ name }) => name)).size).toBe(asked.length);
  });

  it('knows whether there is text to be found', async () => {
    const texts = [
      'a',
      '"a"',
      'kor*',
      'a NEAR/1 b',
      'title:a',
      'quote:a',
      'Rusia',
      'lang:id a',
      '-(-a)',
    ];
    for (const q of texts) expect([q, (await understand(q, korea)).hasText]).toEqual([q, true]);
    const others = [
      '-a',
      'person:Rusia',
      'feed:x',
      'lang:id',
      'section:x',
      'date:2023',
      '-(a b)',
      '-(-(-a))',
    ];
    for (const q of others) expect([q, (await understand(q, korea)).hasText]).toEqual([q, false]);
  });
});

describe('what a query costs', () => {
  it('stays within its limit with as many words as are allowed', async () => {
    const words = Array.from({ length: 64 }, (_, at) => `kata${at}`).join(' ');
    const { node } = await understand(words, {});
    expect(costOf(node)).toBeLessThanOrEqual(QUERY_COST_MAX);
    expect(costOf(node)).toBeGreaterThan(QUERY_COST_MAX / 2);
  });

  it('of many names is kept down by leaving their other names out', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `nama${at}`);
    const known = Object.fromEntries(names.map((name) => [name, 1]));
    const { node, expansions } = await understand(names.join(' '), known);
    expect(costOf(node)).toBeLessThanOrEqual(QUERY_COST_MAX);
    expect(expansions).toHaveLength(30);
    const one = await understand('nama1', known);
    expect(costOf(one.node)).toBeGreaterThan(costOf(node) / 30);
  });

  it('is not kept down by what is found in titles, which are the other names', async () => {
    const names = Array.from({ length: 25 }, (_, at) => `nama${at}`);
    const known = Object.fromEntries(names.map((name) => [name, 1]));
    const { node } = await understand(`title:nama0 (${names.slice(1).join(' ')})`, known);
    const [title, others] = node.kind === 'and' ? node.of : [];
    const alone = await understand('title:nama0', known);
    expect(title).toEqual(alone.node);
    expect(JSON.stringify(title)).toContain('"aliases":["');
    expect(JSON.stringify(others)).not.toContain('"aliases":["');
  });

  it('too much is refused with what to do', async () => {
    const known = Object.fromEntries(
      Array.from({ length: 64 }, (_, at) => [`kata${at}`, 1] as const),
    );
    const names = Object.keys(known).slice(1).join(' ');
    expect((await understand(names, known)).expansions).toHaveLength(63);
    await expect(understand(`${names} kor*`, known)).rejects.toThrow(TooExpensiveQueryError);
    await expect(understand(`${names} kor*`, known)).rejects.toThrow(/may cost 960: leave out/);
  });
});
