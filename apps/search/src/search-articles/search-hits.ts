import type { estypes } from '@elastic/elasticsearch';
import type { ArticleHit, Copies } from '@warta/contracts';
import { sentenceFinder } from '@warta/nlp/sentence-bounds';
import { textOf } from '../article-index/article-document.ts';
import { broughtQuotes } from '../query-language/inner-quotes.ts';
import { hitQuotes } from './hit-quotes.ts';
import { hitFragments, hitSentences, marksIn } from './hit-sentences.ts';
import type { SentenceSource } from './hit-sentences.ts';
import type { HitSource } from './search-body.ts';

/** A hit of Elasticsearch with the document's fields that `toHit` needs. */
export type FoundHit = estypes.SearchHit<HitSource>;

export interface HitOptions {
  readonly copies?: Copies | undefined;
  /** The body was highlighted whole: tell sentences instead of fragments of it. */
  readonly sentences?: boolean;
  /** Mark where these entities and the quotes are; the hit has its texts with it. */
  readonly searched?: ReadonlySet<string> | undefined;
}

const nobody: ReadonlySet<string> = new Set();

/** A hit as readers get it. */
export function toHit(
  hit: FoundHit,
  { copies, sentences = false, searched }: HitOptions = {},
): ArticleHit {
  const source = hit._source as HitSource & SentenceSource;
  const title = highlightsOf(hit, 'title');
  const body = highlightsOf(hit, 'body');
  const find = sentenceFinder(textOf(source.body) ?? '');
  const quotes = hitQuotes(broughtQuotes(hit), source, searched ?? nobody, find);
  const whole = { title: title?.[0], body: sentences ? body?.[0] : undefined };
  const marked = searched && marksIn(source, whole, searched, quotes);
  const found = { ...(title && { title }), ...(body && { body }) };
  const { title: inTitle, body: inBody } = {
    ...(marked && !sentences && hitFragments(marked, find)),
    ...found,
  };
  return {
    id: source.articleId,
    feed: source.feed,
    sourceId: source.sourceId,
    url: source.url,
    title: textOf(source.title),
    lead: textOf(source.lead),
    byline: source.byline,
    section: source.section,
    language: source.language,
    publishedAt: source.publishedAt,
    updatedAt: source.updatedAt,
    changedAt: source.changedAt ?? source.submittedAt,
    rev: source.rev,
    revision: source.revision,
    duplicateOf: source.duplicateOf,
    score: hit._score ?? null,
    highlights: {
      ...(inTitle && { title: inTitle }),
      ...(inBody && !sentences && { body: inBody }),
    },
    ...(copies && { copies }),
    ...(sentences && marked && { sentences: hitSentences(marked, find) }),
    ...(quotes.length > 0 && { quotes }),
    entities: source.entities,
  };
}

/** An article has its text in the field of one language. */
function highlightsOf(hit: FoundHit, name: string): string[] | undefined {
  const found = Object.entries(hit.highlight ?? {}).find(([field]) => field.startsWith(`${name}.`));
  return found?.[1];
}
