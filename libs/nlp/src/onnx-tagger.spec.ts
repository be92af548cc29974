import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { builtInTagger } from './built-in-taggers.ts';
import type { Tagger } from './tagger.ts';

const languages = readdirSync(new URL('../model/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(languages)('the built-in tagger of "%s"', (language) => {
  let tagger: Tagger;

  beforeAll(async () => {
    const loaded = await builtInTagger(language);
    if (!loaded) throw new Error(`no tagger of ${language}`);
    tagger = loaded;
  });

  const word = fc.oneof(
    fc.constantFrom(
      ...'Joko Widodo Kim Jong Un di Jakarta DPR the Bank of England , . " 12'.split(' '),
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
  );
  const style = fc.constantFrom('article' as const, 'sentence' as const);

  test('gives names in order, apart, within the window, whatever the words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 100 }), style, async (window, of) => {
        let end = 0;
        for (const { from, to } of await tagger.tag(window, of)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(window.length);
      }),
      { numRuns: 150 },
    );
  });

  test('gives the same names for the same window, whatever it was asked before and beside', async () => {
    const window = fc.array(word, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(window, { minLength: 2, maxLength: 4 }), async (windows) => {
        const beside = await Promise.all(windows.map((each) => tagger.tag(each, 'article')));
        for (const [index, each] of windows.toReversed().entries()) {
          const alone = await tagger.tag(each, 'article');
          expect(alone).toEqual(beside[windows.length - 1 - index]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
