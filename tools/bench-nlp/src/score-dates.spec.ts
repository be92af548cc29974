import type { AnnotatedDate } from '@warta/contracts';
import type { DatedArticle } from './score-dates.ts';
import { scoreDates } from './score-dates.ts';

const body = 'Senin (12/6/2023) pukul 14.30 WIB, kemarin malam';

const date = (text: string, value: string): AnnotatedDate => {
  const start = body.indexOf(text);
  return { text, field: 'body', start, end: start + text.length, value };
};

const mark = (text: string, value: string): DatedArticle['dates'][number] => {
  const { field, start, end } = date(text, value);
  return { field, start, end, value };
};

const score = (marks: DatedArticle['dates'], found: AnnotatedDate[]) =>
  scoreDates([
    {
      article: {
        id: 'a',
        source: 'x',
        desk: 'politics',
        title: '',
        body,
        publishedAt: '2023-06-12T16:00:00+07:00',
        holes: 0,
      },
      dates: marks,
      annotation: { dates: found },
    },
  ]);

describe('the score of dates', () => {
  test('is right by offsets and value, and holds no time of day against the extractor', () => {
    const found = [
      date('Senin (12/6/2023)', '2023-06-12'),
      date('pukul 14.30 WIB', '2023-06-12T14:30+07:00'),
    ];
    expect(score([mark('Senin (12/6/2023)', '2023-06-12')], found)).toEqual({
      spans: { marked: 1, found: 1, right: 1 },
      values: { marked: 1, found: 1, right: 1 },
      touching: { marked: 1, found: 1, right: 1 },
      misses: [],
    });
  });

  test('tells the right words with a wrong value, and the right value on other words', () => {
    const marks = [mark('Senin (12/6/2023)', '2023-06-12'), mark('kemarin', '2023-06-11')];
    const found = [date('Senin (12/6/2023)', '2023-12-06'), date('kemarin malam', '2023-06-11')];
    expect(score(marks, found)).toEqual({
      spans: { marked: 2, found: 2, right: 1 },
      values: { marked: 2, found: 2, right: 0 },
      touching: { marked: 2, found: 2, right: 1 },
      misses: [
        {
          article: 'a',
          text: 'Senin (12/6/2023)',
          marked: '2023-06-12',
          found: '2023-12-06 Senin (12/6/2023)',
        },
        { article: 'a', text: 'kemarin', marked: '2023-06-11', found: '2023-06-11 kemarin malam' },
      ],
    });
  });

  test('counts what was not found and what is not marked', () => {
    const missed = score([mark('kemarin malam', '2023-06-11')], [date('14.30', '2014')]);
    expect(missed.values).toEqual({ marked: 1, found: 1, right: 0 });
    expect(missed.misses).toEqual([
      { article: 'a', text: 'kemarin malam', marked: '2023-06-11' },
      { article: 'a', text: '14.30', found: '2014' },
    ]);
  });
});
