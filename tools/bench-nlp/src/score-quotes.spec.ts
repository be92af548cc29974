import type { Quote } from '@warta/contracts';
import type { JudgedArticle } from './score-quotes.ts';
import { scoreQuotes } from './score-quotes.ts';

const ani = '6f1f5a3e-8c5c-5b5e-9a51-000000000001';
const budi = '6f1f5a3e-8c5c-5b5e-9a51-000000000002';

const quote = (start: number, end: number, more: Partial<Quote> = {}): Quote => ({
  text: 'x',
  field: 'body',
  start,
  end,
  cue: 'kata',
  direct: true,
  confidence: 0.9,
  ...more,
});

const entity = (id: string, start: number): JudgedArticle['annotation']['entities'][number] => ({
  id,
  type: 'PERSON',
  name: 'x',
  aliases: ['x'],
  salience: 'main',
  mentions: [{ field: 'body', start, end: start + 3 }],
});

/** Marked: Ani (0) at 0, Budi (1) at 50. The extractor's Budi covers one end of the name only. */
const article = (marks: JudgedArticle['quotes'], quotes: Quote[]): JudgedArticle => ({
  mentions: [
    { field: 'body', start: 0, end: 3, type: 'PERSON', entity: 0 },
    { field: 'body', start: 50, end: 54, type: 'PERSON', entity: 1 },
  ],
  quotes: marks,
  annotation: { entities: [entity(ani, 0), entity(budi, 52)], quotes },
});

const mark = (
  start: number,
  end: number,
  kind: 'direct' | 'indirect',
  speaker?: number,
): JudgedArticle['quotes'][number] => ({
  field: 'body',
  start,
  end,
  kind,
  ...(speaker !== undefined && { speaker }),
});

test('counts a quote once, exact by its offsets and by overlap of half of both', () => {
  const marks = [mark(100, 200, 'direct'), mark(300, 400, 'direct'), mark(500, 600, 'direct')];
  const found = [quote(100, 200), quote(320, 400), quote(500, 800), quote(900, 910)];
  const { direct } = scoreQuotes([article(marks, found)]);
  expect(direct.exact).toEqual({ marked: 3, found: 4, right: 1 });
  expect(direct.overlap).toEqual({ marked: 3, found: 4, right: 2 });
});

test('an indirect quote is no hit for a direct mark', () => {
  const { direct, indirect } = scoreQuotes([
    article([mark(100, 200, 'direct')], [quote(100, 200, { direct: false, indirect: true })]),
  ]);
  expect(direct.overlap).toEqual({ marked: 1, found: 0, right: 0 });
  expect(indirect.overlap).toEqual({ marked: 0, found: 1, right: 0 });
});

test('a speaker is right when its mentions stand on those of the marked one', () => {
  const marks = [0, 1, 2, 3, 4].map((n) =>
    mark(100 * n, 100 * n + 50, 'direct', n === 4 ? undefined : 1),
  );
  const { speakers, speakersByRule } = scoreQuotes([
    article(marks, [
      quote(0, 50, { speakerEntityId: budi, by: 'rule:a' }),
      quote(100, 150, { speakerEntityId: ani, by: 'rule:a' }),
      quote(200, 250),
      quote(300, 350, { speakerEntityId: budi, by: 'rule:b', confidence: 0.5 }),
      quote(400, 450, { speakerEntityId: budi, by: 'rule:b', confidence: 0.5 }),
    ]),
  ]);
  expect(speakers).toEqual({ marked: 4, right: 2, wrong: 2, none: 1 });
  expect(speakersByRule).toEqual({
    'rule:a 0.9': { right: 1, wrong: 1 },
    'rule:b 0.5': { right: 1, wrong: 1 },
  });
});
