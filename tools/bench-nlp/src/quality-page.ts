import type { MeasuredArticles } from './article-measures.ts';
import type { MeasuredCase } from './cases.ts';
import type { MeasuredAttributions } from './english-quotes.ts';
import type { EntityScore, Score } from './entity-score.ts';
import { scoredTypes } from './entity-score.ts';
import type { MeasuredLanguage } from './languages.ts';
import { percent, share, table } from './markdown.ts';
import type { Model } from './models.ts';
import { confidenceLines, englishLines, hitsRow, speakerRow } from './quotes-page.ts';
import type { MeasuredCorpus } from './recognition.ts';
import type { SpeedFacts } from './speed-page.ts';
import { speedLines } from './speed-page.ts';

/** All that a run has found out. */
export type QualityFacts = {
  extractor: string;
  version: string;
  date: string;
  machine: string;
  node: string;
  models: readonly Model[];
  leftOut: readonly string[];
  recognition: readonly MeasuredCorpus[];
  articles: readonly MeasuredArticles[];
  englishQuotes?: MeasuredAttributions | undefined;
  cases: readonly MeasuredCase[];
  languages: readonly MeasuredLanguage[];
  speed: SpeedFacts;
};

const leftOutPrefix = 'Left out: ';

/** docs/quality.md. */
export function qualityPage(facts: QualityFacts): string {
  return [
    '# Quality',
    '',
    '<!-- Written by `npm run bench:nlp`: change what is measured, not this page. -->',
    '',
    `What the extraction reaches, measured by \`npm run bench:nlp\` (a minute or two), which writes this page.`,
    `Made for extractor \`${facts.extractor} ${facts.version}\` on ${facts.date}, Node ${facts.node}, ${facts.machine}.`,
    `Models: ${facts.models.map(({ name, bytes }) => `\`${name}\` (${megabytes(bytes)} MB)`).join(', ')}.`,
    '',
    ...(facts.leftOut.length > 0 ? [`${leftOutPrefix}${facts.leftOut.join('; ')}.`, ''] : []),
    'Everything but speed and memory is the same in every run. Scores are per cent. A name is right when its type and both',
    "ends are (strict entity F1, seqeval's definition); each table cell is **F1** with precision and recall behind it.",
    '“Ours ÷” is the F1 of the whole extractor divided by that of a baseline.',
    '',
    ...recognitionLines(facts),
    ...facts.articles.flatMap(articleLines),
    ...englishLines(facts.englishQuotes),
    ...caseLines(facts.cases),
    ...languageLines(facts.languages),
    ...speedLines(facts.speed),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** What a page says that its run could not measure. */
export function leftOutOf(page: string): string[] {
  const line = page.split('\n').find((each) => each.startsWith(leftOutPrefix));
  return line ? line.slice(leftOutPrefix.length, -1).split('; ') : [];
}

/** A run that left out what the page has measured must not take its place. */
export function mayReplace(page: string | undefined, leftOut: readonly string[]): boolean {
  if (page === undefined) return true;
  const before = new Set(leftOutOf(page));
  return leftOut.every((part) => before.has(part));
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

const typeHeads = ['person', 'organisation', 'location', 'all'];

function cells(score: EntityScore): string[] {
  return [...scoredTypes, 'all' as const].map((type) => cell(score[type]));
}

function cell({ f1, precision, recall }: Score): string {
  return `**${percent(f1)}** ${percent(precision)} ${percent(recall)}`;
}

function scoreTable(rows: readonly { name: string; score: EntityScore }[]): string[] {
  const ours = rows[0]?.score.all.f1 ?? 0;
  return table(
    ['', ...typeHeads, 'ours ÷'],
    rows.map(({ name, score }) => [
      name,
      ...cells(score),
      name.startsWith('Warta') ? '' : ratio(ours, score.all.f1),
    ]),
  );
}

function ratio(ours: number, theirs: number): string {
  return theirs === 0 ? '–' : (ours / theirs).toFixed(2);
}

function recognitionLines({ recognition, models }: QualityFacts): string[] {
  return [
    '## Names in the sentences of published corpora',
    '',
    'The whole extractor reads each sentence as a text has it, its spans are mapped back to the tokens of the corpus; the tagger',
    'alone is given the tokens. Two baselines learn from the train part: an averaged perceptron with the features of a plain CRF (words,',
    'shapes, affixes, neighbours), and a gazetteer that looks up the names it has seen, the longest first.',
    '',
    ...recognition.flatMap(({ name, language, note, path, sentences, names, rows }) => [
      `### ${name} (${language}, ${sentences} sentences, ${names} names)`,
      '',
      `${note} ${learntLine(models, path)}`,
      '',
      ...scoreTable(rows),
    ]),
    ...foldLines(models),
  ];
}

