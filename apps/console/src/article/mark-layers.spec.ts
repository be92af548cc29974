import fc from 'fast-check';
import { layerMarks } from './mark-layers.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '🙂'), maxLength: 60 });
const offset = fc.integer({ min: -3, max: 70 });
const stretches = fc.array(fc.record({ start: offset, end: offset }), { maxLength: 12 });

describe('marks in a text', () => {
  it('leave every character where it was, in whatever way they overlap', () => {
    fc.assert(
      fc.property(texts, stretches, (text, marks) => {
        const shown = new Array<string>(text.length).fill('\n');
        for (const { segments } of layerMarks(text, marks)) {
          for (const segment of segments) {
            expect(segment.text).toBe(text.slice(segment.start, segment.end));
            for (let at = segment.start; at < segment.end; at += 1) shown[at] = text[at] ?? '';
          }
        }
        expect(shown.join('')).toBe(text);
      }),
    );
  });

  it('cover exactly their own characters, line breaks left out', () => {
    fc.assert(
      fc.property(texts, stretches, (text, marks) => {
        const segments = layerMarks(text, marks).flatMap((paragraph) => paragraph.segments);
        for (const mark of marks) {
          const isInText = mark.start >= 0 && mark.start < mark.end && mark.end <= text.length;
          const covered = segments
            .filter((segment) => segment.marks.includes(mark))
            .map((segment) => segment.text);
          const expected = isInText ? text.slice(mark.start, mark.end).replaceAll('\n', '') : '';
          expect(covered.join('')).toBe(expected);
        }
      }),
    );
  });

  it('are given from the outermost to the innermost', () => {
    const quote = { start: 0, end: 10, is: 'quote' };
    const name = { start: 3, end: 6, is: 'name' };
    const long = { start: 3, end: 14, is: 'long' };
    const [paragraph] = layerMarks('0123456789abcdef', [name, long, quote]);
    expect(paragraph?.segments.map(({ text, marks }) => [text, marks.map(({ is }) => is)])).toEqual(
      [
        ['012', ['quote']],
        ['345', ['quote', 'long', 'name']],
        ['6789', ['quote', 'long']],
        ['abcd', ['long']],
        ['ef', []],
      ],
    );
  });

  it('take time in proportion to the text and the marks', () => {
    const text = 'kata '.repeat(40_000);
    const marks = Array.from({ length: 40_000 }, (_, at) => ({ start: at * 5, end: at * 5 + 4 }));
    const [paragraph] = layerMarks(text, marks);
    expect(paragraph?.segments).toHaveLength(80_000);
  });
});
