import { withWord } from './with-word.ts';

describe('a word that stands out', () => {
  it.each([
    ['', 'bulog'],
    ['  beras ', 'beras bulog'],
    ['beras OR jagung', '(beras OR jagung) bulog'],
    ['"harga beras" feed:rri', '"harga beras" feed:rri bulog'],
  ])('narrows %j, whatever was typed', (typed, narrowed) => {
    expect(withWord(typed, 'bulog')).toBe(narrowed);
  });
});
