import { offsetOf, offsetOfZone } from './zone-offsets.ts';

/** The longest real one, with long names of day, month and zone, has 60. */
const LENGTH_MAX = 100;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Found extends Day {
  /** What stands behind the date: time and zone. */
  readonly rest: string;
}

/** By their first three letters: English, Indonesian in its spellings, Malay. */
const months = [
  'jan',
  'feb peb',
  'mar mac',
  'apr',
  'may mei',
  'jun',
  'jul',
  'aug agu agt ags ogo',
  'sep',
  'oct okt',
  'nov nop',
  'dec des dis',
].map((names) => names.split(' '));

const weekdays = new Set(
  'mon tue wed thu fri sat sun sen sel rab kam jum sab min aha isn kha jmt'.split(' '),
);

/**
 * Day and month in numbers are told apart by size, or by a word of a language or zone that has the
 * day first.
 */
const dayFirstWords =
  /\b(?:WIB|WITA|WIT|MYT|SGT|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b/i;

/**
 * West of Greenwich and without a time, as XML Schema has it (`2026-11-23-07:00`) and mail's way of
 * writing zones (`23 Nov 2026 -0700`). The sign of others parts date and time: `23 Nov 2026 - 14:05`.
 */
const zoneOnly = {
  yearFirst: /^ ?(-(?:0\d|1[0-2]):?(?:00|30))$/,
  dayOrMonthFirst: /^ (-(?:0\d|1[0-2])(?:00|30))$/,
};

/** What RFC 9557 puts behind: the zone's name and others. */
const SUFFIX = /((?: ?\[!?[\w.+\-/=]{1,60}\])+)$/;
const OFFSET_AT_END = /[+-]\d{2}:?\d{2}$|T\d[\d:.,]*[+-]\d{2}$|Z$/i;

const TIME =
  /^[T\s,|_–-]*(?:(?:pukul|pkl|jam|at)\b\.?\s*)?(?:(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,:](\d{1,9}))?)?|(\d{2})(\d{2})?)?\s*(?:([ap])\.?m\b\.?)?)?\s*(.*)$/i;

/**
 * When it says, as RFC 3339 with its own offset: RFC 822 and its successors, ISO 8601 and W3CDTF,
 * asctime, Indonesian and English dates in words, seconds since 1970, and their usual malformations.
 * A date without a time is its midnight. Without an offset it is a time in the given zone.
 * @param timeZone IANA name.
 * @returns nothing when it cannot be told: no whole day, an unknown zone, day and month undecided.
 */
export function instantOf(text: string | undefined, timeZone: string): string | undefined {
  if (text === undefined || text.length > LENGTH_MAX) return undefined;
  const trimmed = withoutDecoration(text);
  const epoch = /^(?:\d{9,10}|\d{13})$/.exec(trimmed)?.[0];
  if (epoch !== undefined) {
    return new Date(Number(epoch) * (epoch.length === 13 ? 1 : 1_000)).toISOString();
  }
  const date = dateOf(trimmed, dayFirstWords.test(text));
  if (date === undefined || !isDay(date)) return undefined;
  const [, west] =
    zoneOnly[/^\d{4}/.test(trimmed) ? 'yearFirst' : 'dayOrMonthFirst'].exec(date.rest) ?? [];
  if (west !== undefined) return written(date, MIDNIGHT, west, timeZone);
  const match = TIME.exec(date.rest);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction, minutesTogether, secondsTogether, half, zone] = match;
  return written(
    date,
    {
      hour: hourOf(Number(hours ?? 0), half),
      minute: Number(minutes ?? minutesTogether ?? 0),
      // A leap second has no place in a timestamp of POSIX.
      second: Math.min(Number(seconds ?? secondsTogether ?? 0), seconds === '60' ? 59 : 99),
      millisecond: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
    },
    zone ?? '',
    timeZone,
  );
}

