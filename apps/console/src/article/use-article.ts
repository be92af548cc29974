import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useClient } from '../session/session.ts';
import { useAddressState } from '../shell/use-address-state.ts';
import type { ChangeState } from '../shell/use-address-state.ts';
import { articleFromAddress, articleToAddress } from './article-address.ts';
import type { ArticleState } from './article-address.ts';

export type ChangeArticle = ChangeState<ArticleState>;

/** How the article is looked at, as the address says it. */
export function useArticleState(): { state: ArticleState; change: ChangeArticle } {
  return useAddressState(articleFromAddress, articleToAddress);
}

/** The article as it is now, as it was at a moment, or in one of its states. */
export function useArticle(id: string, { rev, asOf }: ArticleState) {
  const client = useClient();
  return useQuery({
    queryKey: ['article', id, rev, asOf],
    queryFn: ({ signal }) =>
      rev === undefined
        ? answerOf(
            client.GET('/v1/articles/{id}', {
              params: { path: { id }, query: asOf === undefined ? {} : { asOf } },
              signal,
            }),
          )
        : answerOf(
            client.GET('/v1/articles/{id}/revisions/{rev}', {
              params: { path: { id, rev } },
              signal,
            }),
          ),
    // Another state of the same article: what is shown stays until it is there.
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}

export function useRevisions(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['revisions', id],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/articles/{id}/revisions', { params: { path: { id } }, signal })),
  });
}

export function useDiff(id: string, compared: ArticleState['compared']) {
  const client = useClient();
  return useQuery({
    queryKey: ['diff', id, compared],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/v1/articles/{id}/diff', {
          params: { path: { id }, query: compared ?? {} },
          signal,
        }),
      ),
    enabled: compared !== undefined,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}

/** Similar articles shown: what fits beside an article without being a search. */
const SIMILAR_SIZE = 6;

export function useSimilar(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['similar', id],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/v1/articles/{id}/similar', {
          params: { path: { id }, query: { size: SIMILAR_SIZE } },
          signal,
        }),
      ),
  });
}
