import fc from 'fast-check';
import { detokenise, toTokenSpans } from './ner-corpora.ts';

test('tokens are written as a text has them', () => {
  const written = (row: string) => detokenise(row.split(' ')).text;
  expect(written('Kami siap , kata Eva ( 40 ) di Jakarta .')).toBe(
    'Kami siap, kata Eva (40) di Jakarta.',
  );
  expect(written(`Trump 's " big " plan does n't cost $ 5 .`)).toBe(
    `Trump's "big" plan doesn't cost $5.`,
  );
});

test('every token stands where it is said to stand, whatever the tokens', () => {
  const token = fc.string({ minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(token), (tokens) => {
      const { text, starts } = detokenise(tokens);
      for (const [index, start] of starts.entries()) {
        const printed = tokens[index] ?? '';
        expect(text.slice(start, start + printed.length)).toBe(printed);
      }
    }),
  );
});

test('a name in the text comes back on its tokens', () => {
  const tokens = 'Partai ( PKB ) dan AL-AIN kalah , kata Ma’ruf Amin .'.split(' ');
  const detokenised = detokenise(tokens);
  const at = (printed: string) => {
    const from = detokenised.text.indexOf(printed);
    return { type: 'PERSON' as const, from, to: from + printed.length };
  };
  const spans = toTokenSpans(tokens, detokenised, [at('PKB'), at('AL-AIN'), at('Ma’ruf Amin')]);
  expect(spans.map(({ from, to }) => tokens.slice(from, to).join(' '))).toEqual([
    'PKB',
    'AL-AIN',
    'Ma’ruf Amin',
  ]);
});

test('the second half of a token is no name of its own', () => {
  const tokens = ['Russia-Nato'];
  const name = { type: 'ORGANIZATION' as const, from: 7, to: 11 };
  expect(toTokenSpans(tokens, detokenise(tokens), [name])).toEqual([]);
});
