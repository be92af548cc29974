import fc from 'fast-check';
import type { HourlyCount } from './feed-rhythm.ts';
import {
  ACTIVE_HOURS_MIN,
  HOUR_MS,
  hourOf,
  hourOfWeek,
  learnRhythm,
  LEARNT_HOURS,
  unusualSilence,
} from './feed-rhythm.ts';

/** A Monday, 00:00 UTC. */
const MONDAY = hourOf(Date.parse('2026-10-05T00:00:00Z'));
const DAY = 24;
const WEEK = 7 * DAY;

const hours = (isActive: (hour: number) => boolean, until = LEARNT_HOURS): HourlyCount[] =>
  Array.from({ length: until }, (_, at) => MONDAY + at)
    .filter((hour) => isActive(hour - MONDAY))
    .map((hour) => ({ hour, pushes: 3 }));

/** After how many whole hours of silence the warning comes; undefined within four weeks. */
function warnedAfter(feed: readonly HourlyCount[]): number | undefined {
  const rhythm = learnRhythm(feed);
  const last = feed.at(-1)?.hour;
  if (rhythm === undefined || last === undefined) throw new Error('nothing was learnt');
  return Array.from({ length: LEARNT_HOURS }, (_, at) => at).find((silent) =>
    unusualSilence(rhythm, last * HOUR_MS, (last + silent + 1) * HOUR_MS),
  );
}

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const atWork = (hour: number) => hour % WEEK < 5 * DAY && hour % DAY >= 1 && hour % DAY < 10;

describe('the silence of a feed is unusual', () => {
  it('after two missed hours, when it pushes in every hour', () => {
    expect(warnedAfter(hours(() => true))).toBe(2);
  });

  it('after two missed days, when it pushes once a day', () => {
    expect(warnedAfter(hours((hour) => hour % DAY === 6))).toBe(2 * DAY);
  });

  it('not at a weekend, when it only works on weekdays, but on Monday after two hours', () => {
    const feed = hours((hour) => atWork(hour) && hour < 3 * WEEK + 5 * DAY);
    expect(hourOfWeek(feed.at(-1)?.hour ?? 0)).toBe(4 * DAY + 9);
    const weekend = 14 + 2 * DAY + 1;
    expect(warnedAfter(feed)).toBe(weekend + 2);
    const rhythm = learnRhythm(feed);
    expect(rhythm?.usualSilenceHours).toBe(weekend);
    expect(rhythm?.usuallyMissed).toBe(0);
  });

  it('on a weekday after two hours, when it only works on weekdays', () => {
    expect(warnedAfter(hours((hour) => atWork(hour) && hour < 3 * WEEK + DAY + 5))).toBe(2);
  });

  it('only after longer than it usually stays away, when it comes in bursts', () => {
    const random = sequence(7);
    const active = new Set<number>();
    for (let at = 0; at < LEARNT_HOURS; at += 24 + Math.floor(random() * 48)) {
      for (const more of [0, 1, 2]) active.add(at + more);
    }
    const feed = hours((hour) => active.has(hour));
    const after = warnedAfter(feed) ?? 0;
    expect(after).toBeGreaterThan(learnRhythm(feed)?.usualSilenceHours ?? Infinity);
    expect(after).toBeLessThan(7 * DAY);
  });

  it('soon, also when it was dying for days: its last gaps are not what is usual', () => {
    const regular = (hour: number) => hour % 2 === 0 && hour < 3 * WEEK;
    const last = [4, 12, 28, 60].map((gap) => 3 * WEEK + gap);
    const feed = hours((hour) => regular(hour) || last.includes(hour));
    expect(warnedAfter(feed)).toBeLessThan(DAY);
  });

  it('not every day, when it has come hourly for weeks and once a day since', () => {
    const feed = hours((hour) => hour < 3 * WEEK || hour % DAY === 0);
    const week = feed.filter(({ hour }) => hour < MONDAY + 3 * WEEK + 6 * DAY);
    expect(warnedAfter(week)).toBeGreaterThanOrEqual(DAY);
    expect(warnedAfter(week)).toBeLessThan(2 * DAY);
  });

  it('soon, also when it was away for two days once', () => {
    const feed = hours((hour) => hour < WEEK || hour > WEEK + 2 * DAY);
    expect(warnedAfter(feed)).toBeLessThan(6);
  });

  it('as before, however long it lasts: a silence is never learnt', () => {
    const feed = hours(() => true);
    const rhythm = learnRhythm(feed);
    const last = (feed.at(-1)?.hour ?? 0) * HOUR_MS;
    const nowMs = last + 100 * WEEK * HOUR_MS;
    expect(rhythm && unusualSilence(rhythm, last, nowMs)).toEqual({
      hours: 100 * WEEK - 1,
      missed: 100 * WEEK - 1,
    });
  });
});

describe('the rhythm of a feed', () => {
  it('is not learnt from a few pushes, and of the past only from the last four weeks', () => {
    const feed = hours((hour) => hour % DAY === 6);
    expect(learnRhythm([])).toBeUndefined();
    expect(learnRhythm(feed.slice(0, ACTIVE_HOURS_MIN - 1))).toBeUndefined();
    expect(learnRhythm(feed.slice(0, ACTIVE_HOURS_MIN))).toBeDefined();
    const before = { hour: MONDAY - 10 * WEEK, pushes: 1_000_000 };
    expect(learnRhythm([before, ...feed])).toEqual(learnRhythm(feed));
  });

  it('has a share for every hour, and a silence that misses no more than the hours it has', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: LEARNT_HOURS - 1 }), { minLength: 30 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 2_000 }), (found, silent) => {
        const active = new Set(found);
        const feed = hours((hour) => active.has(hour));
        const rhythm = learnRhythm(feed);
        const lastMs = (feed.at(-1)?.hour ?? 0) * HOUR_MS;
        if (rhythm === undefined) throw new Error('30 hours are enough');
        expect(rhythm.activeByHourOfWeek).toHaveLength(WEEK);
        expect(rhythm.activeByHourOfWeek.every((share) => share >= 0 && share <= 1)).toBe(true);
        const silence = unusualSilence(rhythm, lastMs, lastMs + (silent + 1) * HOUR_MS);
        expect(silence?.missed ?? 0).toBeLessThanOrEqual((silence?.hours ?? 0) + 1e-9);
        expect(silence?.hours ?? silent).toBe(silent);
      }),
      { seed: 5, numRuns: 50 },
    );
  });
});
