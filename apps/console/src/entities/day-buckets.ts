import type { Volume } from '../search/volume-chart.tsx';

/** Articles of one day, by the calendar of the browser. */
interface DayCount {
  readonly day: string;
  readonly articles: number;
}

/** Days shown as bars; what is older is told as a number. Ten years: more are thinner than a pixel. */
const DAYS_MAX = 3_660;

/**
 * Counts of the days that have any, as the chart of articles over time takes them: with the days
 * between that have none.
 */
export function bucketsOfDays(days: readonly DayCount[]): Volume {
  const counts = new Map(days.map(({ day, articles }) => [day, articles]));
  const sorted = [...counts.keys()].sort();
  const last = sorted.at(-1);
  const data: Volume['data'] = [];
  let day = last;
  const [first] = sorted;
  while (day !== undefined && first !== undefined && day >= first && data.length < DAYS_MAX) {
    data.push({ from: startOf(day), articles: counts.get(day) ?? 0, total: 0, share: 0 });
    day = dayBefore(day);
  }
  data.reverse();
  const all = days.reduce((sum, { articles }) => sum + articles, 0);
  const shown = data.reduce((sum, { articles }) => sum + articles, 0);
  return { data, interval: 'day', before: all - shown };
}

const startOf = (day: string) => new Date(`${day}T00:00:00`).toISOString().replace('.000Z', 'Z');

/** By the calendar: days of 23 and 25 hours count as one. */
function dayBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
