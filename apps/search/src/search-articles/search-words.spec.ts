import fc from 'fast-check';
import { countWords, readSearchWords } from './search-words.ts';

const golden: [q: string, words: string[], phrases: string[], excluded: string[]][] = [
  ['harga beras', ['harga', 'beras'], [], []],
  ['  harga\tberas\n', ['harga', 'beras'], [], []],
  ['"harga beras" naik', ['naik'], ['harga beras'], []],
  ['“harga beras”', [], ['harga beras'], []],
  ['"tidak ditutup', [], ['tidak ditutup'], []],
  ['beras -impor -"harga naik"', ['beras'], [], ['impor', 'harga naik']],
  ['e-mail a-b', ['e-mail', 'a-b'], [], []],
  ['- -- "" !? "..."', [], [], []],
  ['-5', [], [], ['5']],
  ['kata"frasa"', ['kata'], ['frasa'], []],
  ['title:x AND (y OR z*) ~2', ['title:x', 'AND', '(y', 'OR', 'z*)', '~2'], [], []],
  ['😀', ['😀'], [], []],
];

describe('reading a search box', () => {
  it.each(golden)('%j', (q, words, phrases, excluded) => {
    expect(readSearchWords(q)).toEqual({ words, phrases, excluded });
  });

  it('makes something of every string, and never more than was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 512 }), (q) => {
        const { words, phrases, excluded } = readSearchWords(q);
        for (const text of [...words, ...phrases, ...excluded]) expect(q).toContain(text);
      }),
    );
  });

  it('counts every word that will be looked up, however they are glued together', () => {
    expect(countWords(readSearchWords('a/b/c "d e" -f'))).toBe(6);
    expect(countWords(readSearchWords('日本語'))).toBe(3);
    expect(countWords(readSearchWords('a.'.repeat(100)))).toBe(100);
  });
});
