import type { AnnotatedDate } from '@warta/contracts';
import type { MarkedArticle } from './marked-articles.ts';
import type { Hits } from './score-quotes.ts';

/** An article's marked dates and what the extractor says of it. */
export type DatedArticle = Pick<MarkedArticle, 'article' | 'dates'> & {
  annotation: { dates: readonly AnnotatedDate[] };
};

/** One disagreement, for a person to read. */
export type DateMiss = {
  article: string;
  text: string;
  /** Absent where nothing is marked there. */
  marked?: string;
  /** Absent where nothing was found there. */
  found?: string;
};

/**
 * Dates of a set of articles: by the same offsets alone, by the same offsets and the same value, and by
 * the same value where the offsets touch.
 */
export type DateScore = {
  spans: Hits;
  values: Hits;
  touching: Hits;
  misses: DateMiss[];
};

type Mark = MarkedArticle['dates'][number];

/**
 * Measures dates against marks. The marks give days, months and years and leave times of day unmarked;
 * those that were found are not held against the extractor.
 */
export function scoreDates(articles: readonly DatedArticle[]): DateScore {
  const score: DateScore = { spans: none(), values: none(), touching: none(), misses: [] };
  for (const dated of articles) {
    const found = dated.annotation.dates.filter((date) => !isTimeOfDay(date));
    for (const hits of [score.spans, score.values, score.touching]) {
      hits.marked += dated.dates.length;
      hits.found += found.length;
    }
    const open = new Set(found);
    for (const mark of dated.dates) judge(mark, open, dated, score);
    for (const { text, value } of open) {
      score.misses.push({ article: dated.article.id, text, found: value });
    }
  }
  return score;
}

function judge(mark: Mark, open: Set<AnnotatedDate>, dated: DatedArticle, score: DateScore): void {
  const touching = [...open].filter((date) => touches(date, mark));
  const date = touching.find((each) => isSamePlace(each, mark)) ?? touching[0];
  if (date) open.delete(date);
  const isExact = date !== undefined && isSamePlace(date, mark);
  const isRight = date !== undefined && date.value === mark.value;
  if (isExact) score.spans.right += 1;
  if (isRight) score.touching.right += 1;
  if (isExact && isRight) {
    score.values.right += 1;
    return;
  }
  const { article } = dated;
  const text = article[mark.field].slice(mark.start, mark.end);
  const found = date && `${date.value} ${date.text}`;
  score.misses.push({ article: article.id, text, marked: mark.value, ...(found && { found }) });
}

const none = (): Hits => ({ marked: 0, found: 0, right: 0 });

function isTimeOfDay({ value }: AnnotatedDate): boolean {
  return value.includes('T');
}

function touches(a: AnnotatedDate, b: Mark): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end;
}

function isSamePlace(date: AnnotatedDate, mark: Mark): boolean {
  return date.field === mark.field && date.start === mark.start && date.end === mark.end;
}
