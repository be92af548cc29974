import type { Language } from '../session/preferences.ts';

/** Numbers and times as the language of the person writes them; times in the browser's zone. */
export interface Format {
  /** BCP 47, for what formats by itself. */
  readonly locale: string;
  number(value: number): string;
  percent(share: number): string;
  day(instant: string): string;
  /** The month of an instant, with its year. */
  month(instant: string): string;
  dayAndTime(instant: string): string;
  /** "3 hours ago"; older than a week: the day. */
  ago(instant: string, nowMs?: number): string;
  /** A length of time, such as "3 minutes". */
  duration(value: number, unit: 'day' | 'hour' | 'minute' | 'second'): string;
  /** Name of a language or a region by its code; the code itself when it has none. */
  languageName(code: string): string;
}

/** BCP 47 for a text whose language nobody knows; browsers call it "root". */
const UNDETERMINED = 'und';
const undeterminedIn: Record<Language, string> = { id: 'tidak diketahui', en: 'not known' };

const localeOf: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const HOUR_MS = 3_600_000;
const steps = [
  ['minute', 60_000, HOUR_MS],
  ['hour', HOUR_MS, 24 * HOUR_MS],
  ['day', 24 * HOUR_MS, 7 * 24 * HOUR_MS],
] as const;

export function formatIn(language: Language): Format {
  const locale = localeOf[language];
  const numbers = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const format: Format = {
    locale,
    number: (value) => numbers.format(value),
    percent: (share) => shares.format(share),
    day: (instant) => orItself(instant, (at) => days.format(at)),
    month: (instant) => orItself(instant, (at) => months.format(at)),
    dayAndTime: (instant) => orItself(instant, (at) => times.format(at)),
    ago: (instant, nowMs = Date.now()) =>
      orItself(instant, (at) => {
        const passedMs = nowMs - at.getTime();
        const step = steps.find(([, , belowMs]) => Math.abs(passedMs) < belowMs);
        if (step === undefined) return days.format(at);
        return relative.format(-Math.round(passedMs / step[1]), step[0]);
      }),
    duration: (value, unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    languageName: (code) => {
      if (code === UNDETERMINED) return undeterminedIn[language];
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
  return format;
}

/** What is no instant is shown as it came. */
function orItself(instant: string, show: (at: Date) => string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : show(at);
}
