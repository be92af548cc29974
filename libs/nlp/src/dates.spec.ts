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
  ['kemarin malam', ['kemarin malam = 2023-06-11']],
  ['dua pekan lalu', ['dua pekan lalu = 2023-05-29']],
  ['enam bulan lalu', ['enam bulan lalu = 2022-12']],
  ['sejak tahun 1998', ['1998 = 1998']],
  ['on Monday, June 12, 2023, the', ['Monday, June 12, 2023 = 2023-06-12']],
  ['three days ago', ['three days ago = 2023-06-09']],
  ['pada Jumat malam', ['Jumat = 2023-06-09']],
  ['pada 2023-06-12', ['2023-06-12 = 2023-06-12']],
  ['pada 30 Februari 2023,', ['30 Februari 2023 = 2023-02 implausible']],
  ['pada 31 April lalu', ['31 April lalu = 2023-04 implausible']],
  ['on June 31, 2022', ['June 31, 2022 = 2022-06 implausible']],
  ['29 Februari 2023 dan 2024', ['29 Februari 2023 = 2023-02 implausible']],
  ['Rabu (31/9/2022), kata', ['Rabu (31/9/2022) = 2022-09 implausible']],
  ['Rabu (31/9).', ['Rabu (31/9) = 2023-09 implausible']],
  ['Rabu, 31/9', ['Rabu, 31/9 = 2023-09 implausible']],
  ['Rabu (31-09-2022)', ['Rabu (31-09-2022) = 2022-09 implausible']],
  ['Senin (16/11/2019) lalu', ['Senin (16/11/2019) lalu = 2019-11-16 implausible']],
  ['Sabtu, 16 November 2019', ['Sabtu, 16 November 2019 = 2019-11-16']],
  [
    'Rabu (8/6/2023), lalu Kamis.',
    ['Rabu (8/6/2023) = 2023-06-08 implausible', 'Kamis = 2023-06-08'],
  ],
  ['pada 17 Agustus 2199.', ['17 Agustus 2199 = 2199-08-17 implausible']],
  ['Agustus 0203, kata', ['Agustus 0203 = 0203-08 implausible']],
  ['pada 12 Juni 2500 orang', ['12 Juni = 2023-06-12']],
  ['1 Januari 2099', ['1 Januari 2099 = 2099-01-01 implausible']],
  ['di Jakarta, Rabu (7/6), dan Kamis.', ['Rabu (7/6) = 2023-06-07', 'Kamis = 2023-06-08']],
  ['Kamis dini hari WIB, 8 Juni 2023, mulai', ['Kamis dini hari WIB, 8 Juni 2023 = 2023-06-08']],
  ['Kamis pekan lalu, 8 Juni 2023', ['Kamis pekan lalu, 8 Juni 2023 = 2023-06-08']],
  ['Sabtu pekan depan', ['Sabtu pekan depan = 2023-06-24 future']],
  ['akan bertemu pada Kamis.', ['Kamis = 2023-06-15 future']],
  ['Senin lalu', ['Senin lalu = 2023-06-05']],
  ['pada 20 Agustus lalu', ['20 Agustus lalu = 2022-08-20']],
  ['pada 2 Mei mendatang', ['2 Mei mendatang = 2024-05-02 future']],
  ['Rabu dan Kamis (7-8/6)', ['Rabu = 2023-06-07', 'Kamis = 2023-06-08', '8/6 = 2023-06-08']],
  ['(5-7/6/2023)', ['7/6/2023 = 2023-06-07']],
  ['sepanjang 2019 dan sebelum 2021', ['2019 = 2019', '2021 = 2021']],
  ['pada 9-10 Juni 2023', ['10 Juni 2023 = 2023-06-10']],
  ['Januari-Maret 2023', ['Maret 2023 = 2023-03']],
  ['dari 1 Juli - 13 September 2018', ['1 Juli = 2018-07-01', '13 September 2018 = 2018-09-13']],
  ['5 Mei tahun lalu', ['5 Mei tahun lalu = 2022-05-05']],
  ['pada November tahun lalu', ['November tahun lalu = 2022-11']],
  ['tahun ini dan bulan lalu', ['tahun ini = 2023', 'bulan lalu = 2023-05']],
  ['setahun lalu', ['setahun lalu = 2022']],
  ['pada 2019 lalu', ['2019 lalu = 2019']],
  ['pria kelahiran 1990', ['1990 = 1990']],
  ['pada April 10 orang', ['April = 2023-04']],
  ['Jokowi Lantik Menteri Besok', ['Besok = 2023-06-13 future']],
  ['tadi malam', ['tadi malam = 2023-06-11']],
  ['05-06-2023 atau 5.6.2023', ['05-06-2023 = 2023-06-05', '5.6.2023 = 2023-06-05']],
  ['6/25/2023', ['6/25/2023 = 2023-06-25 future']],
  ['the mayor said Monday.', ['Monday = 2023-06-12']],
  ['said on Sunday that', ['Sunday = 2023-06-11']],
  ['last June, and last month', ['last June = 2022-06', 'last month = 2023-05']],
  ['on 12 June and 5th of May', ['12 June = 2023-06-12', '5th of May = 2023-05-05']],
  ['on June 12 at noon', ['June 12 = 2023-06-12']],
  ['yesterday, a year ago', ['yesterday = 2023-06-11', 'a year ago = 2022']],
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
  'setiap Jumat malam',
  'Manfaat Puasa Senin Kamis',
  'salat Jumat berjamaah',
  'di Pasar Minggu',
  'Jumat Agung',
  'buka Senin-Jumat',
  'Tomorrow X Together',
  'told USA TODAY that',
  'made years ago',
  'Nomor 53 Tahun 2012',
  'Kepres No 54/P Tahun 2019',
  'PMK 146 Tahun 2017',
  'KUM.1/4/2019',
  'Jalan 17 Agustus',
  'beberapa tahun lalu',
  '65 juta tahun lalu',
  'selama 1,5 tahun',
  'musim 2019/2020',
  'tahun 2019-2024',
  'over the last year',
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

