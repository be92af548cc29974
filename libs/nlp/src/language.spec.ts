import { detectLanguage } from './language.ts';
import { findQuotedSpans } from './quote-marks.ts';
import { splitSentences } from './sentences.ts';

test.each([
  ['Presiden meresmikan jembatan baru di kota itu pada hari Senin karena jalan lama rusak.', 'id'],
  ['The council said on Monday that the bridge would reopen next week.', 'en'],
  ['Kerajaan berkata bahawa wang itu hilang kerana banjir, iaitu di Johor.', 'ms'],
])('reads %s as %s', (text, language) => {
  expect(detectLanguage('', text)).toBe(language);
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
