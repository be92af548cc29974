import { zoneOffsetMs } from '@warta/contracts';

/**
 * Hours east of Greenwich by the names that feeds print: RFC 822, Indonesia's three, and those of
 * countries whose news Indonesia takes. A name that means two zones (IST, CST) has the one that RFC
 * 822 gives it, or none.
 */
const named: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ Z: 0, UT: 0, UTC: 0, GMT: 0 },
    ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
    ...{ AKST: -9, AKDT: -8, HST: -10, AST: -4, ADT: -3, BRT: -3 },
    ...{ WIB: 7, WITA: 8, WIT: 9 },
    ...{ ICT: 7, SGT: 8, MYT: 8, PHT: 8, HKT: 8, JST: 9, KST: 9, PKT: 5 },
    ...{ AWST: 8, ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
    ...{
      WET: 0,
      WEST: 1,
      BST: 1,
      CET: 1,
      CEST: 2,
      MEZ: 1,
      MESZ: 2,
      EET: 2,
      EEST: 3,
      MSK: 3,
      TRT: 3,
    },
  }),
);

/** No zone is further from Greenwich; more is an error of the sender. */
const OFFSET_MINUTES_MAX = 14 * 60;

/**
 * Minutes east of Greenwich of a zone as a date has it behind it: `+0700`, `-07:00`, `+7`, `GMT+7`,
 * `WIB`, `Asia/Jakarta`.
 * @param wallTimeMs what clocks there show, as if it were UTC.
 */
export function offsetOf(zone: string, wallTimeMs: number): number | undefined {
  const hours = named.get(zone.toUpperCase().replace(/\.$/, ''));
  if (hours !== undefined) return hours * 60;
  const match =
    /^(?:UTC|GMT|UT|Z)?\s?([+\u2212-])\s?(\d{1,2})(?::?(\d{2})(?::?00)?)?(?:\s?[A-Z]{1,5})?$/i.exec(
      zone,
    );
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    if (minutes > OFFSET_MINUTES_MAX || Number(match[3] ?? 0) > 59) return undefined;
    return match[1] === '+' ? minutes : -minutes;
  }
  return /^[A-Za-z]+(?:\/[A-Za-z_-]+)+$/.test(zone) ? offsetOfZone(zone, wallTimeMs) : undefined;
}

/**
 * Minutes east of Greenwich in an IANA zone when clocks there show this time. Of an hour that comes
 * twice it is one of both, of one that is left out the one before.
 */
export function offsetOfZone(timeZone: string, wallTimeMs: number): number | undefined {
  const guess = offsetAt(timeZone, wallTimeMs);
  return guess === undefined ? undefined : offsetAt(timeZone, wallTimeMs - guess * 60_000);
}

/** In whole minutes: what is written behind a date has no seconds. */
function offsetAt(timeZone: string, instantMs: number): number | undefined {
  const offsetMs = zoneOffsetMs(timeZone, instantMs);
  return offsetMs === undefined ? undefined : Math.trunc(offsetMs / 60_000);
}
