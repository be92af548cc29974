import { RoundTrips } from './round-trips.ts';

describe('RoundTrips', () => {
  it('tells the truth about the brokers within 10 s', () => {
    let now = 0;
    const trips = new RoundTrips(() => now);
    expect(trips.healthy).toBe(false);
    trips.succeeded('probe');
    expect(trips.healthy).toBe(true);
    now = 9_500;
    expect(trips.healthy).toBe(false);
  });

  it('does not let answered questions hide failing writes', () => {
    let now = 0;
    const trips = new RoundTrips(() => now);
    trips.writeFailed();
    now = 3_000;
    trips.succeeded('probe');
    expect(trips.healthy).toBe(false);
    trips.succeeded('write');
    expect(trips.healthy).toBe(true);
  });
});
