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
      request: {
        path: '/_bulk',
        bodyBytes: 7,
        body: { text: 'RAHASIA' },
        q: 'RAHASIA'.repeat(100),
      },
      meta: { meta: { request: { params: { body: 'RAHASIA' } } }, body: { text: 'RAHASIA' } },
    });
    const ofTables = Object.assign(new Error('lost'), {
      query: 'insert into document values ($1)',
      parameters: ['RAHASIA'],
      detail: 'Failing row contains (RAHASIA)',
      driverError: Object.assign(new Error('lost'), { detail: 'RAHASIA' }),
    });
    for (const error of [ofIndex, ofTables, new AggregateError([ofIndex, ofTables], 'both')]) {
      expect(logged(error)).not.toContain('RAHASIA');
      expect(logged(new Error('asking', { cause: error }))).not.toContain('RAHASIA');
    }
    expect(logged(new AggregateError([ofIndex, ofTables], 'both'))).toContain('refused');
    expect(logged(ofIndex)).toContain('"request":{"path":"/_bulk","bodyBytes":7}');
  });

  it('stays short, whatever is quoted and however causes are chained', () => {
    const error = new Error('x'.repeat(100_000));
    error.cause = error;
    expect(logged(error).length).toBeLessThan(40_000);
    expect(logged('only text')).toContain('only text');
    expect(logged(undefined)).toContain('something failed');
  });
});
