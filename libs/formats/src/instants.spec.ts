import { Instant } from '@warta/contracts';
import fc from 'fast-check';
import { instantOf } from './instants.ts';

const inJakarta = (text: string | undefined) => instantOf(text, 'Asia/Jakarta');

describe('a date', () => {
  it.each([
    // RFC 822, 2822 and what is made of them.
    ['Sun, 06 Jul 2014 12:56:00 GMT', '2014-07-06T12:56:00Z'],
    ['Thu, 01 Jan 2004 19:48:21 EST', '2004-01-01T19:48:21-05:00'],
    ['Thu, 01 Jan 04 19:48 +0700 (WIB)', '2004-01-01T19:48:00+07:00'],
    ['Thu, 01 Jan 99 19:48:21 -0000', '1999-01-01T19:48:21Z'],
    ['Mon,12 Jun 2023 10:30:00 +07:00', '2023-06-12T10:30:00+07:00'],
    ['Mon, 12 Jun 2023 10:30:00 GMT+7', '2023-06-12T10:30:00+07:00'],
    ['Monday, 12-Jun-23 10:30:00 UTC', '2023-06-12T10:30:00Z'],
    ['Mon, 12 Jun 2023 10:30:60 GMT', '2023-06-12T10:30:59Z'],
    ['12 jun 2023, 10:30 AM', '2023-06-12T10:30:00+07:00'],
    ['June 12th, 2023 12:05 am', '2023-06-12T00:05:00+07:00'],
    ['January 1, 2004 7:48 PM EST', '2004-01-01T19:48:00-05:00'],
    ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21+07:00'],
    ['Thu Jan 1 19:48:21 UTC 2004', '2004-01-01T19:48:21Z'],
    // ISO 8601, W3CDTF and what is made of them.
    ['2004-01-01T19:48:21.05Z', '2004-01-01T19:48:21.050Z'],
    ['2004-01-01T19:48:21+07:00', '2004-01-01T19:48:21+07:00'],
    ['2023-06-12T10:30:00-0330', '2023-06-12T10:30:00-03:30'],
    ['2004-01-01 19:48:21', '2004-01-01T19:48:21+07:00'],
    ['2004-01-01T19:48', '2004-01-01T19:48:00+07:00'],
    ['20040101T194821Z', '2004-01-01T19:48:21Z'],
    ['2023/6/2 7:05', '2023-06-02T07:05:00+07:00'],
    ['2004-01-01', '2004-01-01T00:00:00+07:00'],
    ['2023-06-12T24:00:00Z', '2023-06-13T00:00:00Z'],
    ['2023-06-12T10:30:00Z+07:00', '2023-06-12T10:30:00+07:00'],
    ['2023-06-12T10:30:00 Europe/Berlin', '2023-06-12T10:30:00+02:00'],
    // A date alone in its zone, and what looks like it.
    ['2026-11-23-07:00', '2026-11-23T00:00:00-07:00'],
    ['2026-11-23+07:00', '2026-11-23T00:00:00+07:00'],
    ['2026-11-23Z', '2026-11-23T00:00:00Z'],
    ['20261123-0330', '2026-11-23T00:00:00-03:30'],
    ['2026-11-23 -0700', '2026-11-23T00:00:00-07:00'],
    ['Mon, 23 Nov 2026 -0700', '2026-11-23T00:00:00-07:00'],
    ['23 Nov 2026 - 07:00', '2026-11-23T07:00:00+07:00'],
    ['23 Nov 2026 -07:05', '2026-11-23T07:05:00+07:00'],
    ['23 Nov 2026 -14:00', '2026-11-23T14:00:00+07:00'],
    ['Kamis, 12 November 2026 - 14.05 WIB', '2026-11-12T14:05:00+07:00'],
    ['2026-11-23-07:05 WIB', '2026-11-23T07:05:00+07:00'],
    // RFC 9557, as java.time writes it.
    ['2026-11-23T10:00:00+01:00[Europe/Berlin]', '2026-11-23T10:00:00+01:00'],
    ['2026-11-23T10:00:00.5Z[UTC][u-ca=gregory]', '2026-11-23T10:00:00.500Z'],
    ['2026-11-23T10:00:00-08:00[!America/Los_Angeles]', '2026-11-23T10:00:00-08:00'],
    ['2026-11-23T10:00:00[Europe/Berlin]', '2026-11-23T10:00:00+01:00'],
    ['2026-11-23[Europe/Berlin]', '2026-11-23T00:00:00+01:00'],
    ['2026-11-23T10:00+01[Asia/Jakarta]', '2026-11-23T10:00:00+01:00'],
    ['2026-11-23T10:00[u-ca=gregory]', '2026-11-23T10:00:00+07:00'],
    // Indonesian.
    ['Senin, 12 Juni 2023 10:30 WIB', '2023-06-12T10:30:00+07:00'],
    ["Jum'at, 12 Mei 2023 | 10.30 WIB", '2023-05-12T10:30:00+07:00'],
    ['Minggu 1 Agustus 2021 pukul 07.05 WITA', '2021-08-01T07:05:00+08:00'],
    ['17 Agt 1998, 07:05 WIT', '1998-08-17T07:05:00+09:00'],
    ['9 Nopember 2020', '2020-11-09T00:00:00+07:00'],
    ['Rabu (11/9/2019) 13:00 WIB', '2019-09-11T13:00:00+07:00'],
    ['5/6/2023 10:30 WIB', '2023-06-05T10:30:00+07:00'],
    // Others.
    ['13/06/2023 10:30', '2023-06-13T10:30:00+07:00'],
    ['06/13/2023 10:30', '2023-06-13T10:30:00+07:00'],
    ['1686546600', '2023-06-12T05:10:00.000Z'],
    ['1686546600123', '2023-06-12T05:10:00.123Z'],
  ])('%s is %s', (text, instant) => expect(inJakarta(text)).toBe(instant));

  it.each([
    ['the day or the month first', '05/06/2023 10:30'],
    ['a month of a year', '2004-01'],
    ['a year', '2004'],
    ['a day that is none', '31 Jun 2023'],
    ['a day of no calendar', '30 Feb 2024 10:00 GMT'],
    ['nothing, as databases write it', '0000-00-00 00:00:00'],
    ['nothing, as .NET writes it', '0001-01-01T00:00:00Z'],
    ['a zone that nobody knows', 'Mon, 12 Jun 2023 10:30:00 XYZ'],
    ['a zone beyond the last', '2023-06-12T10:30:00+19:00'],
    ['an hour beyond the last', '2023-06-12T25:30:00Z'],
    ['a word', 'yesterday'],
    ['empty', ''],
    ['endless', ` ${'1'.repeat(100_000)}`],
  ])('is not guessed when it is %s', (_, text) => expect(inJakarta(text)).toBeUndefined());

  it('without an offset is a time in the feed’s zone, in summer and in winter', () => {
    expect(instantOf('2023-07-01 12:00', 'Europe/Berlin')).toBe('2023-07-01T12:00:00+02:00');
    expect(instantOf('2023-12-01 12:00', 'Europe/Berlin')).toBe('2023-12-01T12:00:00+01:00');
    expect(instantOf('2023-03-26 03:00', 'Europe/Berlin')).toBe('2023-03-26T03:00:00+02:00');
    expect(instantOf('2023-03-26 01:59', 'Europe/Berlin')).toBe('2023-03-26T01:59:00+01:00');
    expect(instantOf('2023-07-01 12:00', 'Asia/Kathmandu')).toBe('2023-07-01T12:00:00+05:45');
    expect(instantOf('2023-07-01 12:00', 'Nowhere/Town')).toBeUndefined();
  });

  it('is the same instant in each way of writing it', () => {
    const instants = fc.date({
      min: new Date('1971-01-01T00:00:00Z'),
      max: new Date('2049-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        const ms = Math.floor(date.getTime() / 1_000) * 1_000;
        const whole = new Date(ms);
        const writings = [
          whole.toISOString(),
          whole.toUTCString(),
          whole.toISOString().replace('T', ' ').replace('.000Z', ' +0000'),
          whole.toISOString().replaceAll(/[-:]|\.000/g, ''),
          whole.toLocaleString('id', { dateStyle: 'full', timeStyle: 'long', timeZone: 'UTC' }),
          new Date(ms + 7 * 3_600_000).toUTCString().replace('GMT', 'WIB'),
        ];
        expect(writings.map((text) => Date.parse(inJakarta(text) ?? ''))).toEqual(
          writings.map(() => ms),
        );
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('of whatever text is one that the contract takes, or none', () => {
    const piece = fc.constantFrom(
      ...['12', '3', '2023', '99', '-', '/', ':', '.', ' ', 'T', 'Z', '+07', '0700', 'WIB', 'Mei'],
      ...['Senin, ', 'am', '(', ')', '[', ']', 'Asia/', 'pukul ', '24', '60', ',', 'é'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const instant = inJakarta(pieces.join(''));
        if (instant !== undefined) expect(Instant.safeParse(instant).error).toBeUndefined();
      }),
      { seed: 5, numRuns: 5_000 },
    );
  });
});
