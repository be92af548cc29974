import fc from 'fast-check';
import { builtInTagger } from './built-in-taggers.ts';
import type { Sheet } from './name-span.ts';
import { printedText, spansOf } from './name-span.ts';
import { layOut, lowerWordsOf } from './recognise.ts';
import { overlapTokens, tagNames } from './tag-names.ts';
import type { Tagger } from './tagger.ts';
import { tokenise } from './tokens.ts';

function sheetOf(text: string): Sheet {
  const tokens = tokenise(text);
  return layOut('body', text, tokens, lowerWordsOf([tokens]));
}

async function namesIn(text: string, tagger: Tagger): Promise<string[]> {
  const sheet = sheetOf(text);
  expect(await tagNames([sheet], tagger, 'article')).toBe(true);
  return spansOf(sheet).map(({ type, from, to }) => `${type} ${printedText(sheet, from, to)}`);
}

/** A tagger that needs no context: every run of capitalised words is a person. */
const ofCapitals = (windowTokensMax: number): Tagger => ({
  name: 'capitals',
  windowTokensMax,
  tag: (window) => {
    expect(window.length).toBeLessThanOrEqual(windowTokensMax);
    const names: { type: 'PERSON'; from: number; to: number }[] = [];
    for (const [index, word] of window.entries()) {
      const last = names.at(-1);
      if (!/^\p{Lu}/u.test(word)) continue;
      if (last?.to === index) last.to = index + 1;
      else names.push({ type: 'PERSON', from: index, to: index + 1 });
    }
    return Promise.resolve(names);
  },
});

test('windows change nothing: names are those of the paragraph in one piece, whole and once', async () => {
  const name = fc.integer({ min: 1, max: overlapTokens / 2 }).map((words) => 'Kim '.repeat(words));
  const between = fc.integer({ min: 1, max: 60 }).map((words) => 'dan '.repeat(words));
  const text = fc
    .array(fc.tuple(between, name), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.flat().join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 40, max: 120 }), async (body, windowTokensMax) => {
      const inWindows = await namesIn(body, ofCapitals(windowTokensMax));
      expect(inWindows).toEqual(await namesIn(body, ofCapitals(Infinity)));
    }),
    { numRuns: 100 },
  );
});

describe('the built-in tagger', () => {
  const filler =
    'Harga beras di pasar itu naik lagi sejak pekan lalu karena hujan yang turun terus , sehingga para petani belum dapat panen dan pedagang menunggu kiriman dari daerah lain .'.split(
      ' ',
    );
  const sentence = 'Hal itu disampaikan Gubernur Jawa Barat Ridwan Kamil di Bandung .';
  const paragraphTokens = 330;

  /** A paragraph of ordinary words in which the sentence stands after so many tokens. */
  const paragraphWith = (at: number) => {
    const words = Array.from({ length: paragraphTokens }, (_, n) => filler[n % filler.length]);
    return [...words.slice(0, at), sentence, ...words.slice(at)].join(' ');
  };

  test('finds the same names wherever they stand towards the seams of windows', async () => {
    const tagger = await builtInTagger('id');
    if (!tagger) throw new Error('No tagger of Indonesian.');
    const expected = await namesIn(sentence, tagger);
    expect(expected).toContain('PERSON Ridwan Kamil');
    const differing: [at: number, names: string[]][] = [];
    for (let at = 0; at <= paragraphTokens; at += 3) {
      const names = await namesIn(paragraphWith(at), tagger);
      if (names.join() !== expected.join()) differing.push([at, names]);
    }
    expect(differing).toEqual([]);
  });
});
