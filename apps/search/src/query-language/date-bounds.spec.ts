import { ExplainQuery } from '@warta/contracts';
import fc from 'fast-check';
import { dateBounds } from './date-bounds.ts';
import { namedTimes, readDateRange } from './date-range.ts';
import { startOfDay, timeIn } from './day-starts.ts';
import { parseQuery } from './parse-query.ts';
import { phraseQuery, phrasings } from '../explain-query/query-phrasing.ts';
import type { DateRange } from './query-tree.ts';

const range = (typed: string) => readDateRange(typed) as DateRange;

/** What a date comes to, as instants. */
function between(typed: string, timeZone: string, now = '2026-11-23T18:30:00Z') {
  const { fromMs, beforeMs } = dateBounds(range(typed), { nowMs: Date.parse(now), timeZone });
  return [fromMs, beforeMs].map((at) => at && new Date(at).toISOString().replace(':00.000Z', 'Z'));
}

describe('dates of a query', () => {
  it.each([
    ['2023-06-12', 'Asia/Jakarta', '2023-06-11T17:00Z', '2023-06-12T17:00Z'],
    ['2023-06-12', 'UTC', '2023-06-12T00:00Z', '2023-06-13T00:00Z'],
    ['2023-06-12', '-03:30', '2023-06-12T03:30Z', '2023-06-13T03:30Z'],
    ['2023-12', 'Asia/Jayapura', '2023-11-30T15:00Z', '2023-12-31T15:00Z'],
    ['2023..', 'Asia/Makassar', '2022-12-31T16:00Z', undefined],
    ['..2023-02', '+07:00', undefined, '2023-02-28T17:00Z'],
    // Half past one in the night of the 24th in Jakarta.
    ['today', 'Asia/Jakarta', '2026-11-23T17:00Z', '2026-11-24T17:00Z'],
    ['today', 'UTC', '2026-11-23T00:00Z', '2026-11-24T00:00Z'],
    ['yesterday', 'Asia/Jakarta', '2026-11-22T17:00Z', '2026-11-23T17:00Z'],
    ['kemarin..hari ini', 'Asia/Jakarta', '2026-11-22T17:00Z', '2026-11-24T17:00Z'],
    ['thisweek', 'Asia/Jakarta', '2026-11-22T17:00Z', '2026-11-29T17:00Z'],
    ['thismonth', 'Asia/Jakarta', '2026-10-31T17:00Z', '2026-11-30T17:00Z'],
    ['thisyear', 'Asia/Jakarta', '2025-12-31T17:00Z', '2026-12-31T17:00Z'],
    ['last7d', 'Asia/Jakarta', '2026-11-16T17:00Z', undefined],
    ['last7d', 'UTC', '2026-11-16T00:00Z', undefined],
    ['last2w', 'UTC', '2026-11-09T00:00Z', undefined],
    ['last9m', 'UTC', '2026-02-23T00:00Z', undefined],
    ['last1y', 'UTC', '2025-11-23T00:00Z', undefined],
    ['last24h', 'Asia/Jakarta', '2026-11-22T18:30Z', undefined],
    ['last9999y', 'Asia/Jakarta', '0000-01-01T00:00Z', undefined],
    // Clocks go forward over midnight there, and a whole day was left out.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00Z', '2026-09-07T03:00Z'],
    ['2026-04-05', 'America/Santiago', '2026-04-05T04:00Z', '2026-04-06T04:00Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00Z', '2011-12-30T10:00Z'],
  ])('%s in %s is from %s to before %s', (typed, zone, from, before) => {
    expect(between(typed, zone)).toEqual([from, before]);
  });

  it('go back by months to a day that there is', () => {
    expect(between('last1m', 'UTC', '2026-05-31T12:00:00Z')).toEqual([
      '2026-04-30T00:00Z',
      undefined,
    ]);
    expect(between('last3m', 'UTC', '2028-05-31T12:00:00Z')).toEqual([
      '2028-02-29T00:00Z',
      undefined,
    ]);
  });
});

