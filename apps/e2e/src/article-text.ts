import type { SeededRandom } from './seeded-random.ts';

/** What one generated article says. */
export interface ArticleText {
  title: string;
  paragraphs: string[];
  language: 'id' | 'en';
  section: string;
}

const given = ['Budi', 'Siti', 'Rina', 'Agus', 'Dewi', 'Hendra', 'Maria', 'Yusuf', 'Putri', 'Eko'];
const family = [
  'Santoso',
  'Wijaya',
  'Lestari',
  'Nugroho',
  'Siregar',
  'Hidayat',
  'Pratama',
  'Utami',
];
const places = ['Jakarta', 'Surabaya', 'Bandung', 'Medan', 'Makassar', 'Semarang', 'Denpasar'];
const countries = ['Indonesia', 'Jepang', 'Australia', 'Malaysia', 'India'];
const bodies = [
  'Bank Indonesia',
  'Badan Pusat Statistik',
  'Kementerian Pertanian',
  'Pertamina',
  'PLN',
  'KPK',
];
const goods = ['beras', 'cabai', 'minyak goreng', 'gula pasir', 'telur ayam', 'bawang merah'];
const englishGoods = ['rice', 'chilli', 'cooking oil', 'sugar', 'eggs', 'shallots'];
const days = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat'];

/** An invented news story, a third of them in English. */
export function inventArticle(random: SeededRandom): ArticleText {
  return random.below(3) === 0 ? english(random) : indonesian(random);
}

function indonesian(random: SeededRandom): ArticleText {
  const person = `${random.pick(given)} ${random.pick(family)}`;
  const surname = person.split(' ')[1] ?? person;
  const place = random.pick(places);
  const body = random.pick(bodies);
  const good = random.pick(goods);
  const rise = 2 + random.below(30);
  const paragraphs = [
    `${place} — Harga ${good} di ${place} naik ${rise} persen, kata Kepala ${body} ${person}, ` +
      `${random.pick(days)} (${1 + random.below(28)}/9/2026).`,
    `“Kami akan menambah pasokan ${good} dari daerah lain dalam dua pekan ini,” kata ${surname}.`,
    `Menurut ${body}, kenaikan itu juga terjadi di ${random.pick(places)} dan ` +
      `${random.pick(places)} karena cuaca buruk.`,
    `${surname} mengatakan bahwa pemerintah ${random.pick(countries)} bersedia membantu. ` +
      `“Tidak perlu panik, stok masih cukup,” ujarnya.`,
    `Sebelumnya, pedagang di ${place} mengeluhkan sepinya pembeli sejak awal bulan.`,
  ];
  const title = `Harga ${good} di ${place} naik ${rise} persen`;
  return { title, paragraphs: someOf(random, paragraphs), language: 'id', section: 'ekonomi' };
}

function english(random: SeededRandom): ArticleText {
  const person = `${random.pick(given)} ${random.pick(family)}`;
  const surname = person.split(' ')[1] ?? person;
  const place = random.pick(places);
  const body = random.pick(bodies);
  const good = random.pick(englishGoods);
  const rise = 2 + random.below(30);
  const paragraphs = [
    `${place} — Prices of ${good} in ${place} rose by ${rise} percent this week, the head of ` +
      `${body}, ${person}, said on Monday.`,
    `“We will bring more ${good} from other provinces within two weeks,” ${surname} said.`,
    `According to ${body}, prices also rose in ${random.pick(places)} because of bad weather.`,
    `“There is no need to worry, the stocks are enough,” said ${surname}, who had met traders ` +
      `from Japan and Australia.`,
    `Traders in ${place} have complained since the beginning of the month that buyers stay away.`,
  ];
  const title = `Prices of ${good} in ${place} up ${rise} percent`;
  return { title, paragraphs: someOf(random, paragraphs), language: 'en', section: 'business' };
}

/** The lead always; then enough that lengths differ. */
function someOf(random: SeededRandom, [lead = '', ...others]: string[]): string[] {
  return [lead, ...random.shuffled(others).slice(0, 2 + random.below(3))];
}
