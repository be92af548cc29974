import type { estypes } from '@elastic/elasticsearch';
import type { ArticleHit, Copies } from '@warta/contracts';
import { textOf } from '../article-index/article-document.ts';
import { hitSentences } from './hit-sentences.ts';
import type { SentenceSource } from './hit-sentences.ts';
import type { HitSource } from './search-body.ts';

/** A hit of Elasticsearch with the document's fields that `toHit` needs. */
export type FoundHit = estypes.SearchHit<HitSource>;

export interface HitOptions {
  readonly copies?: Copies | undefined;
  /** The body was highlighted whole: tell sentences, also those with these entities. */
  readonly searched?: ReadonlySet<string> | undefined;
}

/** A hit as readers get it. */
export function toHit(hit: FoundHit, { copies, searched }: HitOptions = {}): ArticleHit {
  const source = hit._source as HitSource & SentenceSource;
  const title = highlightsOf(hit, 'title');
  const body = highlightsOf(hit, 'body');
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
    highlights: { ...(title && { title }), ...(body && searched === undefined && { body }) },
    ...(copies && { copies }),
    ...(searched && {
      sentences: hitSentences(source, { title: title?.[0], body: body?.[0] }, searched),
    }),
    entities: source.entities,
  };
}

/** An article has its text in the field of one language. */
function highlightsOf(hit: FoundHit, name: string): string[] | undefined {
  const found = Object.entries(hit.highlight ?? {}).find(([field]) => field.startsWith(`${name}.`));
  return found?.[1];
}
