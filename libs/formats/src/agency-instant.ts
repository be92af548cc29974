import { Instant } from '@warta/contracts';

/** Of the date and time of ISO 8601, basic or extended; each part after the year may be missing. */
const ISO_8601 =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * The instant that agencies write: RFC 3339, ISO 8601 in its basic form (`20130605T210000Z`), a date
 * alone (its first moment), without offset in the time zone given. Undefined when it is none of these.
 */
export function agencyInstant(text: string | undefined, timeZone: string): string | undefined {
  const parts = ISO_8601.exec(text?.trim() ?? '');
  if (parts === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction, offset] = parts;
  const seconds = fraction === undefined ? second : `${second}.${fraction}`;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${seconds}`;
  const instant = `${local}${offset === undefined ? offsetAt(local, timeZone) : extended(offset)}`;
  return Instant.safeParse(instant).data;
}

function extended(offset: string): string {
  if (offset.toUpperCase() === 'Z') return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** `+07:00`: what the zone's clocks are ahead of UTC at that local time. */
function offsetAt(local: string, timeZone: string): string {
  const utc = Date.parse(`${local}Z`);
  if (Number.isNaN(utc)) return 'Z';
  // Once more with the offset found: the first guess is off by it, which matters when clocks change.
  const minutes = offsetMinutes(utc - offsetMinutes(utc, timeZone) * 60_000, timeZone);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function offsetMinutes(instant: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(shown ?? '') ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}
