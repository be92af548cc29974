import fc from 'fast-check';
import type { FoldedEntity } from './fold-entities.ts';
import { findQuotedSpans } from './quote-marks.ts';
import { findQuotes } from './quotes.ts';
import { layOut } from './recognise.ts';
import { splitSentences } from './sentences.ts';
import { layOutScene } from './lay-out-scene.ts';
import { tokenise } from './tokens.ts';

/** Quotes of a text in which every "Budi" is one and the same person, and every "Ani" another. */
function quotesOf(text: string) {
  const tokens = tokenise(text);
  const sheet = layOut('body', text, tokens, new Set());
  const person = (name: string, id: string): FoldedEntity => ({
    id,
    type: 'PERSON',
    name,
    aliases: [name],
    mentions: [],
    spans: tokens.flatMap((token, at) =>
      token.text === name
        ? [{ sheet, span: { type: 'PERSON' as const, from: at, to: at + 1, by: 'test' } }]
        : [],
    ),
  });
  const quoted = findQuotedSpans(text);
  const people = [
    person('Budi', '6f1f5a3e-8c5c-5b5e-9a51-000000000001'),
    person('Ani', '6f1f5a3e-8c5c-5b5e-9a51-000000000002'),
  ];
  return findQuotes(
    layOutScene(text, tokens, people, quoted),
    quoted,
    splitSentences(text, quoted),
  );
}

function millisecondsFor(text: string): number {
  const start = performance.now();
  quotesOf(text);
  return performance.now() - start;
}

/** The best of three: another process on the machine cannot make it better than it is. */
function bestMilliseconds(text: string): number {
  return Math.min(millisecondsFor(text), millisecondsFor(text), millisecondsFor(text));
}

/** The most that any text may take, as the whole extractor promises it. */
const millisecondsMax = 1_000;

/** Four times the text may take this many times as long; a quadratic part would take 16. */
const growthMax = 8;

/** Runs are compared again when other processes have the machine; what is quadratic fails each time. */
const attemptsMax = 4;

/** How many times as long four times the text takes, the best of some attempts. */
function growthOf(text: (length: number) => string): number {
  let best = Infinity;
  for (let attempt = 0; attempt < attemptsMax && best >= growthMax; attempt += 1) {
    best = Math.min(best, bestMilliseconds(text(200_000)) / bestMilliseconds(text(50_000)));
  }
  return best;
}

const hostile: [what: string, piece: string][] = [
  ['marks that open and never close', '“'],
  ['marks in marks', '“ "'],
  ['straight marks', '" '],
  ['quotes of one letter', '"a" '],
  ['quotes of one letter behind verbs', 'mengatakan "a" '],
  ['quotes with a speaker each', '"Kami siap semua," kata Budi. '],
  ['paragraphs that never close', '“Kami siap.\n'],
  ['paragraphs that only a verb closes', '"Kami siap, ujarnya.\n'],
  ['reporting verbs', 'mengatakan '],
  ['names and verbs', 'Budi mengatakan '],
  ['sources', 'menurut Budi '],
  ['insertions', ', kata Budi, '],
  ['insertions without a name', ', kata seorang warga'],
  ['offices', 'kata Ketua '],
  ['brackets', 'kata Budi ( '],
  ['pronouns', 'Ia mengaku dia, ujarnya. '],
  ['roles', 'ujar politikus itu. '],
  ['names and titles', 'Budi Ani kata Menhub. '],
  ['paragraphs of speech', 'Ani berkata.\n"Kami sudah siap semua di sini."\n'],
  ['subjects', 'Budi bertemu Ani. '],
  ['datelines', '- – — '],
  ['line breaks', '"\n\n\n\n\n\n\n\n\n'],
];

describe.each(hostile)('%s', (_, piece) => {
  const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));

  test('take a time linear in their length, and under a second', () => {
    expect(bestMilliseconds(text(200_000))).toBeLessThan(millisecondsMax);
    expect(growthOf(text)).toBeLessThan(growthMax);
  });
});

test.each([
  ['100,000 nested marks', '“"„«'.repeat(25_000)],
  ['100,000 marks closed from within', '“'.repeat(50_000) + '”'.repeat(50_000)],
  ['a word of 1 MB', 'a'.repeat(1_000_000)],
  ['a word of 1 MB in marks', `"${'a'.repeat(1_000_000)}," kata Budi.`],
  ['a sentence of 1 MB', 'kata Budi bahwa '.repeat(62_500)],
])('%s take under a second', (_, text) => {
  expect(bestMilliseconds(text)).toBeLessThan(millisecondsMax);
});

test('whatever the text, each quote is what is printed at its place, in order', () => {
  const pieces = fc.constantFrom(
    ...['"', '“', '”', '„', '«', '»', "'", ',', '.', ':', ';', '(', ')', '—', '-', '\n', ' ', ' '],
    ...['Budi', 'Ani', 'kata', 'ujarnya', 'mengatakan', 'bahwa', 'Menurut', 'menurutnya', 'ia'],
    ...['Ketua', 'KPK', 'itu', 'Dikutip', 'dari', 'said', 'saying', 'according', 'to', 'yang'],
    ...[
      'warga sudah lama menunggu di sini',
      'Budi mengatakan',
      '," kata Budi.',
      '\n"Kami siap semua',
    ],
    ...['Senin', '12', '\u0000', '\ud83d', '\udc00', '\u202e', '😀'],
  );
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 120, size: 'max' }),
      fc.boolean(),
      (parts, spaced) => {
        const text = parts.join(spaced ? ' ' : '');
        let last = 0;
        for (const quote of quotesOf(text)) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          expect(quote.text.length).toBeGreaterThan(0);
          expect(quote.start).toBeGreaterThanOrEqual(last);
          last = quote.start;
          found += 1;
          const { speaker, speakerMention: mention, speakerEntityId } = quote;
          expect(text.slice(mention?.start ?? 0, mention?.end ?? 0)).toBe(speaker ?? '');
          expect(quote.confidence > 0).toBe(speakerEntityId !== undefined);
        }
      },
    ),
    { seed: 4, numRuns: 500 },
  );
  expect(found).toBeGreaterThan(300);
});
