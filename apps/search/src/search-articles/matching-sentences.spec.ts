import { SENTENCES_PER_HIT_MAX } from '@warta/contracts';
import type { MatchingSentence } from '@warta/contracts';
import { sentenceBounds } from '@warta/nlp/sentence-bounds';
import fc from 'fast-check';
import { bestSentences, matchingSentences, readMarks } from './matching-sentences.ts';

/** As Elasticsearch's encoder writes text between the marks. */
const encode = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('/', '&#x2F;');

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('<em>', '</em>', '&amp;', '&', '. ', '\n', '"Kata," ujarnya. ', 'Ia datang. '),
);

describe('marks', () => {
  it('are read back exactly, whatever the text looks like', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean())), (pieces) => {
        const html = pieces
          .map(([text, isMarked]) => (isMarked ? `<em>${encode(text)}</em>` : encode(text)))
          .join('');
        const read = readMarks(html);
        expect(read.text).toBe(pieces.map(([text]) => text).join(''));
        expect(read.marks.map(({ start, end }) => read.text.slice(start, end))).toEqual(
          pieces.flatMap(([text, isMarked]) => (isMarked ? [text] : [])),
        );
      }),
    );
  });

  it('lie in the sentences that are told, each sentence once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean())), (pieces) => {
        const html = pieces
          .map(([text, isMarked]) => (isMarked ? `<em>${encode(text)}</em>` : encode(text)))
          .join('');
        const marked = readMarks(html);
        let before = 0;
        for (const sentence of matchingSentences('body', marked)) {
          expect(sentence.start).toBeGreaterThanOrEqual(before);
          before = sentence.end;
          expect(sentence.text).toBe(marked.text.slice(sentence.start, sentence.end));
          expect(sentence.marks.length).toBeGreaterThan(0);
          for (const { start, end } of sentence.marks) {
            expect(start).toBeGreaterThanOrEqual(sentence.start);
            expect(end).toBeLessThanOrEqual(sentence.end);
          }
        }
      }),
    );
  });
});

it('shows of many sentences those with the most different words, in the order of the text', () => {
  const html = Array.from({ length: 9 }, (_, at) =>
    at === 7 ? 'Di sini <em>gempa</em> dan <em>banjir</em>.' : `Kalimat ${at} <em>gempa</em>.`,
  ).join(' ');
  const best = bestSentences(matchingSentences('body', readMarks(html)));
  expect(best).toHaveLength(SENTENCES_PER_HIT_MAX);
  expect(best.map(({ text }) => text)).toEqual([
    'Kalimat 0 gempa.',
    'Kalimat 1 gempa.',
    'Kalimat 2 gempa.',
    'Kalimat 3 gempa.',
    'Di sini gempa dan banjir.',
  ]);
});

describe('the sentences that are shown', () => {
  const word = fc.constantFrom('Jakarta', 'Bogor', 'Jokowi', 'Joko Widodo', 'KPK');
  const between = fc.constantFrom(
    ' ',
    ' ',
    ' di ',
    '. Ia ',
    '. “',
    ',” kata ',
    '? ',
    '\n',
    '\n\n"',
  );
  const texts = fc.array(fc.tuple(between, word, fc.boolean()), { maxLength: 60 });

  it('are those that splitting the whole text finds, however few lines are looked at', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        let text = '';
        const marks = parts.flatMap(([space, name, isMarked]) => {
          const start = text.length + space.length;
          text += space + name;
          return isMarked ? [{ start, end: text.length }] : [];
        });
        const all = sentenceBounds(text).map(({ start, end }): MatchingSentence => {
          const inside = marks.filter((mark) => start <= mark.start && mark.start < end);
          return { field: 'body', start, end, text: text.slice(start, end), marks: inside };
        });
        const expected = bestSentences(all.filter((sentence) => sentence.marks.length > 0));
        expect(bestSentences(matchingSentences('body', { text, marks }))).toEqual(expected);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('are looked for in the first lines of a text that says the same word in all', () => {
    const line = 'Polisi datang ke Jakarta.\n';
    const text = line.repeat(50);
    const marks = Array.from({ length: 50 }, (_, at) => {
      const start = at * line.length + line.indexOf('Jakarta');
      return { start, end: start + 'Jakarta'.length };
    });
    const asked: number[] = [];
    matchingSentences('body', { text, marks }, (at) => {
      asked.push(at);
      return sentenceBounds(text).find(({ end }) => end > at);
    });
    expect(asked).toEqual(marks.slice(0, SENTENCES_PER_HIT_MAX).map(({ start }) => start));
  });
});
