import { canonicalZone, zoneOffsetMs } from './time-zone.ts';

const HOUR_MS = 3_600_000;
const winter = Date.parse('2024-01-15T12:00:00Z');
const summer = Date.parse('2024-07-15T12:00:00Z');

describe('the clocks of a time zone', () => {
  it('are ahead of UTC by what they are at that moment', () => {
    expect(zoneOffsetMs('Asia/Jakarta', winter)).toBe(7 * HOUR_MS);
    expect(zoneOffsetMs('America/New_York', winter)).toBe(-5 * HOUR_MS);
    expect(zoneOffsetMs('America/New_York', summer)).toBe(-4 * HOUR_MS);
    expect(zoneOffsetMs('Europe/London', winter)).toBe(0);
    expect(zoneOffsetMs('UTC', winter)).toBe(0);
  });

  it('are known to the second, as they were before clocks agreed', () => {
    expect(zoneOffsetMs('Asia/Jakarta', Date.parse('1850-01-01T00:00:00Z'))).toBe(25_632_000);
  });

  it('are those of an offset that is written instead', () => {
    expect(zoneOffsetMs('+05:45', winter)).toBe(5.75 * HOUR_MS);
    expect(zoneOffsetMs('-03:30', winter)).toBe(-3.5 * HOUR_MS);
  });

  it.each(['', 'WIB?', 'Mars/Phobos', 'x+07:00'])('are none of %j', (zone) => {
    expect(zoneOffsetMs(zone, winter)).toBeUndefined();
    expect(canonicalZone(zone)).toBeUndefined();
  });

  it('are known of more spellings than are kept in mind', () => {
    for (const zone of [...Intl.supportedValuesOf('timeZone'), 'Asia/Jakarta']) {
      expect(zoneOffsetMs(zone, summer)).toBe(zoneOffsetMs(zone.toLowerCase(), summer));
    }
  });
});