describe('a range by the names of days', () => {
  const clock = { nowMs: Date.parse('2026-11-23T18:30:00Z'), timeZone: 'Asia/Jakarta' };

  it.each([
    ['beras date:today..2020', 12],
    ['date:today..yesterday', 6],
    ['date:2027..kemarin', 6],
    ['date:2026-11-25..hariini', 6],
    ['x -date:("bulan ini..2026-10")', 10],
  ])('%s is refused at column %d when nothing can be in it', (q, column) => {
    expect(() => parseQuery(q, clock)).toThrow(
      expect.objectContaining({ column, message: expect.stringMatching(/end comes after/) }),
    );
    // Kept for later, it may come true.
    expect(() => parseQuery(q)).not.toThrow();
  });

  it.each([
    ['date:yesterday..today'],
    ['date:today..today'],
    ['date:thisyear..2026-11-24'],
    ['date:2026-11-24..today'],
    ['date:today..'],
    ['date:2011-12-30'],
  ])('%s is searched', (q) => {
    for (const timeZone of ['Asia/Jakarta', 'Pacific/Apia']) {
      expect(() => parseQuery(q, { ...clock, timeZone })).not.toThrow();
    }
  });
});

const zone = fc.constantFrom(
  ...['UTC', 'Asia/Jakarta', 'Asia/Jayapura', 'Europe/London', 'America/St_Johns', '+05:45'],
  ...['Pacific/Apia', 'America/Santiago', 'Asia/Beirut', 'Australia/Lord_Howe', 'Africa/Monrovia'],
);
const moment = fc
  .integer({ min: Date.parse('1900-01-01'), max: Date.parse('2100-01-01') })
  .map((at) => at);

it('days begin where the clocks of a zone first show them, one after the other', () => {
  fc.assert(
    fc.property(zone, moment, (timeZone, at) => {
      const today = timeIn(timeZone, at);
      const start = startOfDay(timeZone, today);
      const next = startOfDay(timeZone, { ...today, day: today.day + 1 });
      expect(start).toBeLessThanOrEqual(at);
      expect(next).toBeGreaterThan(at);
      expect(timeIn(timeZone, start)).toMatchObject({ year: today.year, day: today.day });
      expect(timeIn(timeZone, start - 1).day).not.toBe(today.day);
    }),
    { seed: 6, numRuns: 500 },
  );
});

it('every date that can be written has an order, an instant and words, at any moment', () => {
  const end = fc.oneof(
    fc.constantFrom('', ...namedTimes),
    fc
      .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .chain((date) =>
        fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)),
      ),
  );
  const last = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom(...'hdwmy'));
  const typed = fc.oneof(
    fc.tuple(end, end).map(([from, to]) => `${from}..${to}`),
    end,
    last.map(([count, unit]) => `last${count}${unit}`),
  );
  fc.assert(
    fc.property(typed, zone, moment, (date, timeZone, nowMs) => {
      const read = readDateRange(date);
      if ('en' in read) return;
      const { fromMs, beforeMs } = dateBounds(read, { nowMs, timeZone });
      for (const at of [fromMs, beforeMs]) expect(at).not.toBeNaN();
      const isWritten = [read.from, read.to].every((one) => one === undefined || /^\d/.test(one));
      // Only Samoa left a day out.
      if (isWritten && fromMs !== undefined && beforeMs !== undefined) {
        expect(fromMs).toBeLessThanOrEqual(beforeMs);
      }
      for (const language of ExplainQuery.shape.in.unwrap().options) {
        const says = phraseQuery(read, { ...phrasings[language], clock: { nowMs, timeZone } });
        expect(says).toContain(`, ${timeZone})`);
        expect(says).not.toMatch(/undefined|NaN|Invalid/);
      }
    }),
    { seed: 6, numRuns: 500 },
  );
});
