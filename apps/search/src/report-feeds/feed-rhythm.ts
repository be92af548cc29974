/**
 * How a feed usually pushes, learnt from when it did, and whether its present silence is unusual.
 *
 * **The rule.** Time is cut into whole UTC hours; an hour is *active* when it brought news. Of
 * each of the 168 hours of a week is learnt how often it was active, out of the weeks observed. A
 * silence *misses* the sum of that over its hours: a night or a weekend in which the feed never
 * pushes misses nothing, and a working hour that was always active misses one. The usual silence is
 * what the silences of the past missed, the rarest of them left out. A feed is silent when the
 * present silence misses `MISSED_MORE_THAN_USUAL` more than that, and is longer than the shortest of
 * the latest `HABIT_SILENCES`: so a feed that has slowed down is judged by its new ways within days.
 *
 * So a steady feed is missed after hours, one that rests at weekends not before Monday, and one that
 * comes in bursts only when it stays away longer than it usually does. Counting active hours rather
 * than pushes keeps a burst from looking like a habit. Leaving out the rarest keeps an outage, or the
 * last stumbles of a feed that is dying, from becoming what is usual.
 *
 * Nothing is said of a feed with fewer than `ACTIVE_HOURS_MIN` active hours: so of a weekly one.
 */

export const HOUR_MS = 60 * 60 * 1_000;
const DAY_HOURS = 24;
export const WEEK_HOURS = 7 * DAY_HOURS;

/** Four of every hour of the week; longer, and a feed that has changed its ways is misjudged. */
export const LEARNT_HOURS = 4 * WEEK_HOURS;

/** Fewer are an anecdote. One push a day makes 28. */
export const ACTIVE_HOURS_MIN = 20;

/** Two whole active hours: one may be luck, or a push that is a minute late. */
const MISSED_MORE_THAN_USUAL = 2;

/** Of the silences of the past, the share at the top that is no habit; at least one of them. */
const UNUSUAL_SHARE = 0.02;

/** As many silences in a row are a habit, however rare they were before. */
const HABIT_SILENCES = 5;

/** Pushes in one hour: `hour` counts whole hours since 1970, UTC. */
export interface HourlyCount {
  readonly hour: number;
  readonly pushes: number;
}

export interface FeedRhythm {
  readonly pushesPerDay: number;
  /** How often each hour of the week is active, 0 to 1; the first is Monday, 00:00 to 01:00 UTC. */
  readonly activeByHourOfWeek: readonly number[];
  /** Whole hours of the longest silence that is usual. */
  readonly usualSilenceHours: number;
  /** Active hours that it misses. */
  readonly usuallyMissed: number;
  /** Whole hours that none of the latest silences was shorter than. */
  readonly habitHours: number;
}

/** What is unusual about the present silence. */
export interface FeedSilence {
  /** Whole hours without a push, the running one left out. */
  readonly hours: number;
  /** Active hours missed in it. */
  readonly missed: number;
}

/** The first hour since 1970 that is the first of a week: Monday, 1970-01-05. */
const FIRST_MONDAY_HOUR = 4 * DAY_HOURS;

export function hourOf(atMs: number): number {
  return Math.floor(atMs / HOUR_MS);
}

export function hourOfWeek(hour: number): number {
  return (((hour - FIRST_MONDAY_HOUR) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;
}

/**
 * The rhythm in the hours of one feed, oldest first, each at most once and only those with pushes.
 * It is learnt up to the last of them, so that a silence does not become the habit while it lasts.
 * Undefined when they are too few. Pure.
 */
export function learnRhythm(hours: readonly HourlyCount[]): FeedRhythm | undefined {
  const last = hours.at(-1)?.hour;
  if (last === undefined) return undefined;
  const learnt = hours.filter(({ hour }) => hour > last - LEARNT_HOURS);
  const first = learnt[0]?.hour ?? last;
  if (learnt.length < ACTIVE_HOURS_MIN) return undefined;
  const active = activity(learnt, first, last);
  const silences = learnt.slice(1).map(({ hour }, at) => {
    const before = learnt[at]?.hour ?? hour;
    return { hours: hour - before - 1, missed: missedBetween(active, before, hour) };
  });
  const pushes = learnt.reduce((sum, one) => sum + one.pushes, 0);
  const usuallyMissed = usual(silences.map(({ missed }) => missed));
  const habitHours = Math.min(...silences.slice(-HABIT_SILENCES).map((one) => one.hours));
  const usualSilences = silences.filter(({ missed }) => missed <= usuallyMissed);
  return {
    pushesPerDay: (pushes * DAY_HOURS) / (last - first + 1),
    activeByHourOfWeek: active,
    usualSilenceHours: Math.max(habitHours, ...usualSilences.map((one) => one.hours)),
    usuallyMissed,
    habitHours,
  };
}

/** The present silence when it is unusual, else undefined. Pure. */
export function unusualSilence(
  rhythm: FeedRhythm,
  lastNewsMs: number,
  nowMs: number,
): FeedSilence | undefined {
  const [last, now] = [hourOf(lastNewsMs), hourOf(nowMs)];
  const missed = missedBetween(rhythm.activeByHourOfWeek, last, now);
  const hours = now - last - 1;
  return missed >= rhythm.usuallyMissed + MISSED_MORE_THAN_USUAL && hours > rhythm.habitHours
    ? { hours, missed }
    : undefined;
}

/** Of each hour of the week, the share of its hours from `first` to `last` that were active. */
function activity(hours: readonly HourlyCount[], first: number, last: number): number[] {
  const active = new Array<number>(WEEK_HOURS).fill(0);
  const observed = new Array<number>(WEEK_HOURS).fill(0);
  const add = (to: number[], hour: number) =>
    (to[hourOfWeek(hour)] = (to[hourOfWeek(hour)] ?? 0) + 1);
  for (let hour = first; hour <= last; hour += 1) add(observed, hour);
  for (const { hour } of hours) add(active, hour);
  return active.map((count, at) => count / Math.max(1, observed[at] ?? 0));
}

/** What the hours after `before` and before `after` miss; whole weeks are not walked through. */
function missedBetween(active: readonly number[], before: number, after: number): number {
  const hours = Math.max(0, after - before - 1);
  const weeks = Math.floor(hours / WEEK_HOURS);
  let missed = weeks === 0 ? 0 : weeks * active.reduce((sum, one) => sum + one, 0);
  for (let hour = before + 1 + weeks * WEEK_HOURS; hour < after; hour += 1) {
    missed += active[hourOfWeek(hour)] ?? 0;
  }
  return missed;
}

/** The largest but for the rarest. */
function usual(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rare = Math.max(1, Math.ceil(sorted.length * UNUSUAL_SHARE));
  return sorted[sorted.length - 1 - rare] ?? 0;
}
