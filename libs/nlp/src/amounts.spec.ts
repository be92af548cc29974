import { amountsMax, findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { tokenise } from './tokens.ts';

function amounts(text: string, language: string): string[] {
  const dates = findDates(text, 'body', tokenise(text), { year: 2023, month: 6, day: 12 });
  return findAmounts(text, 'body', language, dates).map((amount) => {
    expect(text.slice(amount.start, amount.end)).toBe(amount.text);
    const { text: printed, value, unit, counts, flagged, by } = amount;
    expect(by).toMatch(/^rule:/);
    return [printed, '=', value, unit ?? counts, flagged]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

test.each([
  ['senilai Rp 2,5 triliun.', ['Rp 2,5 triliun = 2500000000000 IDR']],
  ['hanya Rp900 ribu per bulan', ['Rp900 ribu = 900000 IDR']],
  ['Rp. 5.000 per liter', ['Rp. 5.000 = 5000 IDR']],
  ['Rp2.350.000,50 tunai', ['Rp2.350.000,50 = 2350000.5 IDR']],
  ['denda Rp 5.000,- saja', ['Rp 5.000 = 5000 IDR']],
  ['utang Rp 8 ribu triliun', ['Rp 8 ribu triliun = 8000000000000000 IDR']],
  ['Harganya Rp 9,5 M', ['Rp 9,5 M = 9500000000 IDR']],
  ['Kerugian Rp 19,87 T', ['Rp 19,87 T = 19870000000000 IDR']],
  ['duit Rp 50 ribuan', ['Rp 50 ribuan = 50000 IDR']],
  ['bantuan US$ 3 miliar', ['US$ 3 miliar = 3000000000 USD']],
  ['bantuan 75 juta dolar AS', ['75 juta dolar AS = 75000000 USD']],
  ['500 ribu rupiah', ['500 ribu rupiah = 500000 IDR']],
  ['senilai €1,2 juta dan S$400', ['€1,2 juta = 1200000 EUR', 'S$400 = 400 SGD']],
  ['harga RM 12,50', ['RM 12,50 = 12.5 MYR']],
  ['10 juta dolar Singapura', ['10 juta dolar Singapura = 10000000 SGD']],
  ['setara 1,3193 dolar Kanada', ['1,3193 dolar Kanada = 1.3193 CAD']],
  ['5 juta dolar Jamaika', ['5 juta dolar = 5000000']],
  ['15 ribu dolar kepada Ani', ['15 ribu dolar = 15000 USD']],
  ['33.200 dollar Amerika Serikat', ['33.200 dollar Amerika Serikat = 33200 USD']],
  ['1.000 dolar. Kanada menang', ['1.000 dolar = 1000 USD']],
  ['turun minus 3 persen', ['minus 3 persen = -3 %']],
  ['jual bersih minus Rp 437 miliar', ['minus Rp 437 miliar = -437000000000 IDR']],
  ['defisit -US$ 3 miliar', ['-US$ 3 miliar = -3000000000 USD']],
  ['target 3% plus minus 1%', ['3% = 3 %', '1% = 1 %']],
  ['Persija minus 4 pemain', ['4 pemain = 4 pemain']],
  ['Rp 3 juta hingga 31 Desember 2023', ['Rp 3 juta = 3000000 IDR']],
  ['naik 5% hingga Rp 3 juta', ['5% = 5 %', 'Rp 3 juta = 3000000 IDR']],
  ['3 tewas - 5 terluka', ['3 tewas = 3 tewas', '5 terluka = 5 terluka']],
  ['tumbuh 5,2 persen', ['5,2 persen = 5.2 %']],
  ['naik 5 % dan 0,75%', ['5 % = 5 %', '0,75% = 0.75 %']],
  ['turun menjadi -0,5 persen', ['-0,5 persen = -0.5 %']],
  ['naik 3.5 persen', ['3.5 persen = 3.5 %']],
  ['3 tewas, 12 luka-luka', ['3 tewas = 3 tewas', '12 luka-luka = 12 luka-luka']],
  ['sebanyak 1.245 warga mengungsi', ['1.245 warga = 1245 warga']],
  ['3 orang tewas', ['3 orang tewas = 3 orang tewas']],
  ['1,5 juta orang', ['1,5 juta orang = 1500000 orang']],
  ['pada 12/6/2023, 20 rumah', ['20 rumah = 20 rumah']],
  ['sekitar 2000 orang', ['2000 orang = 2000 orang']],
  ['99 triliun orang', ['99 triliun orang = 99000000000000 orang implausible']],
  ['13,6 miliar lembar saham', ['13,6 miliar lembar = 13600000000 lembar']],
  ['Rp 900 ribu ribu triliun', ['Rp 900 ribu ribu = 900000000 IDR']],
  ['sepanjang 10 km', ['10 km = 10 km']],
  ['lahan 49.266 hektare', ['49.266 hektare = 49266 har']],
  ['seluas 1,5 juta meter persegi', ['1,5 juta meter persegi = 1500000 m2']],
  ['suhu 38,5 derajat Celsius', ['38,5 derajat Celsius = 38.5 Cel']],
  ['melaju 100 km/jam', ['100 km/jam = 100 km/h']],
  ['pelari 400m dan mesin 1,5L', ['400m = 400 m', '1,5L = 1.5 L']],
  ['berusia 25 tahun', ['25 tahun = 25 a']],
  ['selama 72 jam 30 menit', ['72 jam = 72 h', '30 menit = 30 min']],
  ['dua orang tewas', ['dua orang tewas = 2 orang tewas']],
  ['tiga ratus dua puluh lima warga', ['tiga ratus dua puluh lima warga = 325 warga']],
  ['lima belas juta dolar AS', ['lima belas juta dolar AS = 15000000 USD']],
  ['Rp dua juta', ['Rp dua juta = 2000000 IDR']],
  ['seribu rumah', ['seribu rumah = 1000 rumah']],
  ['satu orang tewas', ['satu orang tewas = 1 orang tewas']],
  ['naik 900.000.000 persen', ['900.000.000 persen = 900000000 % implausible']],
  ['Rp 99.000.000 triliun', ['Rp 99.000.000 triliun = 99000000000000000000 IDR implausible']],
])('reads Indonesian: %s', (text, expected) => {
  expect(amounts(text, 'id')).toEqual(expected);
});

test.each([
  ['worth $3.5 billion', ['$3.5 billion = 3500000000 USD']],
  ['paid £1,250.75 and $40m', ['£1,250.75 = 1250.75 GBP', '$40m = 40000000 USD']],
  ['3 million euros', ['3 million euros = 3000000 EUR']],
  ['15 dead', ['15 dead = 15 dead']],
  ['1,245 people were', ['1,245 people = 1245 people']],
  ['rose 4.25 percent, or 2 per cent', ['4.25 percent = 4.25 %', '2 per cent = 2 %']],
  ['three dead, twenty-five injured', ['three dead = 3 dead', 'twenty-five injured = 25 injured']],
  ['two hundred and ten people', ['two hundred and ten people = 210 people']],
  ['rose two per cent', ['two per cent = 2 %']],
  ['a $3 billion, 10-mile tunnel', ['$3 billion = 3000000000 USD']],
  ['some 60 miles away', ['60 miles = 60 [mi_i]']],
  ['cost US$ 2.5 B', ['US$ 2.5 B = 2500000000 USD']],
  ['C$3 million', ['C$3 million = 3000000 CAD']],
  ['5 million Canadian dollars', ['5 million Canadian dollars = 5000000 CAD']],
  ['fell from 3% to 2.5%', ['3% = 3 %', '2.5% = 2.5 %']],
  ['2.5 million voters', ['2.5 million voters = 2500000 voters']],
])('reads English: %s', (text, expected) => {
  expect(amounts(text, 'en')).toEqual(expected);
});

test.each([
  'menang 3-1 orang',
  'Senin (12/6/2023) warga',
  'pukul 14.30 warga',
  'telepon 0812-3456-7890 orang',
  'telepon 0812 3456 7890 orang',
  '(021) 555 orang',
  'Pasal 3 warga negara',
  'Pemilu 2019 warga',
  'versi 1.2.3 persen',
  '5-10 persen',
  'Rp 5-10 juta',
  'Rp 5 hingga 10 juta',
  '30%-35%',
  '30% – 35%',
  '10 persen sampai 20 persen',
  '5 hingga 10 persen',
  'Rp 3 sampai Rp 4 juta',
  'Rp 1,5 - Rp 2 juta',
  'Rp 5 juta sampai dengan Rp 6 juta',
  'US$3bn-US$5bn',
  '$3 to $5 million',
  '3 juta hingga 5 juta rupiah',
  '3 orang hingga 5 orang tewas',
  '4 meter persegi hingga 10 meter persegi',
  'US$ 5 M',
  'U-17 orang',
  'COVID-19 kasus',
  '3 orang-orang',
  '2,5 orang',
  'Nomor 30 tahun 2002',
  'UU 30 Tahun 2002',
  'dua tahun lalu',
  'salah satu korban',
  'satu dari tiga orang',
  'dua tiga orang',
  'puluhan orang',
  'di dua ribu lima ratus orang',
  'satu kota',
  'di lantai 3 gedung',
  'Terminal 2 Bandara Soekarno-Hatta',
  'the Fortune 500 companies',
  'menit ke-31',
  'Toyota 1.0 M',
  'tahun 2019 hari',
  '1'.repeat(40) + ' orang',
])('takes %s for no amount', (text) => {
  expect(amounts(text, 'id')).toEqual([]);
});

test('keeps the first of more amounts than an article can have', () => {
  expect(findAmounts('1 % '.repeat(amountsMax + 1), 'body', 'id', [])).toHaveLength(amountsMax);
});
