import type { Client, estypes } from '@elastic/elasticsearch';
import { ensureIndex } from '../article-index/article-index.ts';
import type { ArticleIndex, IndexNames } from '../article-index/article-index.ts';
import type { AskLimit } from '../article-index/ask-limit.ts';
import { revisionMapping, revisionSettings } from './revision-mapping.ts';

/** The index of articles as they were, beside that of the articles as they are. */
export class RevisionsIndex {
  readonly client: Client;
  readonly names: IndexNames;
  readonly askLimit: AskLimit;
  /** The articles as they are: what they know of withdrawals counts here, too. */
  readonly articles: ArticleIndex;

  constructor(articles: ArticleIndex) {
    const { client, prefix, askLimit } = articles;
    this.articles = articles;
    this.client = client;
    this.askLimit = askLimit;
    this.names = {
      first: `${prefix}revisions-v1-000001`,
      read: `${prefix}revisions-read`,
      write: `${prefix}revisions-write`,
    };
  }
}

/** As ensureIndex for articles: idempotent, and safe in several processes at once. */
export function ensureRevisionsIndex(index: RevisionsIndex): Promise<'created' | 'present'> {
  return ensureIndex(index, revisionMapping, revisionSettings);
}

/**
 * The filters that leave of every article the state that was published at a moment, for searches of
 * `RevisionsIndex.names.read`: the documents have the fields of articles, and one of each article
 * passes at most. A state that had no text is not found.
 */
export function publishedAt(moment: string): estypes.QueryDslQueryContainer[] {
  const until = { lte: Date.parse(moment), format: 'epoch_millis' };
  return [
    { term: { status: 'live' } },
    { range: { validFrom: until } },
    { bool: { must_not: { range: { validTo: until } } } },
  ];
}
