import type { AnnotatedDate, AnnotatedField } from '@warta/contracts';
import type { Day } from './calendar.ts';
import { addDays, defaultTimeZone, isoDate, offsetIn } from './calendar.ts';
import { timeZoneMarks } from './lexicon-time.ts';

/** What stands before a time that makes it one, and what stands behind, are shorter. */
const beforeCharsMax = 10;
const afterCharsMax = 28;

/** A time belongs to a day printed at most this far away in its sentence. */
const dayReachChars = 80;

/** Times of day of one text: more is a timetable, of which an event has no room for every row. */
const timesMax = 1_000;

// The first pattern takes digits only; the others run on a short slice, so the whole is linear.
const clockPattern = /\d{1,4}(?:[.:]\d{2})?(?:[.:]\d{2})?/g;
const ledBefore = /(?<![\p{L}\p{N}])(pukul|pkl|pk|jam|at)\.?[ \u00a0]$/iu;
const gluedBefore = /[\p{L}\p{N}/:+.,$€£%()]$/u;
const dashBefore = /[-–—]$/;
const halfOfDay = /^[ \u00a0]?([ap])(?:\.m\.|m(?![\p{L}\p{N}]))/iu;
const partOfDay = /^[ \u00a0](pagi|siang|sore|petang|malam|dini hari|dinihari)(?!\p{L})/iu;
const zonePattern = new RegExp(
  `^[ \\u00a0]?\\(?(${[...timeZoneMarks.keys()].join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);
const endOfRange = /^[ \u00a0]?(?:[-–—]|hingga|sampai|to|s\/d)[ \u00a0]?\d{1,2}(?:[.:]\d{2})?/iu;
const elsewhere = /^[ \u00a0]?(?:,[ ]?)?\(?(?:waktu|local time)(?!\p{L})/iu;
const joinedBehind = /^(?:[\p{L}\p{N}%]|[.,:/]\p{N}| kali(?!\p{L}))/u;

type Clock = { start: number; end: number; minutes: number; zone?: string };

/**
 * Finds times of day as moments of a day: "pukul 14.30 WIB", "at 2:30 pm", "0730 GMT". The day is the
 * one printed in the same sentence, else that of publication; without either there is no moment. A time
 * in a zone that the text does not tell ("waktu setempat") is left out.
 *
 * @param dates the days of this text, in order.
 */
export function findTimesOfDay(
  text: string,
  field: AnnotatedField,
  dates: readonly AnnotatedDate[],
  published: Day | undefined,
  timeZone = defaultTimeZone,
): AnnotatedDate[] {
  const times: AnnotatedDate[] = [];
  let index = 0;
  for (const match of text.matchAll(clockPattern)) {
    while ((dates[index]?.end ?? Infinity) <= match.index) index += 1;
    if ((dates[index]?.start ?? Infinity) < match.index + match[0].length) continue;
    const clock = readClock(text, match[0], match.index);
    if (!clock || clock.start < (times.at(-1)?.end ?? 0)) continue;
    const beside = dayBeside(text, dates, index, clock);
    const day = beside ? toDay(beside.value) : published;
    if (!day) continue;
    const { start, end } = clock;
    const value = moment(day, clock, timeZone);
    const flagged = beside?.flagged && { flagged: beside.flagged };
    times.push({
      text: text.slice(start, end),
      field,
      start,
      end,
      value,
      ...flagged,
      by: 'rule:time-of-day',
    });
    if (times.length === timesMax) break;
  }
  return times;
}

/** A number that a clock shows, with the words that lead to it and the half of the day and zone behind. */
function readClock(text: string, digits: string, at: number): Clock | undefined {
  const before = text.slice(Math.max(0, at - beforeCharsMax), at);
  const led = ledBefore.exec(before);
  if (!led && gluedBefore.test(before)) return undefined;
  const after = (from: number) => text.slice(from, from + afterCharsMax);
  let end = at + digits.length;
  const half = halfOfDay.exec(after(end)) ?? partOfDay.exec(after(end));
  end += half?.[0].length ?? 0;
  const zone = zonePattern.exec(after(end));
  const range = endOfRange.exec(after(end));
  const zoneOfRange = range && zonePattern.exec(after(end + range[0].length));
  if (zone && !zone[0].includes('(')) end += zone[0].length;
  if (elsewhere.test(after(end)) || (!zone && joinedBehind.test(after(end)))) return undefined;
  if (!zone && (dashBefore.test(before) || !isTime(led?.[1], digits, half?.[1]))) return undefined;
  const [hour, minute] = hourAndMinute(digits);
  if (minute === undefined && digits.length > 2) return undefined;
  const minutes = minutesOf(hour, minute ?? 0, half?.[1]);
  if (minutes === undefined) return undefined;
  const printed = zone?.[1] ?? zoneOfRange?.[1];
  const start = led ? at - led[0].length : at;
  return { start, end, minutes, ...(printed && { zone: printed }) };
}

/**
 * Whether a number without a zone is a time. "Pukul" says so, "jam 7" may be seven hours and "at 2.30" a
 * price: they need minutes or a half of the day.
 */
function isTime(led: string | undefined, digits: string, half: string | undefined): boolean {
  const word = led?.toLowerCase();
  if (word?.startsWith('p') || /^[ap]$/i.test(half ?? '')) return true;
  if (word === 'jam') return half !== undefined || /[.:]/.test(digits);
  return word === 'at' && /^\d{1,2}:\d{2}$/.test(digits);
}

/** "14.30", "2:30", "14" and "0730"; the minute is undefined where none is printed. */
function hourAndMinute(digits: string): [hour: number, minute: number | undefined] {
  const [hour = '', minute] = digits.split(/[.:]/);
  if (minute === undefined && hour.length === 4) {
    return [Number(hour.slice(0, 2)), Number(hour.slice(2))];
  }
  return [Number(hour), minute === undefined ? undefined : Number(minute)];
}

/** Minutes since midnight; "24.00" is the midnight that follows. Undefined when no clock shows it. */
function minutesOf(hour: number, minute: number, half: string | undefined): number | undefined {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const part = half?.toLowerCase() ?? '';
  if (part === 'a' || part === 'p') {
    if (hour < 1 || hour > 12) return undefined;
    return ((hour % 12) + (part === 'p' ? 12 : 0)) * 60 + minute;
  }
  const isLate = (part === 'siang' && hour < 6) || /^(?:sore|petang)$/.test(part);
  const isNight = part === 'malam' && hour >= 5;
  return (hour < 12 && (isLate || isNight) ? hour + 12 : hour) * 60 + minute;
}

/** The day, exact to the day, that is printed nearest in the same sentence; the one before wins. */
function dayBeside(
  text: string,
  dates: readonly AnnotatedDate[],
  next: number,
  { start, end }: Clock,
): AnnotatedDate | undefined {
  const before = dates[next - 1];
  const after = dates[next];
  const isNear = (between: string) =>
    between.length <= dayReachChars && !/[.!?…]\s|\n/.test(between);
  if (before && isDay(before) && isNear(text.slice(before.end, start))) return before;
  if (after && isDay(after) && isNear(text.slice(end, after.start))) return after;
  return undefined;
}

function isDay({ value }: AnnotatedDate): boolean {
  return value.length === '2023-06-12'.length;
}

function toDay(value: string): Day {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return { year, month, day };
}

function moment(day: Day, { minutes, zone }: Clock, timeZone: string): string {
  const on = minutes === 24 * 60 ? addDays(day, 1) : day;
  const clock = minutes % (24 * 60);
  const two = (part: number) => String(part).padStart(2, '0');
  const offset = offsetIn(timeZoneMarks.get(zone ?? '') ?? timeZone, on);
  return `${isoDate(on.year, on.month, on.day)}T${two(Math.floor(clock / 60))}:${two(clock % 60)}${offset}`;
}
