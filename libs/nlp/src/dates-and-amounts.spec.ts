import { AnnotatedAmount, AnnotatedDate } from '@warta/contracts';
import fc from 'fast-check';
import { amountsMax } from './amounts.ts';
import { bodyCharsMax } from './article-text.ts';
import { datesMax, findDatesAndAmounts } from './dates-and-amounts.ts';
import { tokenise } from './tokens.ts';

const context = { publishedAt: '2023-06-12T16:00:00+07:00', timeZone: 'Asia/Makassar' };

function find(title: string, body: string, language = 'id') {
  const field = (text: string) => ({ text, tokens: tokenise(text) });
  return findDatesAndAmounts(field(title), field(body), language, context);
}

test('reads a headline’s weekday as the day that the text prints in full', () => {
  const { dates } = find('Laga Kamis', 'Laga itu pada Kamis (15/6/2023) pukul 19.00.');
  expect(dates.map(({ field, value }) => `${field} ${value}`)).toEqual([
    'title 2023-06-15',
    'body 2023-06-15',
    'body 2023-06-15T19:00+08:00',
  ]);
});

test('takes no number of a date or time for an amount', () => {
  const { amounts } = find('', 'Pada 12 Juni 2023 pukul 14.30 WIB, 3 tahun lalu, 20 rumah rusak.');
  expect(amounts.map(({ text }) => text)).toEqual(['20 rumah']);
});

const pieces = fc.constantFrom(
  ...['Senin', 'Minggu', 'lalu', 'depan', 'pekan', 'tahun', 'kemarin', 'malam', 'hari ini', 'Juni'],
  ...[
    'May',
    '(',
    ')',
    ',',
    '.',
    '-',
    '–',
    '/',
    ' ',
    '\n',
    '12',
    '2023',
    '12/6/2023',
    '31/2',
    '14.30',
  ],
  ...['pukul', 'jam', 'at', 'pm', 'WIB', 'GMT', 'Rp', '$', 'juta', 'persen', '%', 'dua', 'puluh'],
  ...[
    'belas',
    'ratus',
    'satu',
    'orang',
    'tewas',
    'km',
    'm',
    '٣',
    '²',
    '😀',
    '\ud83d',
    '\u00a0',
    '9999',
  ],
);

test('finds in any text what keeps the contract, at true offsets, in order, without overlaps', () => {
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(' ')),
    fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('id', 'en', 'und'), (body, language) => {
      const { dates, amounts } = find('', body, language);
      for (const date of dates) expect(AnnotatedDate.parse(date)).toEqual(date);
      for (const amount of amounts) expect(AnnotatedAmount.parse(amount)).toEqual(amount);
      const all = [...dates, ...amounts].sort((a, b) => a.start - b.start);
      for (const [index, { start, end, text: printed, by }] of all.entries()) {
        expect(body.slice(start, end)).toBe(printed);
        expect(start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
        expect(by).toMatch(/^rule:/);
      }
    }),
    { seed: 5, numRuns: 2_000 },
  );
});

// Of processor time, because other tests run beside this one.
const hostileMsMax = 1_500;

test.each([
  ['days', 'kemarin '],
  ['times', 'pukul 14.30 WIB '],
  ['weekdays', 'Kamis '],
  ['opened brackets', 'Senin (12/6 '],
  ['months', 'Juni-'],
  ['ranges', '1 Juli - '],
  ['numbers in words', 'dua puluh '],
  ['amounts', '3 orang tewas '],
  ['currencies', 'Rp '],
  ['digits and points', '1.1,'],
])('stays quick, and within one event, on a text of nothing but %s', (_name, piece) => {
  const body = piece.repeat(bodyCharsMax / piece.length);
  const started = process.cpuUsage();
  const { dates, amounts, isWhole } = find('', body);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(hostileMsMax);
  expect(dates.length).toBeLessThanOrEqual(datesMax);
  expect(amounts.length).toBeLessThanOrEqual(amountsMax);
  expect(isWhole).toBe(dates.length < datesMax && amounts.length < amountsMax);
});
