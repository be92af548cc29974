import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import type { SearchParameters } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { usePreferences } from '../session/preferences.ts';
import { filterParameters, searchToAddress } from './search-address.ts';
import type { SearchState } from './search-address.ts';
import { timeZone } from './use-search-state.ts';

/** A screen and a half of hits; more come by pages. */
const PAGE_SIZE = 20;
/** As many as fit into a list that one still reads through. */
const FACET_SIZE = 12;

const FACETS = ['feed', 'language', 'person', 'organization', 'place', 'section'] as const;

/**
 * The hits of a search, page by page, with its facets on the first. While another one is under way
 * the ones before stay; the older request is aborted.
 */
export function useArticleSearch(state: SearchState) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['articles', searchToAddress(state).toString()],
    queryFn: ({ pageParam, signal }) => {
      const query: SearchParameters = {
        ...filterParameters(state, timeZone),
        collapse: state.showsCopies ? 'none' : 'group',
        size: PAGE_SIZE,
        ...(state.sort === undefined ? {} : { sort: state.sort }),
        ...(pageParam === undefined
          ? { facets: [...FACETS], facetSize: FACET_SIZE }
          : { cursor: pageParam }),
      };
      return answerOf(client.GET('/v1/articles', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** How many articles were published when, and of how many in all. */
export function useAttention(state: SearchState) {
  const client = useClient();
  const query = { ...filterParameters(state, timeZone), timeZone };
  return useQuery({
    queryKey: ['attention', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/attention', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** In words, how the service understands what was typed. */
export function useExplanation(state: SearchState) {
  const client = useClient();
  const { language } = usePreferences();
  const q = state.q.trim();
  const { asOf } = filterParameters(state, timeZone);
  const query = { q, in: language, timeZone, ...(asOf !== undefined && { asOf }) };
  return useQuery({
    queryKey: ['explanation', query],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/query/explain', { params: { query }, signal })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
