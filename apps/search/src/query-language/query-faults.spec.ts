import fc from 'fast-check';
import { parseQuery } from './parse-query.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from './query-errors.ts';
import { queryFaults } from './query-faults.ts';
import { queryText } from './testing-queries.ts';

function faultOf(q: string): QuerySyntaxError | TooExpensiveQueryError | undefined {
  try {
    parseQuery(q);
    return undefined;
  } catch (error) {
    if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) return error;
    throw error;
  }
}

it('every fault is told in both languages, with what it is about', () => {
  for (const [name, tell] of Object.entries(queryFaults)) {
    const given = name === 'unknownField' ? ['persn', 'person', ['title']] : [41, 42];
    const { en, id } = (tell as (...facts: unknown[]) => { en: string; id: string })(
      ...(name.endsWith('Missing') ? [{ after: 'AND' }] : given),
    );
    expect(en).not.toBe(id);
    for (const text of [en, id]) expect(text).not.toMatch(/undefined|NaN|\[object/);
    // The same numbers, fields and examples, but for the days by their names.
    const facts = (text: string) =>
      text.match(/\d+|(?:title|feed|lang|pers[a-z]+):|\.\.|[A-Z]{2,}/g)?.sort();
    expect([name, facts(id)]).toEqual([name, facts(en)]);
  }
});

it('a fault has the same column in both languages, and what was typed in none but as it was typed', () => {
  fc.assert(
    fc.property(queryText, (q) => {
      const fault = faultOf(q);
      if (fault === undefined) return;
      expect(fault.message).toBe(fault.texts.en);
      expect(fault.texts.id).not.toBe(fault.texts.en);
      if (!(fault instanceof QuerySyntaxError)) return;
      expect(fault.texts.en.startsWith(`at column ${fault.column}: `)).toBe(true);
      expect(fault.texts.id.startsWith(`pada kolom ${fault.column}: `)).toBe(true);
      for (const one of fault.expected) expect(one).toMatch(/^(?:an? [a-z]+|[(),]|[a-z]+:)$/);
    }),
    { seed: 6, numRuns: 500 },
  );
});

it('the parts of a query at fault are named as people of the language would', () => {
  expect(faultOf('a AND')?.texts).toEqual({
    en: 'at column 6: expected a word, a "phrase" or ( after AND; put AND, OR, NOT and NEAR in quotation marks to search for them',
    id: 'pada kolom 6: diharapkan kata, "frasa", atau ( setelah AND; beri tanda kutip pada AND, OR, NOT, dan NEAR untuk mencarinya',
  });
  expect(faultOf('tokoh:Kim')?.texts.id).toMatch(
    /^pada kolom 1: tidak ada bidang tokoh:, maksud Anda person:\? Bidangnya adalah title, /,
  );
});
