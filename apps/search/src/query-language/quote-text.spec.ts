import { SearchQuotes } from '@warta/contracts';
import fc from 'fast-check';
import { readQuoteCursor, writeQuoteCursor } from '../search-quotes/quote-cursor.ts';
import { countQuoteWords, readQuoteText } from './quote-text.ts';

describe('the words a quote is looked for by', () => {
  it('are words and phrases; nothing typed is an operator', () => {
    expect(readQuoteText('kejayaan "bagi  Rusia" -besar AND * “tanpa akhir')).toEqual({
      words: ['kejayaan', '-besar', 'AND'],
      phrases: ['bagi  Rusia', 'tanpa akhir'],
    });
    expect(countQuoteWords(readQuoteText('a/b/c "d e"'))).toBe(5);
  });

  it('have a reading whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (q) => {
        const { words, phrases } = readQuoteText(q);
        for (const text of [...words, ...phrases]) expect(text).toBe(text.trim());
      }),
      { seed: 6 },
    );
  });
});

describe('the cursor of quotes', () => {
  const request = SearchQuotes.parse({ speaker: 'Kim' });
  const place = { datedAtMs: 1_686_000_000_000, articleId: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001' };

  it('leads back to its place in the same search, of whatever size', () => {
    for (const at of [place, { ...place, start: 7 }]) {
      const cursor = writeQuoteCursor(request, at);
      expect(readQuoteCursor({ ...request, size: 99 }, cursor)).toEqual(at);
      expect(readQuoteCursor({ ...request, q: 'x' }, cursor)).toBeUndefined();
    }
  });

  it('is refused when anything else was sent', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readQuoteCursor(request, text)).toBeUndefined();
      }),
      { seed: 6 },
    );
  });
});
