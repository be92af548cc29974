import type { Quote } from '@warta/contracts';
import { readAttributedArticles, readAttributions } from './attributed-articles.ts';
import { quotedContents, scoreAttributions } from './score-attributions.ts';

const ani = '6f1f5a3e-8c5c-5b5e-9a51-000000000001';

const text =
  '“We are ready,” said Ani Lestari. “All of us.” She said it was “the right time.” ' +
  'The film “Harbour” was shown. “Yes,” said a spokesman for Ani Lestari.';

const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

const lastAni = at('Ani Lestari', 40);
const attributions = [
  { source: [at('Ani Lestari')], content: [at('“We are ready,”'), at('“All of us.”')] },
  { source: [at('She')], content: [at('it was “the right time.”')] },
  { source: [{ start: at('a spokesman').start, end: lastAni.end }], content: [at('“Yes,”')] },
];

const quote = (words: string, speaker?: string): Quote => ({
  text: words,
  field: 'body',
  ...at(words),
  cue: 'said',
  direct: true,
  ...(speaker && { speakerEntityId: speaker }),
  confidence: speaker ? 0.9 : 0,
  by: 'rule:a',
});

test('reads the parts of an attribution, pieces and all', () => {
  const marks = [
    'T1\tSource 0 5\tAni L',
    'T2\tCue 6 10\tsaid',
    'T3\tContent 12 20;30 40\twords',
    'E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1',
  ].join('\n');
  expect(readAttributions(marks)).toEqual([
    {
      source: [{ start: 0, end: 5 }],
      content: [
        { start: 12, end: 20 },
        { start: 30, end: 40 },
      ],
    },
  ]);
});

test('takes what is quoted within an attributed content, and no title', () => {
  const quoted = quotedContents({ text, attributions }).map(({ span }) =>
    text.slice(span.start, span.end),
  );
  expect(quoted).toEqual(['We are ready,', 'All of us.', 'the right time.', 'Yes,']);
});

test('judges speakers that are named, not whose spokesman they are, and leaves pronouns out', () => {
  const annotation = {
    quotes: [
      quote('We are ready,', ani),
      quote('All of us.'),
      quote('the right time.', ani),
      quote('Harbour'),
      quote('Yes,', ani),
    ],
    entities: [
      {
        id: ani,
        type: 'PERSON' as const,
        name: 'Ani Lestari',
        aliases: ['Ani Lestari'],
        salience: 'main' as const,
        mentions: [at('Ani Lestari'), lastAni].map((span) => ({ field: 'body' as const, ...span })),
      },
    ],
  };
  const score = scoreAttributions([{ text, attributions, annotation }]);
  expect(score.quoted).toEqual({ marked: 4, found: 5, right: 4 });
  expect(score.speakers).toEqual({ marked: 3, right: 1, wrong: 1, none: 1 });
  expect(score.notJudged).toBe(1);
});

const articles = readAttributedArticles();
if (!articles) process.stderr.write('left out: attributed articles, ../shared/data is absent\n');

(articles ? test : test.skip)('the corpus has quoted words in most of its articles', () => {
  const withQuotes = (articles ?? []).filter((article) => quotedContents(article).length > 0);
  expect(withQuotes.length).toBeGreaterThan((articles?.length ?? 0) / 2);
});
