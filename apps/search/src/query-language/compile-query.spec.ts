import fc from 'fast-check';
import { compileQuery } from './compile-query.ts';
import type { CompileOptions } from './compile-query.ts';
import { parseQuery } from './parse-query.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from './query-errors.ts';
import { entityId, queryText } from './testing-queries.ts';
import { understandQuery } from './understand-query.ts';
import type { EntityFinder } from './understand-query.ts';

/** Every name that begins with K stands for an entity. */
const finder: EntityFinder = {
  find: (names) =>
    Promise.resolve(
      names.map(({ name }) => ({
        entities: name.startsWith('K') ? [{ id: entityId(1), aliases: ['Nama Lain'] }] : [],
        isComplete: true,
      })),
    ),
};
const clock = { nowMs: Date.parse('2024-03-10T18:30:00Z'), timeZone: 'Asia/Jakarta' };
const compiled = async (q: string, more: Partial<CompileOptions> = {}) =>
  compileQuery(await understandQuery(finder, parseQuery(q)), {
    languages: ['id', 'other'],
    clock,
    ...more,
  });

const exact = [
  ...['title.id.exact^6', 'lead.id.exact^4', 'body.id.exact^3'],
  ...['title.other^6', 'lead.other^4', 'body.other^3'],
];
const word = (query: string) => ({
  multi_match: {
    query,
    fields: [...exact, 'names^4', 'title.id^2', 'body.id^1'],
    type: 'best_fields',
    operator: 'and',
    tie_breaker: 0.1,
  },
});
const phrase = (query: string) => ({ multi_match: { query, fields: exact, type: 'phrase' } });

describe('a compiled query', () => {
  it('needs every part, exact before stemmed, title before lead before body', async () => {
    expect(await compiled('harga "beras naik" -impor')).toEqual({
      bool: { must: [word('harga'), phrase('beras naik')], must_not: [phrase('impor')] },
    });
    expect(await compiled('a OR b')).toEqual({
      bool: { should: [word('a'), word('b')], minimum_should_match: 1 },
    });
  });

  it('keeps what was written as one word together, in its order', async () => {
    const { fields } = word('').multi_match;
    expect(await compiled('10:30')).toEqual({
      multi_match: { query: '10:30', fields, type: 'phrase', tie_breaker: 0.1 },
    });
    for (const one of ["jum'at", '1.500', 'anak-anak']) {
      expect(await compiled(one)).toEqual(word(one));
    }
  });

  it('costs what all ways around NEAR come to, so that few of them fit into one query', async () => {
    const choice = Array.from({ length: 16 }, (_, at) => `w${at}`).join(' OR ');
    const near = `((${choice}) NEAR/5 (${choice}))`;
    await expect(compiled(near)).resolves.toBeDefined();
    const chain = Array.from({ length: 5 }, (_, at) => `(a${at} OR b${at} OR c${at})`);
    const many = chain.join(' NEAR/5 ');
    await expect(compiled(many)).resolves.toBeDefined();
    await expect(compiled(`(${many}) OR (${many})`)).rejects.toThrow(TooExpensiveQueryError);
  });

  it('finds a name by its words or as the entity, whose other names only put the best first', async () => {
    expect(await compiled('Korut')).toEqual({
      dis_max: {
        queries: [
          word('Korut'),
          {
            bool: {
              must: [{ terms: { entityIds: [entityId(1)], boost: 4 } }],
              should: [{ dis_max: { queries: [phrase('Nama Lain')] } }],
            },
          },
        ],
        tie_breaker: 0.1,
      },
    });
  });

  it('asks for speaker and words of one quote in one nested clause, for two speakers in two', async () => {
    const one = await compiled('speaker:K quote:x beras');
    expect(one?.bool?.must).toMatchObject([
      { multi_match: { query: 'beras' } },
      {
        nested: {
          path: 'quotes',
          query: {
            bool: {
              must: [
                { terms: { 'quotes.speakerId': [entityId(1)] } },
                { multi_match: { query: 'x' } },
              ],
            },
          },
        },
      },
    ]);
    const two = await compiled('speaker:K speaker:Ka');
    expect(two?.bool?.must).toMatchObject([{ nested: {} }, { nested: {} }]);
  });

  it('for a name that nobody bears finds nothing rather than everything', async () => {
    expect(await compiled('person:Nobody')).toEqual({ terms: { entityIds: [] } });
  });

  it('counts days with both ends, as the time zone has them', async () => {
    const gte = Date.parse('2024-02-28T00:00:00+07:00');
    const lt = Date.parse('2024-03-01T00:00:00+07:00');
    expect(await compiled('date:2024-02-28..2024-02')).toEqual({
      range: { datedAt: { gte, lt, format: 'epoch_millis' } },
    });
    expect(await compiled('date:last2m')).toEqual({
      range: { datedAt: { gte: Date.parse('2024-01-11T00:00:00+07:00'), format: 'epoch_millis' } },
    });
  });

  it('has hits bring quotes when asked to, but those that are excluded', async () => {
    const quotes = JSON.stringify(
      await compiled('quote:x OR (speaker:K -quote:y) OR person:K', { quotes: true }),
    );
    expect(quotes.match(/"inner_hits":\{"name":"[^"]*"/g)).toEqual([
      '"inner_hits":{"name":"q0"',
      '"inner_hits":{"name":"q1.0"',
    ]);
    expect(JSON.stringify(await compiled('quote:x'))).not.toContain('inner_hits');
    const many = Array.from({ length: 20 }, (_, at) => `quote:x${at}`).join(' OR ');
    const brought = JSON.stringify(await compiled(many, { quotes: true }));
    expect(brought.match(/inner_hits/g)).toHaveLength(8);
  });

  it('names every leaf when asked to', async () => {
    expect(
      JSON.stringify(await compiled('a (b OR -c) speaker:K quote:x', { named: true })),
    ).toMatch(/"q0".*"q1\.0".*"q1\.1\.0".*"q2\+q3"/);
  });
});

/** Where text may stand: nothing there is ever read as syntax. */
const valueKeys = new Set(['query', 'value', 'entityIds', 'quotes.speakerId', 'quotes.aboutIds']);

/** Everything else that a compiled query says: keys, fields, types, numbers. */
function saidBeside(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => saidBeside(one, key));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => [name, ...saidBeside(inner, name)]);
  }
  return valueKeys.has(key) && typeof value === 'string' ? [] : [String(value)];
}

/** All that ever stands beside values: names of clauses and fields, and numbers. */
const written =
  /^(?:[a-z_]+|entityIds|datedAt|sectionKey|quotes\.(?:speakerId|aboutIds)|(?:title|lead|body|quotes\.text)\.(?:id|other)(?:\.exact)?(?:\^\d)?|names\^4|-?\d+(?:\.\d+)?|NaN)$/u;

it('never lets what was typed become syntax: it only ever is the value of a clause', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(queryText, fc.string({ unit: 'binary', maxLength: 80 })),
      async (q) => {
        const query = await compiled(q).catch((error: unknown) => {
          if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError)
            return {};
          throw error;
        });
        for (const said of saidBeside(query)) expect(said).toMatch(written);
      },
    ),
    { numRuns: 500 },
  );
});
