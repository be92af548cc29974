import type { Annotation, Quote } from '@warta/contracts';
import type { MarkedArticle } from './marked-articles.ts';

/** An article with its marks and what the extractor says of it. */
export type JudgedArticle = Pick<MarkedArticle, 'mentions' | 'quotes'> & {
  annotation: Pick<Annotation, 'entities' | 'quotes'>;
};

/** What was looked for and what was found; precision is right/found, recall right/marked. */
export type Hits = { marked: number; found: number; right: number };

/** `exact`: the same offsets. `overlap`: at least half of the mark and half of what was found. */
export type QuoteHits = { exact: Hits; overlap: Hits };

/**
 * The speakers of the quotes that were found (by overlap). `right` and `wrong` are given speakers, `none`
 * are marked ones that were not given. Precision is right/(right + wrong), coverage right/marked.
 */
export type SpeakerHits = { marked: number; right: number; wrong: number; none: number };

export type QuoteScore = {
  direct: QuoteHits;
  indirect: QuoteHits;
  speakers: SpeakerHits;
  speakersOfDirect: SpeakerHits;
  speakersOfIndirect: SpeakerHits;
  /** Given speakers by rule and confidence, such as "rule:cue-after-quote 0.95": calibrated or not. */
  speakersByRule: Record<string, { right: number; wrong: number }>;
};

type Kind = MarkedArticle['quotes'][number]['kind'];
type Match = { mark: MarkedArticle['quotes'][number]; quote: Quote; article: JudgedArticle };

/** How much of the mark and of the quote must be common to both. */
const overlapMin = 0.5;

/** Measures the quotes of a set of articles, and their speakers, against the marks. */
export function scoreQuotes(articles: readonly JudgedArticle[]): QuoteScore {
  const direct = matchesOf(articles, 'direct');
  const indirect = matchesOf(articles, 'indirect');
  const both = [...direct, ...indirect];
  return {
    direct: hitsOf(articles, 'direct', direct),
    indirect: hitsOf(articles, 'indirect', indirect),
    speakers: speakerHits(both),
    speakersOfDirect: speakerHits(direct),
    speakersOfIndirect: speakerHits(indirect),
    speakersByRule: speakersByRule(both),
  };
}

function quotesOf(article: JudgedArticle, kind: Kind): Quote[] {
  return article.annotation.quotes.filter(({ indirect }) => !!indirect === (kind === 'indirect'));
}

function marksOf(article: JudgedArticle, kind: Kind): MarkedArticle['quotes'] {
  return article.quotes.filter((mark) => mark.kind === kind);
}

/** One quote to one mark, the first that overlaps enough. */
function matchesOf(articles: readonly JudgedArticle[], kind: Kind): Match[] {
  return articles.flatMap((article) => {
    const open = new Set(quotesOf(article, kind));
    return marksOf(article, kind).flatMap((mark): Match[] => {
      const quote = [...open].find((candidate) => overlaps(mark, candidate));
      if (!quote) return [];
      open.delete(quote);
      return [{ mark, quote, article }];
    });
  });
}

type Placed = { field: string; start: number; end: number };

function overlaps(a: Placed, b: Placed): boolean {
  if (a.field !== b.field) return false;
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common >= overlapMin * (a.end - a.start) && common >= overlapMin * (b.end - b.start);
}

function hitsOf(
  articles: readonly JudgedArticle[],
  kind: Kind,
  matches: readonly Match[],
): QuoteHits {
  const marked = articles.reduce((sum, article) => sum + marksOf(article, kind).length, 0);
  const found = articles.reduce((sum, article) => sum + quotesOf(article, kind).length, 0);
  const exact = matches.filter(
    ({ mark, quote }) => mark.start === quote.start && mark.end === quote.end,
  );
  return {
    exact: { marked, found, right: exact.length },
    overlap: { marked, found, right: matches.length },
  };
}

type Verdict = 'right' | 'wrong' | 'none' | 'rightly-none';

function verdictOf({ mark, quote, article }: Match): Verdict {
  if (!quote.speakerEntityId) return mark.speaker === undefined ? 'rightly-none' : 'none';
  return mark.speaker !== undefined && markedEntityOf(quote, article) === mark.speaker
    ? 'right'
    : 'wrong';
}

/** The marked entity that most mentions of the quote's speaker stand on. */
function markedEntityOf(quote: Quote, article: JudgedArticle): number | undefined {
  const speaker = article.annotation.entities.find(({ id }) => id === quote.speakerEntityId);
  const votes = new Map<number, number>();
  for (const mention of speaker?.mentions ?? []) {
    for (const { field, start, end, entity } of article.mentions) {
      const common = Math.min(end, mention.end) - Math.max(start, mention.start);
      if (field === mention.field && common > 0) votes.set(entity, (votes.get(entity) ?? 0) + 1);
    }
  }
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function speakerHits(matches: readonly Match[]): SpeakerHits {
  const verdicts = matches.map(verdictOf);
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  return {
    marked: matches.filter(({ mark }) => mark.speaker !== undefined).length,
    right: count('right'),
    wrong: count('wrong'),
    none: count('none'),
  };
}

function speakersByRule(matches: readonly Match[]): QuoteScore['speakersByRule'] {
  const rules: QuoteScore['speakersByRule'] = {};
  for (const match of matches) {
    const verdict = verdictOf(match);
    if (verdict !== 'right' && verdict !== 'wrong') continue;
    const key = `${match.quote.by ?? '?'} ${match.quote.confidence}`;
    rules[key] ??= { right: 0, wrong: 0 };
    rules[key][verdict] += 1;
  }
  return rules;
}