/** Without the name of the day before it and the name of the zone in brackets behind it. */
function withoutDecoration(text: string): string {
  const line = withoutSuffix(text.replace(/\s+/g, ' ').trim());
  const plain = line.replace(/ ?\([^()]{0,40}\)$/, (bracketed, at: number) =>
    // An offset is worth more than its name; without one the name is all there is.
    /[+-]\d{2}:?\d{2}$|Z$/.test(line.slice(0, at)) ? '' : ` ${bracketed.replace(/[ ()]/g, '')}`,
  );
  const [, word = '', after = ''] = /^([a-z'’]{2,9})[.,]{0,2} ?(.*)$/i.exec(plain) ?? [];
  const date = weekdays.has(word.toLowerCase().slice(0, 3)) ? after : plain;
  return date.replace(/^\(([^()]{6,30})\)/, '$1');
}

/** The name of a zone is needed only where no offset is. */
function withoutSuffix(line: string): string {
  return line.replace(SUFFIX, (suffix, _, at: number) => {
    const [, zone] = /^ ?\[!?([A-Za-z][\w+-]*(?:\/[\w+-]+)*)\]/.exec(suffix) ?? [];
    return zone === undefined || OFFSET_AT_END.test(line.slice(0, at)) ? '' : ` ${zone}`;
  });
}

function dateOf(text: string, isDayFirst: boolean): Found | undefined {
  return yearFirst(text) ?? inWords(text) ?? inNumbers(text, isDayFirst);
}

function yearFirst(text: string): Found | undefined {
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})(?!\d)(.*)$/.exec(text);
  if (match === null) return undefined;
  const [, year, , month, day, rest = ''] = match;
  return { year: Number(year), month: Number(month), day: Number(day), rest };
}

function inWords(text: string): Found | undefined {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/\s.]*([a-z]{3,10})[-/\s.,]*(\d{4}|\d{2})(?![\d:.])(.*)$/i.exec(
      text,
    );
  if (dayFirst !== null) {
    const [, day, month = '', year = '', rest = ''] = dayFirst;
    return { year: yearOf(year), month: monthOf(month), day: Number(day), rest };
  }
  const monthFirst = /^([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)(.*)$/i.exec(text);
  if (monthFirst !== null) {
    const [, month = '', day, year = '', rest = ''] = monthFirst;
    return { year: yearOf(year), month: monthOf(month), day: Number(day), rest };
  }
  // asctime, and date(1) with the zone before the year.
  const yearLast =
    /^([a-z]{3,10}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?(?: [a-z]{1,5}| [+-]\d{4})?) (\d{4})$/i.exec(
      text,
    );
  if (yearLast === null) return undefined;
  const [, month = '', day, rest = '', year = ''] = yearLast;
  return { year: yearOf(year), month: monthOf(month), day: Number(day), rest };
}

function inNumbers(text: string, isDayFirst: boolean): Found | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)(.*)$/.exec(text);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const rest = match[5] ?? '';
  if (first > 12 || first === second || isDayFirst) {
    return { year, month: second, day: first, rest };
  }
  return second > 12 ? { year, month: first, day: second, rest } : undefined;
}

/** Not a month: 0. */
function monthOf(name: string): number {
  const start = name.toLowerCase().slice(0, 3);
  return months.findIndex((names) => names.includes(start)) + 1;
}

/** RFC 2822, 4.3. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2_000 + year : 1_900 + year;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Zeros in place of a date and the first year are what databases say for none. */
function isDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1_000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, millisecond: 0 };

function written(day: Day, time: Time, zone: string, timeZone: string): string | undefined {
  const { hour, minute, second, millisecond } = time;
  const isMidnight = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isMidnight) || minute > 59 || second > 59) return undefined;
  const wall = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second, millisecond);
  const name = zone.trim();
  const offset = name === '' ? offsetOfZone(timeZone, wall) : offsetOf(name, wall);
  if (offset === undefined) return undefined;
  const local = new Date(wall).toISOString().replace('.000', '').replace('Z', '');
  return local.length > 23 ? undefined : `${local}${suffixOf(offset)}`;
}

function suffixOf(minutes: number): string {
  if (minutes === 0) return 'Z';
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
