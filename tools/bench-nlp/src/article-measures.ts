import type { Annotation } from '@warta/contracts';
import { annotate, builtInTagger } from '@warta/nlp';
import { learnBaselines } from './baselines.ts';
import type { MarkedSet } from './draw.ts';
import type { EntityScore, ScoredSpan } from './entity-score.ts';
import { scoreEntities, scoreOverlaps } from './entity-score.ts';
import type { MarkedText } from './gazetteer-baseline.ts';
import type { MarkedArticle } from './marked-articles.ts';
import { readMarkedArticles } from './marked-articles.ts';
import type { Progress } from './progress.ts';
import type { RealArticle } from './real-articles.ts';
import { findByTagger, namesIn } from './recogniser.ts';
import type { DateScore } from './score-dates.ts';
import { scoreDates } from './score-dates.ts';
import type { LinkScore } from './score-links.ts';
import { scoreLinks, sumLinkScores } from './score-links.ts';
import type { QuoteScore } from './score-quotes.ts';
import { scoreQuotes } from './score-quotes.ts';

/** A marked article and what the extractor says of it. */
export type AnnotatedMarks = MarkedArticle & { annotation: Annotation };

export type MeasuredArticles = {
  set: MarkedSet;
  articles: number;
  names: number;
  rows: { name: string; strict: EntityScore; overlap: EntityScore }[];
  links: LinkScore;
  quotes: QuoteScore;
  dates: DateScore;
};

const fields = ['title', 'body'] as const;

/** Annotates the marked articles of a set and measures each part against the marks. */
export async function measureArticles(
  set: MarkedSet,
  all: readonly RealArticle[],
  progress: Progress,
): Promise<MeasuredArticles> {
  const marked = readMarkedArticles(set, all);
  const annotated: AnnotatedMarks[] = [];
  for (const marks of marked) {
    annotated.push({ ...marks, annotation: await annotateArticle(marks.article) });
    progress(`marked articles, ${set}`, annotated.length, marked.length);
  }
  const names = marked.flatMap(markedNames);
  const row = (name: string, found: ScoredSpan[][]) => ({
    name,
    strict: scoreEntities(names, found),
    overlap: scoreOverlaps(names, found),
  });
  const rows = [
    row(
      'Warta, whole extractor',
      annotated.flatMap(({ annotation }) => fields.map((field) => namesIn(annotation, field))),
    ),
  ];
  const tagger = await builtInTagger('id');
  const texts = marked.flatMap(({ article }) => fields.map((field) => article[field]));
  if (tagger) {
    const found: ScoredSpan[][] = [];
    for (const text of texts) found.push(await findByTagger(tagger, text));
    rows.push(row('Warta, tagger alone', found));
  }
  const train = readMarkedArticles('train', all).flatMap(asMarkedTexts);
  for (const { name, find } of learnBaselines('the articles marked to learn from', train)) {
    rows.push(row(name, texts.map(find)));
  }
  return {
    set,
    articles: marked.length,
    names: names.flat().length,
    rows,
    links: sumLinkScores(annotated.map((each) => scoreLinks(each, each.annotation))),
    quotes: scoreQuotes(annotated),
    dates: scoreDates(annotated),
  };
}

/** As the enricher does for a feed that says its articles are Indonesian. */
export function annotateArticle({
  title,
  body,
  publishedAt,
}: Pick<RealArticle, 'title' | 'body' | 'publishedAt'>): Promise<Annotation> {
  return annotate({ title, body }, { publishedAt, declaredLanguage: 'id' });
}

/** The marked names of title and body as spans of characters. */
export function markedNames({ mentions }: MarkedArticle): [ScoredSpan[], ScoredSpan[]] {
  const inField = (field: 'title' | 'body') =>
    mentions
      .filter((mention) => mention.field === field)
      .map(({ type, start, end }) => ({ type, from: start, to: end }));
  return [inField('title'), inField('body')];
}

function asMarkedTexts(marks: MarkedArticle): MarkedText[] {
  const [title, body] = markedNames(marks);
  return [
    { text: marks.article.title, names: title },
    { text: marks.article.body, names: body },
  ];
}
