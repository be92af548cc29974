import type { Annotation, Quote } from '@warta/contracts';
import type { AttributedArticle, Attribution } from './attributed-articles.ts';
import type { Hits, SpeakerHits } from './score-quotes.ts';

type Span = { start: number; end: number };

/** An attributed article and what the extractor says of its text. */
export type JudgedAttributions = Pick<AttributedArticle, 'text' | 'attributions'> & {
  annotation: Pick<Annotation, 'entities' | 'quotes'>;
};

export type AttributionScore = {
  /** What stands in quotation marks within an attributed content, by overlap of half of both. */
  quoted: Hits;
  /** Of the quotes found whose source is printed with a name. */
  speakers: SpeakerHits;
  /** Found quotes whose source is a pronoun or nameless: who is meant is not marked, so not judged. */
  notJudged: number;
  /** Given speakers by rule and confidence. */
  speakersByRule: Record<string, { right: number; wrong: number }>;
};

/** How much of the mark and of the quote must be common to both. */
const overlapMin = 0.5;

/** Measures direct quotes and their speakers against marked attributions. */
export function scoreAttributions(articles: readonly JudgedAttributions[]): AttributionScore {
  const score: AttributionScore = {
    quoted: { marked: 0, found: 0, right: 0 },
    speakers: { marked: 0, right: 0, wrong: 0, none: 0 },
    notJudged: 0,
    speakersByRule: {},
  };
  for (const article of articles) scoreArticle(score, article);
  return score;
}

function scoreArticle(score: AttributionScore, article: JudgedAttributions): void {
  const marked = quotedContents(article);
  const open = new Set(article.annotation.quotes.filter(({ indirect }) => !indirect));
  score.quoted.marked += marked.length;
  score.quoted.found += open.size;
  for (const { span, attribution } of marked) {
    const quote = [...open].find((candidate) => overlaps(span, candidate));
    if (!quote) continue;
    open.delete(quote);
    score.quoted.right += 1;
    judgeSpeaker(score, article, quote, attribution);
  }
}

function judgeSpeaker(
  score: AttributionScore,
  article: JudgedAttributions,
  quote: Quote,
  attribution: Attribution,
): void {
  if (!attribution.source.some((source) => isNamed(article.text, source))) {
    score.notJudged += 1;
    return;
  }
  score.speakers.marked += 1;
  if (!quote.speakerEntityId) {
    score.speakers.none += 1;
    return;
  }
  const verdict = isOfSource(article, quote, attribution) ? 'right' : 'wrong';
  score.speakers[verdict] += 1;
  const key = `${quote.by ?? '?'} ${quote.confidence}`;
  score.speakersByRule[key] ??= { right: 0, wrong: 0 };
  score.speakersByRule[key][verdict] += 1;
}

/** A word with a capital that is neither a pronoun nor only the start of a phrase. */
function isNamed(text: string, { start, end }: Span): boolean {
  return text
    .slice(start, end)
    .split(/\s+/)
    .some((word) => /^\p{Lu}[\p{L}.'’-]+/u.test(word) && !nameless.test(word));
}

const nameless =
  /^(?:He|She|They|We|It|You|The|A|An|One|Some|Many|His|Her|Their|This|That|I['’]\w+)$/;

/** Whether a mention of the speaker stands in the source, and not as whose spokesman it is. */
function isOfSource(article: JudgedAttributions, quote: Quote, { source }: Attribution): boolean {
  const speaker = article.annotation.entities.find(({ id }) => id === quote.speakerEntityId);
  return (speaker?.mentions ?? []).some((mention) =>
    source.some((span) => {
      if (mention.start >= span.end || mention.end <= span.start) return false;
      const before = article.text.slice(span.start, mention.start);
      const after = article.text.slice(mention.end, mention.end + 2);
      return (
        !/\b(?:for|of|to|with|at|from)\b/.test(before.split(',').at(-1) ?? '') &&
        !/^['’]s?/.test(after)
      );
    }),
  );
}

/** The pieces in quotation marks that lie in an attributed content. */
export function quotedContents({
  text,
  attributions,
}: Pick<AttributedArticle, 'text' | 'attributions'>): { span: Span; attribution: Attribution }[] {
  return quotedPieces(text).flatMap((span) => {
    const attribution = attributions.find(({ content }) =>
      content.some((piece) => {
        const common = Math.min(piece.end, span.end) - Math.max(piece.start, span.start);
        return common >= overlapMin * (span.end - span.start);
      }),
    );
    return attribution ? [{ span, attribution }] : [];
  });
}

/**
 * Between marks, two apostrophes for one too, paragraph by paragraph; one that its paragraph does not
 * close goes to its end.
 */
function quotedPieces(text: string): Span[] {
  const spans: Span[] = [];
  let open: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/''|[“”"\n]/g)) {
    if (open !== undefined && mark !== '“' && index > open) spans.push({ start: open, end: index });
    const opens = mark === '“' || (mark !== '\n' && mark !== '”' && open === undefined);
    open = opens ? index + mark.length : undefined;
  }
  return spans;
}

function overlaps(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common >= overlapMin * (a.end - a.start) && common >= overlapMin * (b.end - b.start);
}
