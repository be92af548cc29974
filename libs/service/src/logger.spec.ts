import fc from 'fast-check';
import { requestForLog } from './logged-error.ts';
import { createLogger } from './logger.ts';

function logged(err: unknown): string {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  createLogger('test', 'info', { write }).warn({ err }, 'something failed');
  return lines.join('');
}

describe('a line about an error', () => {
  it('tells what it is, where it arose and of what it came', () => {
    const cause = Object.assign(new TypeError('no such host'), { code: 'ENOTFOUND' });
    const { err } = JSON.parse(logged(new Error('asking', { cause }))) as {
      err: Record<string, unknown>;
    };
    expect(err).toMatchObject({
      type: 'Error',
      message: 'asking',
      cause: { type: 'TypeError', message: 'no such host', code: 'ENOTFOUND' },
    });
    expect(err['stack']).toMatch(/logger\.spec\.ts:\d+/);
  });

  it('has nothing of the requests and parameters that clients of stores hang on it', () => {
    const ofIndex = Object.assign(new Error('refused'), {
      request: requestForLog({
        path: '/_bulk',
        bodyBytes: 7,
        body: { text: 'RAHASIA' },
        q: 'RAHASIA'.repeat(100),
      }),
      meta: { meta: { request: { params: { body: 'RAHASIA' } } }, body: { text: 'RAHASIA' } },
    });
    const ofTables = Object.assign(new Error('lost'), {
      query: 'insert into document values ($1)',
      parameters: ['RAHASIA'],
      detail: 'Failing row contains (RAHASIA)',
      driverError: Object.assign(new Error('lost'), { detail: 'RAHASIA' }),
    });
    // As clients hang Node's own requests on their errors.
    const request = { path: '/?q=RAHASIA', _header: 'GET / HTTP/1.1\r\nAuthorization: RAHASIA' };
    expect(logged(Object.assign(new Error('refused'), { request }))).not.toContain('RAHASIA');
    expect(logged({ body: 'RAHASIA' })).toContain('an object with body');
    const changed = new Error('RAHASIA');
    changed.message = 'shorter';
    expect(logged(changed)).toMatch(/shorter.*logger\.spec\.ts/);
    expect(logged({ body: 'RAHASIA' }) + logged(changed)).not.toContain('RAHASIA');
    for (const error of [ofIndex, ofTables, new AggregateError([ofIndex, ofTables], 'both')]) {
      expect(logged(error)).not.toContain('RAHASIA');
      expect(logged(new Error('asking', { cause: error }))).not.toContain('RAHASIA');
    }
    expect(logged(new AggregateError([ofIndex, ofTables], 'both'))).toContain('refused');
    expect(logged(ofIndex)).toContain('"request":{"path":"/_bulk","bodyBytes":7}');
  });

  it('does not quote what could not be read, also of what another came of', () => {
    const unread = (text: string) => {
      try {
        return JSON.parse(text) as unknown;
      } catch (error) {
        return error;
      }
    };
    const noNumber = Object.assign(
      new Error('invalid input syntax for type bigint: "RAHASIA\n"RAHASIA"'),
      { name: 'QueryFailedError', code: '22P02' },
    );
    for (const error of [unread('RAHASIA'), unread(`{"a": RAHASIA${'x'.repeat(99)}}`), noNumber]) {
      expect(logged(error)).toMatch(/Unexpected token …|for type bigint: …/);
      const chain = new AggregateError([new Error('asking', { cause: error })], 'both');
      for (const one of [error, chain]) expect(logged(one)).not.toMatch(/RAHASIA|'R'/);
    }
    const kept = Object.assign(new Error('violates unique constraint "a"'), { code: '23505' });
    expect(logged(kept)).toContain('constraint \\"a\\"');
  });

  it('stays short, whatever is quoted and however causes are chained', () => {
    const error = new Error('x'.repeat(100_000));
    error.cause = error;
    expect(logged(error).length).toBeLessThan(40_000);
    expect(logged('only text')).toContain('only text');
    expect(logged(undefined)).toContain('something failed');
  });

  it('is written whatever was thrown', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    const parts = ['name', 'message', 'stack', 'cause', 'code', 'request', 'errors'];
    const part = fc.tuple(fc.constantFrom(...parts), anything);
    const error = fc.array(part).map((given) => {
      const made = new AggregateError([], 'made');
      for (const [name, value] of given)
        Object.defineProperty(made, name, { value, configurable: true });
      return made;
    });
    const throwing = new Proxy(new Error('x'), {
      get: () => {
        throw new Error('never');
      },
    });
    fc.assert(
      fc.property(fc.oneof(anything, error, fc.constantFrom(throwing, Symbol('x'))), (thrown) => {
        for (const err of [thrown, new Error('asking', { cause: thrown })]) {
          expect(JSON.parse(logged(err))).toMatchObject({ msg: 'something failed' });
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
