import { failureKindOf } from './sql-state.ts';

const refused = (code: string) => Object.assign(new Error('refused'), { code, severity: 'ERROR' });

describe('what a failure of the database means', () => {
  it.each(['40001', '40P01', '55P03', '57P01', '57P03', '25006', '08006', '08P01'])(
    'is another try for %s',
    (code) => expect(failureKindOf(refused(code))).toBe('retry'),
  );
  it.each(['22021', '22P05', '22003', '23505', '23514', '54000'])(
    'is the data for %s, which no other try mends',
    (code) => expect(failureKindOf(refused(code))).toBe('data'),
  );
  it.each(['42P01', '42501', '28P01', '53100', '53300', '57014', 'XX001', '58030'])(
    'is an outage for %s: no record is given up for it',
    (code) => expect(failureKindOf(refused(code))).toBe('outage'),
  );
  it('is read from the driver behind what TypeORM throws', () => {
    const wrapped = Object.assign(new Error('query failed'), { driverError: refused('40P01') });
    expect(failureKindOf(wrapped)).toBe('retry');
  });
  it('is another try when the connection or the pool failed, which have no SQLSTATE', () => {
    for (const error of [
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      Object.assign(new Error('write'), { code: 'EPIPE' }),
      new AggregateError([Object.assign(new Error('::1'), { code: 'ECONNREFUSED' })]),
      new Error('Connection terminated unexpectedly'),
      new Error('timeout exceeded when trying to connect'),
    ]) {
      expect(failureKindOf(error)).toBe('retry');
    }
  });
  it('is unknown for a bug', () => {
    expect(failureKindOf(new TypeError('x is not a function'))).toBeUndefined();
    expect(failureKindOf('a string')).toBeUndefined();
  });
});
