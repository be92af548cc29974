/** An IANA time zone by the name that this runtime prefers, with its capitals; undefined of any other text. */
export function canonicalZone(zone: string): string | undefined {
  // Offsets such as +07:00 are taken by newer runtimes, and are no zones.
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Each takes some ten kilobytes; there are some 600 zones, and documents may spell them as they like. */
const FORMATS_KEPT_MAX = 100;

const formats = new Map<string, Intl.DateTimeFormat>();

const MINUTE_MS = 60_000;

const written = /^(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})(?::(?<seconds>\d{2}))?$/u;

/**
 * How far the clocks of a time zone, or of an offset such as `+07:00`, are ahead of UTC at a moment;
 * undefined of any other text.
 */
export function zoneOffsetMs(zone: string, atMs: number): number | undefined {
  if (zone === 'UTC') return 0;
  const said = written.test(zone) ? zone : offsetSaid(zone, atMs);
  if (said === undefined) return undefined;
  const { sign, hours, minutes, seconds = 0 } = written.exec(said)?.groups ?? {};
  if (sign === undefined) return 0;
  const aheadMs = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1_000;
  return sign === '-' ? -aheadMs : aheadMs;
}

/** Such as `+07:00`; nothing of a zone that has the time of Greenwich. */
function offsetSaid(zone: string, atMs: number): string | undefined {
  const parts = formatOf(zone)?.formatToParts(atMs);
  const name = parts?.find(({ type }) => type === 'timeZoneName')?.value;
  return name?.replace(/^GMT/u, '');
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    if (formats.size >= FORMATS_KEPT_MAX) formats.clear();
    formats.set(timeZone, format);
    return format;
  } catch {
    return undefined;
  }
}
