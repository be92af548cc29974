import type { estypes } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import type { ArticleDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { askIndex } from '../article-index/ask-index.ts';

/** All but `live`: an article that has no text. */
export const withoutText: readonly ArticleDocument['status'][] = ['canceled', 'withheld', 'held'];

/** A state of an article as it was found. */
export type FoundState = estypes.SearchHit<Pick<ArticleDocument, 'articleId' | 'rev'>>;

/**
 * Those of the states found that may be shown: not when the article has lost its text in a later one.
 * The index of articles is asked, since a takedown may be in it and not among the recorded states:
 * because a version that did not record them was running, or because they were lost.
 * @throws TransientError when the index of articles cannot answer whole.
 */
export async function withoutWithdrawn<Hit extends FoundState>(
  articles: ArticleIndex,
  hits: readonly Hit[],
): Promise<Hit[]> {
  if (hits.length === 0) return [];
  const { client, names } = articles;
  const ids = [...new Set(hits.flatMap(({ _source }) => _source?.articleId ?? []))];
  const found = await askIndex(articles, 'looking for withdrawn articles', () =>
    client.search<Pick<ArticleDocument, 'articleId' | 'rev'>>({
      index: names.read,
      query: {
        bool: { filter: [{ terms: { status: [...withoutText] } }, { ids: { values: ids } }] },
      },
      size: ids.length,
      _source: ['articleId', 'rev'],
      track_total_hits: false,
    }),
  );
  if (found._shards.failed > 0) {
    throw new TransientError('looking for withdrawn articles: a part of the index did not answer');
  }
  const withdrawn = new Map(
    found.hits.hits.flatMap(({ _source }) => (_source ? [[_source.articleId, _source.rev]] : [])),
  );
  return hits.filter(
    ({ _source }) => _source && _source.rev >= (withdrawn.get(_source.articleId) ?? 0),
  );
}
