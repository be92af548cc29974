import fc from 'fast-check';
import { parseHighlight } from './highlight.ts';

/** As the service encodes: Lucene's SimpleHTMLEncoder. */
const encoded = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('/', '&#x2F;');

const parts = fc.array(
  fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1 }),
    isMatch: fc.boolean(),
  }),
);
const joined = (all: readonly { text: string; isMatch: boolean }[], isMatch: boolean) =>
  all.flatMap((one) => (one.isMatch === isMatch ? [one.text] : [])).join('');

describe('a highlighted fragment', () => {
  it('gives back every text that was encoded, and which of it matched', () => {
    fc.assert(
      fc.property(parts, (sent) => {
        const fragment = sent.map(({ text, isMatch }) =>
          isMatch ? `<em>${encoded(text)}</em>` : encoded(text),
        );
        const shown = parseHighlight(fragment.join(''));
        for (const isMatch of [true, false]) {
          expect(joined(shown, isMatch)).toBe(joined(sent, isMatch));
        }
      }),
    );
  });

  it('keeps all other markup as the text that it is', () => {
    const hostile = '<em>a</em><img src=x onerror=alert(1)> &lt;script&gt; <EM>b';
    expect(parseHighlight(hostile)).toEqual([
      { text: 'a', isMatch: true },
      { text: '<img src=x onerror=alert(1)> <script> <EM>b', isMatch: false },
    ]);
  });

  it.each([
    '&',
    '&;',
    '&#;',
    '&#x110000;',
    '&#9999999;',
    '&constructor;',
    '&nope;',
    '<em>',
    '</em>',
  ])('survives %s', (fragment) => {
    const text = parseHighlight(fragment).map((part) => part.text);
    expect(text.join('')).toBe(/em>/.test(fragment) ? '' : fragment);
  });
});
