/** One day of a back-test, drawn or said. */
export interface DayCount {
  /** As 2026-11-23, in UTC as the service counts. */
  readonly day: string;
  readonly articles: number;
  readonly stories: number;
}

const DAY_MS = 24 * 3_600_000;
/** More bars than a service ever counts would be an error of clocks. */
const DAYS_MAX = 62;

/** Every day of a stretch; those that the service left out had nothing. */
export function everyDay(days: readonly DayCount[], from: string, to: string): DayCount[] {
  const counted = new Map(days.map((one) => [one.day, one]));
  const all: DayCount[] = [];
  const end = Date.parse(to);
  for (let at = startOf(from); at <= end && all.length < DAYS_MAX; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    all.push(counted.get(day) ?? { day, articles: 0, stories: 0 });
  }
  return all;
}

const startOf = (instant: string) => Math.floor(Date.parse(instant) / DAY_MS) * DAY_MS;

/** A moment that is in that day where the browser is, so that it is written as the same day. */
export const noonOf = (day: string) => `${day}T12:00:00`;
