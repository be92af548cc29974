import { formatIn } from '../texts/format.ts';
import { citationOf } from './citation.ts';

const here = 'https://warta.example.org/articles/1';
const article = {
  byline: 'Sinta Dewi',
  title: 'Harga beras\nturun lagi',
  feed: 'kabar-pagi',
  publishedAt: '2026-11-20T12:00:00Z',
  url: 'https://kabar.example.org/beras',
};

describe('the citation of an article', () => {
  it('is one line in the language of the person', () => {
    const { byline, ...unsigned } = article;
    expect(citationOf(article, here, formatIn('en'))).toBe(
      `${byline}, “Harga beras turun lagi”, kabar-pagi, 20 Nov 2026, https://kabar.example.org/beras`,
    );
    expect(citationOf(unsigned, here, formatIn('id'))).toBe(
      '“Harga beras turun lagi”, kabar-pagi, 20 Nov 2026, https://kabar.example.org/beras',
    );
  });

  it('leads here when the outlet has given no address of the web', () => {
    const bare = { feed: 'kabar-pagi', url: 'urn:kabar:1' };
    expect(citationOf(bare, here, formatIn('en'))).toBe(`kabar-pagi, ${here}`);
  });
});
