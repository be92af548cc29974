import fc from 'fast-check';
import { receiptStages } from './receipt-stages.ts';

describe('the stages of a push', () => {
  it('have the time since the one before', () => {
    const answer = receiptStages(
      { receivedAt: '2026-11-23T02:00:00.000Z', storedAt: '2026-11-23T02:00:00.012Z' },
      { changedAt: '2026-11-23T02:00:00.112Z', indexedAt: '2026-11-23T02:00:00.400Z' },
    );
    expect(answer.stages.map(({ stage, ms }) => [stage, ms])).toEqual([
      ['accepted', 0],
      ['in-kafka', 12],
      ['enriched', 100],
      ['indexed', 288],
    ]);
    expect(answer.totalMs).toBe(400);
  });

  it('add up to the whole and are never negative, whatever the clocks say', () => {
    const instant = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    const maybe = fc.option(instant, { nil: undefined });
    fc.assert(
      fc.property(instant, instant, maybe, maybe, (receivedAt, storedAt, changedAt, indexedAt) => {
        const { stages, totalMs } = receiptStages(
          { receivedAt, storedAt },
          { changedAt, indexedAt },
        );
        const times = stages.map(({ at }) => Date.parse(at));
        expect(stages.every(({ ms }) => ms >= 0)).toBe(true);
        expect(stages.reduce((sum, { ms }) => sum + ms, 0)).toBe(totalMs);
        expect(totalMs).toBe(Math.max(...times) - Date.parse(receivedAt));
      }),
      { seed: 5 },
    );
  });
});
