import fc from 'fast-check';
import { broughtQuotes } from '../query-language/inner-quotes.ts';
import type { BroughtQuote } from '../query-language/inner-quotes.ts';
import { hitQuotes } from './hit-quotes.ts';
import { escapeHtml, markedHtml } from './marked-html.ts';
import { readMarks } from './matching-sentences.ts';

const nobody = new Set<string>();
const quoteAt = (start: number, text: string, html?: string): BroughtQuote => ({
  quote: { text: { id: text }, aboutIds: [], start, end: start + text.length },
  html,
});

const body = 'Putin tiba. “Gas murah,” katanya. “Gas dan listrik murah untuk rakyat,” kata Putin.';
const source = { body: { id: body }, entities: [] };

describe('the quotes of a hit', () => {
  it('are told once, with all that matched, in the order of the text', () => {
    const later = 'Gas dan listrik murah untuk rakyat,';
    const at = body.indexOf(later);
    const quotes = hitQuotes(
      [
        quoteAt(at, later, '<em>Gas</em> dan listrik murah untuk rakyat,'),
        quoteAt(body.indexOf('Gas murah'), 'Gas murah,', '<em>Gas</em> murah,'),
        quoteAt(at, later, 'Gas dan <em>listrik</em> murah untuk rakyat,'),
      ],
      source,
      nobody,
    );
    expect(quotes.map(({ highlight }) => highlight)).toEqual([
      '<em>Gas</em> murah,',
      '<em>Gas</em> dan <em>listrik</em> murah untuk rakyat,',
    ]);
    expect(quotes[1]?.sentence?.text).toBe(`“${later}” kata Putin.`);
    expect(quotes[1]?.sentence?.marks.map(({ start, end }) => body.slice(start, end))).toEqual([
      'Gas',
      'listrik',
    ]);
  });

  it('have no sentence without the text, and are marked whole where they are not in one piece', () => {
    const pieces = quoteAt(13, 'Gas … murah', '<em>Gas</em> … murah');
    expect(hitQuotes([pieces], { entities: [] }, nobody)).toEqual([
      expect.not.objectContaining({ sentence: expect.anything() }),
    ]);
    const [quote] = hitQuotes([pieces], source, nobody);
    expect(quote?.highlight).toBe('<em>Gas</em> … murah');
    expect(quote?.sentence?.marks).toEqual([{ start: 13, end: 24 }]);
  });

  it('are the best of each clause before the second of any', () => {
    const said = ['satu', 'dua', 'tiga', 'empat', 'lima'];
    const quotes = said.map((text, at) => quoteAt(at * 5, text).quote);
    const found = (...offsets: number[]) => ({
      hits: {
        hits: offsets.map((offset) => ({ _index: '', _nested: { field: 'quotes', offset } })),
      },
    });
    const hit = {
      ...{ _index: '', _source: { quotes } },
      inner_hits: { q0: found(0, 1, 2), q1: found(4), q2: found(), q3: found(4, 0, 3) },
    };
    expect(broughtQuotes(hit).map(({ quote }) => quote.text.id)).toEqual([
      ...['satu', 'lima', 'lima', 'dua', 'satu', 'tiga', 'empat'],
    ]);
    const shown = hitQuotes(broughtQuotes(hit), { entities: [] }, nobody);
    expect(shown.map(({ text }) => text)).toEqual(['satu', 'dua', 'lima']);
  });

  it('are at most three, whatever a hit brings', () => {
    const many = Array.from({ length: 9 }, (_, at) => quoteAt(at, body.slice(at, at + 1)));
    expect(hitQuotes(many, source, nobody)).toHaveLength(3);
  });
});

it('marked HTML is the text, encoded, with the marks where they were, and nothing else', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'ab <>&"\'/é;') });
  fc.assert(
    fc.property(texts, fc.nat(9), fc.nat(9), (text, from, length) => {
      const start = Math.min(from, text.length);
      const end = Math.min(start + length, text.length);
      const html = markedHtml(text, start === end ? [] : [{ start, end }], Infinity);
      const spaceBefore = text.length - text.trimStart().length;
      expect(html.replace(/<\/?em>/g, '').trim()).toBe(escapeHtml(text).trim());
      if (spaceBefore > 0 || start === end || text.slice(start, end).trim() === '') return;
      const [mark] = readMarks(html).marks;
      expect(mark?.start).toBe(start);
    }),
    { seed: 6 },
  );
});