/** Says which parts of a corpus the taggers have seen, so that a figure is not taken for more than it is. */
function learntLine(models: readonly Model[], path: string): string {
  const folder = path.slice(0, path.indexOf('/') + 1);
  const files = models.flatMap(({ inputs }) => inputs.map(({ file }) => file));
  const seen = files.filter((file) => file.startsWith(folder));
  return seen.length === 0
    ? 'The taggers have seen nothing of it.'
    : `The tagger has learnt from ${seen.map((file) => `\`${file}\``).join(', ')}.`;
}

/** Folds need a training each: their figures are those that training has left in the manifest. */
function foldLines(models: readonly Model[]): string[] {
  const rows = foldScores(models);
  if (rows.length === 0) return [];
  const tests = rows.filter(({ measure }) => !/dev/.test(measure)).map(({ f1 }) => f1);
  const mean = tests.reduce((sum, f1) => sum + f1, 0) / Math.max(1, tests.length);
  return [
    '### NERUI, published folds (id)',
    '',
    "Each fold needs a training of its own on that fold's train part: these figures are training's, from the model's manifest.",
    'Published F1: IndoBERT 90.1, MalayBERT 87.4, mBERT 82.2, BiLSTM 82.2.',
    '',
    ...table(
      ['', 'F1'],
      [
        ...rows.map(({ measure, f1 }) => [measure, percent(f1)]),
        [`mean of ${tests.length} test parts`, `**${percent(mean)}**`],
      ],
    ),
  ];
}

/** What a manifest says of folds, such as "fold 01 test". */
export function foldScores(models: readonly Model[]): { measure: string; f1: number }[] {
  return models.flatMap(({ f1 }) =>
    Object.entries(f1)
      .filter(([measure]) => measure.startsWith('fold'))
      .map(([measure, score]) => ({ measure, f1: score['all'] ?? 0 })),
  );
}

const setNames: Record<string, string> = {
  tune: 'the half that the rules and the tagger were tuned on',
  last: 'the half that nothing was tuned on',
};

function articleLines(measured: MeasuredArticles): string[] {
  const { set, articles, names, rows, links, quotes, dates } = measured;
  const { speakersOfDirect, speakersOfIndirect } = quotes;
  return [
    `## Whole Indonesian articles, \`${set}\`: ${setNames[set] ?? set}`,
    '',
    `${articles} articles of politics, business, sport and entertainment with ${names} names, drawn by a seed and marked by hand`,
    '([rules](../tools/bench-nlp/marks/RULES.md)). Strict:',
    '',
    ...scoreTable(rows.map(({ name, strict }) => ({ name, score: strict }))),
    'The same where any overlap with a mark of the same type is enough:',
    '',
    ...scoreTable(rows.map(({ name, overlap }) => ({ name, score: overlap }))),
    ...table(
      ['links to Wikidata', 'precision', 'coverage'],
      [
        [
          'marked entities whose id the marker knew',
          share(links.right, links.right + links.wrong),
          share(links.right, links.marked),
        ],
      ],
    ),
    `Beside them ${links.unjudged} links on marked names without an id and ${links.unmarked} on what is no marked name.`,
    '',
    ...table(
      ['', 'precision', 'recall'],
      [
        hitsRow('direct quotes, same offsets', quotes.direct.exact),
        hitsRow('direct quotes, half in common', quotes.direct.overlap),
        hitsRow('indirect quotes, same offsets', quotes.indirect.exact),
        hitsRow('indirect quotes, half in common', quotes.indirect.overlap),
        speakerRow('speakers of the direct quotes found', speakersOfDirect),
        speakerRow('speakers of the indirect quotes found', speakersOfIndirect),
        hitsRow('dates, same offsets', dates.spans),
        hitsRow('dates, same offsets and value', dates.values),
        hitsRow('dates, same value where offsets touch', dates.touching),
      ],
    ),
    ...confidenceLines(quotes.speakersByRule),
  ];
}

function caseLines(cases: readonly MeasuredCase[]): string[] {
  if (cases.length === 0) return [];
  return [
    '## Headlines in any case of letters',
    '',
    'The same texts with their letters changed; the titles stand above their articles, as feeds push them.',
    '',
    ...table(
      ['', 'names', ...typeHeads],
      cases.map(({ text, letterCase, by, names, score }) => [
        `${text}, ${letterCase} (${by})`,
        String(names),
        ...cells(score),
      ]),
    ),
  ];
}

function languageLines(languages: readonly MeasuredLanguage[]): string[] {
  if (languages.length === 0) return [];
  return [
    '## Language of a text that nobody has declared',
    '',
    ...table(
      ['', 'language', 'right'],
      languages.map(({ text, language, texts, right }) => [text, language, share(right, texts)]),
    ),
  ];
}
