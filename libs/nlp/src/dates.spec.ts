import { dayIn } from './calendar.ts';
import { findDates } from './dates.ts';
import { tokenise } from './tokens.ts';

const published = dayIn('2023-06-12T16:00:00+07:00');

function dates(text: string, day = published): string[] {
  return findDates(text, 'body', tokenise(text), day).map(
    ({ text: printed, value, flagged }) => `${printed} = ${value}${flagged ? ` ${flagged}` : ''}`,
  );
}

test.each([
  ['pada Senin (12/6/2023), media', ['Senin (12/6/2023) = 2023-06-12']],
  ['pada hari Senin (12/6).', ['Senin (12/6) = 2023-06-12']],
  ['Jumat, 9 Juni 2023, di Jakarta', ['Jumat, 9 Juni 2023 = 2023-06-09']],
  ['lahir 17 Agustus 1945', ['17 Agustus 1945 = 1945-08-17']],
  ['pada bulan Januari lalu, AS', ['Januari lalu = 2023-01']],
  ['pada Agustus lalu', ['Agustus lalu = 2022-08']],
  ['pada bulan Maret, Washington', ['Maret = 2023-03']],
  ['hingga Desember 2024', ['Desember 2024 = 2024-12 future']],
  ['kemarin malam', ['kemarin = 2023-06-11']],
  ['dua pekan lalu', ['dua pekan lalu = 2023-05-29']],
  ['enam bulan lalu', ['enam bulan lalu = 2022-12']],
  ['sejak tahun 1998', ['1998 = 1998']],
  ['on Monday, June 12, 2023, the', ['Monday, June 12, 2023 = 2023-06-12']],
  ['three days ago', ['three days ago = 2023-06-09']],
  ['pada Jumat malam', ['Jumat = 2023-06-09']],
  ['pada 2023-06-12', ['2023-06-12 = 2023-06-12']],
  ['1 Januari 2099', ['1 Januari 2099 = 2099-01-01 implausible']],
])('reads %s', (text, expected) => {
  expect(dates(text)).toEqual(expected);
});

test.each([
  '31/2/2023',
  '(31/2)',
  'skor 3/4 babak',
  '13/13/2023',
  'berbulan-bulan lalu',
  'Rp 2.023',
])('takes %s for no date', (text) => {
  expect(dates(text)).toEqual([]);
});

test('leaves out what is relative when the day of publication is not known', () => {
  const found = findDates(
    'kemarin, Januari lalu, 12/6/2023',
    'body',
    tokenise('kemarin, Januari lalu, 12/6/2023'),
    undefined,
  );
  expect(found.map(({ value }) => value)).toEqual(['2023-06-12']);
});

test('counts days in the zone of the article, an unknown zone as Jakarta', () => {
  const lateEvening = '2023-06-12T23:30:00Z';
  expect(dayIn(lateEvening)).toEqual({ year: 2023, month: 6, day: 13 });
  expect(dayIn(lateEvening, 'Europe/London')).toEqual({ year: 2023, month: 6, day: 13 });
  expect(dayIn(lateEvening, 'America/New_York')).toEqual({ year: 2023, month: 6, day: 12 });
  expect(dayIn(lateEvening, 'Not/AZone')).toEqual({ year: 2023, month: 6, day: 13 });
  expect(dayIn('yesterday')).toBeUndefined();
});
