import { existsSync, readFileSync } from 'node:fs';
import { detectLanguage, taggedAs } from './language.ts';
import { findQuotedSpans } from './quote-marks.ts';
import { splitSentences } from './sentences.ts';

test.each([
  ['Presiden meresmikan jembatan baru di kota itu pada hari Senin karena jalan lama rusak.', 'id'],
  ['Timnas Indonesia Kalah dari Thailand', 'id'],
  ['Taman kanak-kanak itu tutup, kata seorang pejabat.', 'id'],
  ['The council said on Monday that the bridge would reopen next week.', 'en'],
  ['Police arrested two men in Jakarta on Monday.', 'en'],
  ['Stocks slide after Fed decision', 'en'],
  ['Kerajaan berkata bahawa wang itu hilang kerana banjir, iaitu di Johor.', 'ms'],
  ['Polis menahan dua lelaki kerana disyaki mencuri di sebuah kedai.', 'ms'],
  ['Beliau ialah ahli parlimen dari Pulau Pinang.', 'ms'],
  ['Mesyuarat itu bersetuju kadar faedah dinaikkan tiga peratus.', 'ms'],
  ['De regering heeft dinsdag besloten dat de scholen volgende week weer opengaan.', 'nl'],
  ['Zwei Menschen sind bei einem Unfall auf der Autobahn ums Leben gekommen.', 'de'],
  ['Le président a annoncé lundi une réforme des retraites devant les députés.', 'fr'],
  [
    'Le président Emmanuel Macron a annoncé lundi à Paris une réforme. « Nous devons agir », a déclaré M. Macron. La Banque de France prévoit 3,5 milliards d’euros.',
    'fr',
  ],
  ['El gobierno anunció el lunes nuevas medidas contra la inflación.', 'es'],
  ['Sinabi ng pangulo noong Lunes na tutulungan ng gobyerno ang mga biktima.', 'tl'],
  ['首相は月曜日、来年の予算案について記者団に説明した。', 'ja'],
  ['总统星期一宣布,政府将在明年提高最低工资。', 'zh'],
  ['대통령은 월요일 새로운 경제 정책을 발표했다.', 'ko'],
  ['أعلن الرئيس يوم الاثنين عن خطة اقتصادية جديدة للبلاد.', 'ar'],
  ['Президент заявил в понедельник, что налоги не будут повышены.', 'ru'],
  ['นายกรัฐมนตรีกล่าวเมื่อวันจันทร์ว่ารัฐบาลจะช่วยเหลือ', 'th'],
  ['प्रधानमंत्री ने सोमवार को नई योजना की घोषणा की।', 'hi'],
])('reads %s as %s', (text, language) => {
  expect(detectLanguage('', text)).toBe(language);
});

test('one Malay word, however often, makes no Malay text', () => {
  const text = 'Hidangan khas Kerajaan. Makanan kerajaan ini disajikan untuk para raja sejak lama.';
  expect(detectLanguage('', text)).toBe('id');
});

test('believes clear text before the feed, and the feed before a guess', () => {
  const german = 'Zwei Menschen sind bei einem Unfall auf der Autobahn ums Leben gekommen.';
  expect(detectLanguage('', german, 'id')).toBe('de');
  expect(detectLanguage('', 'Uzbekistan 1 1 0 0 2 0 3 Syria 1 0 0', 'en')).toBe('en');
  expect(detectLanguage('', 'Sven Fischer (Germany) 26:28.2, Dieter Thoma 267', 'en')).toBe('en');
  expect(detectLanguage('', 'RIO DE JANEIRO 1996-12-06', 'en')).toBe('en');
  expect(detectLanguage('', 'Perdana Menteri berkata akan membantu mangsa banjir.', 'ms')).toBe(
    'ms',
  );
});

const dev = new URL('../../../../shared/data/ner/idner-news-2k/dev.txt', import.meta.url);
if (!existsSync(dev)) {
  process.stderr.write('left out: the language of single sentences, ../shared/data is absent\n');
}

(existsSync(dev) ? test : test.skip)('knows 97 of 100 single Indonesian sentences', () => {
  const sentences = readFileSync(dev, 'utf8')
    .split(/\n\s*\n/)
    .map((rows) => rows.split('\n').map((row) => row.split(/\s/)[0]))
    .map((words) => words.join(' ').trim())
    .filter((sentence) => sentence !== '');
  const right = sentences.filter((sentence) => detectLanguage('', sentence) === 'id');
  expect(sentences.length).toBeGreaterThan(300);
  expect(right.length / sentences.length).toBeGreaterThanOrEqual(0.97);
});

test('takes the feed’s word where the text is too short to tell, and nobody’s where there is none', () => {
  expect(detectLanguage('', 'Gempa', 'id-ID')).toBe('id');
  expect(detectLanguage('', '')).toBe('und');
  expect(detectLanguage('', '', 'x-klingon')).toBe('und');
});

function sentences(text: string): string[] {
  return splitSentences(text, findQuotedSpans(text)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

test('a sentence does not end after an abbreviation or an initial, nor inside a quotation', () => {
  expect(sentences('PT. Maju Jaya di Jl. Sudirman untung. Dr. H. Budi hadir.')).toEqual([
    'PT. Maju Jaya di Jl. Sudirman untung.',
    'Dr. H. Budi hadir.',
  ]);
  expect(sentences('Ia berkata, "Satu. Dua. Tiga." Lalu pergi.')).toEqual([
    'Ia berkata, "Satu. Dua. Tiga."',
    'Lalu pergi.',
  ]);
});

test('names of a table, a line-up or a few words are read by a tagger all the same', () => {
  expect(taggedAs('und', '', 'Nadim Ladki')).toBe('en');
  expect(taggedAs('it', '', '1. Tatjana Mittermayer (Germany) 24.32')).toBe('en');
  expect(taggedAs('und', '', 'Susunan pemain: Hansamu Yama, Ruben Sanadi')).toBe('id');
  expect(taggedAs('id', '', 'The weather is fine today')).toBe('id');
});

test('a text in a language without a tagger is not read by another one’s', () => {
  const german =
    'Die Kanzlerin sprach am Donnerstag in Berlin mit den Ministern der Länder '.repeat(3);
  expect(taggedAs('de', '', german)).toBe('de');
  expect(taggedAs('ru', '', 'Президент прибыл в Москву')).toBe('ru');
});
