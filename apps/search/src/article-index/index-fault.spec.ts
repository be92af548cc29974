import fc from 'fast-check';
import { faultForLog, faultOfSearch, faultTypes, withoutValues } from './index-fault.ts';

/** As Elasticsearch and Lucene write them, around a value. */
const quoting: ((value: string) => string)[] = [
  (value) =>
    `[1:22] failed to parse field [rev] of type [long] in document with id '7'. Preview of field's value: '${value}'`,
  (value) => `For input string: "${value}"`,
  (value) => `failed to parse date field [${value}] with format [strict_date_time]`,
  (value) => `Text '${value}' could not be parsed at index 0`,
  (value) => `'${value}' is not an IP string literal.`,
  (value) => `Failed to parse value [${value}] as only [true] or [false] are allowed.`,
  (value) => `Unrecognized token '${value}': was expecting (JSON String, Number, Array)`,
  (value) => `Duplicate field "${value}"`,
  (value) => `failed to create query: [${value}] field [body] was indexed without position data`,
  (value) => `unknown query \u0060${value}\u0060`,
];

describe('a reason of Elasticsearch without values', () => {
  it('still says which field, index, shard or limit it is about', () => {
    for (const reason of [
      '[1:22] mapping set to strict, dynamic introduction of [lead] within [_doc] is not allowed',
      'object mapping for [quotes] tried to parse field [null] as object, but found a concrete value',
      'Limit of total fields [1000] has been exceeded while adding new fields [1]',
      'index [x-articles-1] blocked by: [FORBIDDEN/8/index write (api)];',
      '[parent] Data too large, data for [<http_request>] would be [12345/12kb]',
      '[x-articles-1][0] primary shard is not active Timeout: [10s]',
      'Document contains at least one immense term in field="body.id" (whose encoding is too long)',
      'no such index [x-articles-write]',
    ]) {
      expect(withoutValues(reason)).toBe(reason);
    }
    const [first = String] = quoting;
    expect(withoutValues(first('x'))).toContain('failed to parse field [rev] of type [long]');
    expect(withoutValues('mapper [title] cannot be changed from type [text] to [keyword]')).toBe(
      'mapper [title] cannot be changed from type [text] to …',
    );
  });

  it('has nothing of any value, whatever signs are in it', () => {
    const sign = fc.constantFrom(
      ...`"'\u0060[]“” :/`,
      ' field [',
      'index [',
      '] ',
      "' ",
      '" ',
      'é',
    );
    const value = fc
      .array(fc.oneof(sign, fc.constant('RAHASIA')), { maxLength: 12 })
      .map((parts) => `RAHASIA${parts.join('')}RAHASIA`);
    fc.assert(
      fc.property(fc.constantFrom(...quoting), value, (reasonOf, secret) => {
        const reason = reasonOf(secret);
        expect(withoutValues(reason)).not.toContain('RAHASIA');
        const fault = { type: 'odd', reason, caused_by: { type: 'its_cause', reason } };
        expect(faultForLog(fault)).not.toContain('RAHASIA');
        expect(faultForLog(fault)).toMatch(/^odd: .*; by its_cause: /s);
      }),
      { seed: 8, numRuns: 2_000 },
    );
  });

  it('is short, and there whatever the answer looks like', () => {
    const part = fc.oneof(fc.anything(), fc.string({ maxLength: 2_000 }));
    const fault = fc.record({ type: part, reason: part, root_cause: part, caused_by: part });
    fc.assert(
      fc.property(fault, (given) => {
        expect(faultForLog(given as never).length).toBeLessThan(600);
        expect(typeof faultTypes(given as never)).toBe('string');
      }),
      { seed: 8, numRuns: 500 },
    );
    expect(faultForLog(undefined)).toBe('no error type: no reason');
  });
});

it('of a search that is refused has the types alone, since it is told with what was searched for', () => {
  const fault = {
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    root_cause: [{ type: 'query_shard_exception', reason: 'RAHASIA' }],
    caused_by: { type: 'too_many_clauses', reason: 'RAHASIA' },
  };
  const types = 'search_phase_execution_exception: query_shard_exception: too_many_clauses';
  for (const status of [400, 500]) expect(faultOfSearch(status, fault)).toBe(types);
  expect(faultOfSearch(503, { ...fault, caused_by: undefined })).toBe(
    'search_phase_execution_exception: all shards failed',
  );
});
