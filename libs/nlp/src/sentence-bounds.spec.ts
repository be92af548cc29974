import fc from 'fast-check';
import { sentenceBounds, sentenceFinder } from './sentence-bounds.ts';

const pieces = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    ' ',
    '. ',
    '! ',
    '? ',
    '…',
    ', ',
    '“',
    '”',
    '"',
    "''",
    "'",
    '’',
    '„',
    '«',
    ',,',
  ],
  ...[
    'Kata dia',
    ', ujarnya',
    ' kata Budi',
    'Prof. ',
    'PT. ',
    'A. ',
    'dan',
    'Ia datang. ',
    'é',
    '😀',
    '\ud83d',
  ],
  'kata '.repeat(1_100),
);

describe('sentences found one by one', () => {
  it('are those of the whole text, wherever they are asked for and in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
        fc.array(fc.nat(), { maxLength: 12 }),
        (text, places) => {
          const all = sentenceBounds(text);
          const find = sentenceFinder(text);
          for (const place of places) {
            const at = place % (text.length + 2);
            expect(find(at)).toEqual(all.find(({ end }) => end > at));
          }
        },
      ),
      { seed: 6, numRuns: 400 },
    );
  });

  it('cost no more than splitting does, whether a text is one line or many', () => {
    for (const sentence of ['Polisi datang lagi. ', 'Polisi datang lagi.\n']) {
      const text = sentence.repeat(20_000);
      const find = sentenceFinder(text);
      const before = process.cpuUsage();
      let found = 0;
      for (let at = 0; at < text.length; at += sentence.length) {
        if ((find(at)?.end ?? 0) > at) found += 1;
      }
      expect(found).toBe(20_000);
      expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    }
  });
});