test('takes a bare weekday of one field for the one that the other prints in full', () => {
  const known = findDates(
    'Kamis, 15 Juni 2023',
    'body',
    tokenise('Kamis, 15 Juni 2023'),
    published,
  );
  const title = findDates('Laga Kamis', 'title', tokenise('Laga Kamis'), published, { known });
  expect(title.map(({ value }) => value)).toEqual(['2023-06-15']);
});

test('names the rule that found each date', () => {
  const text = 'Senin (12/6/2023) pukul 14.30 WIB, kemarin';
  expect(findDates(text, 'body', tokenise(text), published).map(({ by }) => by)).toEqual([
    'rule:weekday-and-day',
    'rule:time-of-day',
    'rule:day-word',
  ]);
});

describe('times of day', () => {
  test.each([
    ['Senin (12/6/2023) pukul 14.30 WIB', ['pukul 14.30 WIB = 2023-06-12T14:30+07:00']],
    ['pukul 19.00 WITA, Jumat (9/6/2023)', ['pukul 19.00 WITA = 2023-06-09T19:00+08:00']],
    ['Kemarin hujan. Pukul 06.20 banjir.', ['Pukul 06.20 = 2023-06-12T06:20+07:00']],
    ['Minggu (11/6) jam 7 malam', ['jam 7 malam = 2023-06-11T19:00+07:00']],
    ['pukul 12.30 siang', ['pukul 12.30 siang = 2023-06-12T12:30+07:00']],
    ['mulai 19.00 WIT.', ['19.00 WIT = 2023-06-12T19:00+09:00']],
    [
      'pukul 09.00-12.00 Wita',
      ['pukul 09.00 = 2023-06-12T09:00+08:00', '12.00 Wita = 2023-06-12T12:00+08:00'],
    ],
    ['pukul 24.00 WIB', ['pukul 24.00 WIB = 2023-06-13T00:00+07:00']],
    ['yesterday at 2:30 pm', ['at 2:30 pm = 2023-06-11T14:30+07:00']],
    ['at 12 a.m. on June 9', ['at 12 a.m. = 2023-06-09T00:00+07:00']],
    ['by 0730 GMT', ['0730 GMT = 2023-06-12T07:30+00:00']],
    [
      '9 a.m. ET, 8 p.m. EST',
      ['9 a.m. ET = 2023-06-12T09:00-04:00', '8 p.m. EST = 2023-06-12T20:00-04:00'],
    ],
    ['1 Januari 2099 pukul 10.00', ['pukul 10.00 = 2099-01-01T10:00+07:00 implausible']],
  ])('reads %s', (text, expected) => {
    expect(dates(text).filter((found) => found.includes('T'))).toEqual(expected);
  });

  test.each([
    'pukul 10.00 waktu setempat',
    'at 8:00 local time',
    'pukul 25.00',
    'skor 2.30',
    'harga 14.30',
    'selama 24 jam',
    'dua jam 30 menit',
    'at 20',
    'at 2.5 percent',
    'pukul 5 kali',
  ])('takes %s for no moment', (text) => {
    expect(dates(text)).toEqual([]);
  });

  test('are of the article’s own zone where none is printed, and of no day where none is known', () => {
    const text = 'at 14:30';
    const found = (day?: typeof published) =>
      findDates(text, 'body', tokenise(text), day, { timeZone: 'America/New_York' });
    expect(found(published).map(({ value }) => value)).toEqual(['2023-06-12T14:30-04:00']);
    expect(found()).toEqual([]);
  });
});

test('counts days in the zone of the article, an unknown zone as Jakarta', () => {
  const lateEvening = '2023-06-12T23:30:00Z';
  expect(dayIn(lateEvening)).toEqual({ year: 2023, month: 6, day: 13 });
  expect(dayIn(lateEvening, 'Europe/London')).toEqual({ year: 2023, month: 6, day: 13 });
  expect(dayIn(lateEvening, 'America/New_York')).toEqual({ year: 2023, month: 6, day: 12 });
  expect(dayIn(lateEvening, 'Not/AZone')).toEqual({ year: 2023, month: 6, day: 13 });
  expect(dayIn('yesterday')).toBeUndefined();
});
