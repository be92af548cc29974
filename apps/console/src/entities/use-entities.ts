import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { staysWhenGone } from '../api/query-failures.ts';
import { useClient } from '../session/session.ts';
import { useAddressState } from '../shell/use-address-state.ts';
import { timeZone } from '../search/use-search-state.ts';
import { chartChoices } from '../search/volume-range.ts';
import { spanFromAddress, spanParameters, spanToAddress } from './entity-address.ts';
import type { FindState, QuotesState, SpanState } from './entity-address.ts';

/** A list that one looks through without scrolling for long. */
const FOUND_SIZE = 30;
const QUOTES_SIZE = 20;

/** The stretch of time that the address holds. */
export function useSpanState() {
  return useAddressState(spanFromAddress, spanToAddress, chartChoices);
}

/** Entities of which a name begins so. What was found stays while more letters are typed. */
export function useFoundEntities({ q, type }: FindState) {
  const client = useClient();
  const asked = q.trim();
  return useQuery({
    queryKey: ['entities', asked, type],
    queryFn: ({ signal }) => {
      const query = { q: asked, size: FOUND_SIZE, ...(type === undefined ? {} : { type }) };
      return answerOf(client.GET('/v1/entities', { params: { query }, signal }));
    },
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
}

export function useEntity(id: string, span: SpanState) {
  const client = useClient();
  return useQuery({
    queryKey: ['entity', id, span],
    queryFn: ({ signal }) => {
      const query = { ...spanParameters(span), timeZone };
      return answerOf(client.GET('/v1/entities/{id}', { params: { path: { id }, query }, signal }));
    },
    // Of another stretch of time: the same entity, soon with other counts. Another entity is none of it.
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
    // Blocked on this page, it is not found any more; its corrections are open beside.
    meta: staysWhenGone,
  });
}

/** How many articles mention it, day by day, and of how many in all. */
export function useEntityTrend(id: string, span: SpanState) {
  const client = useClient();
  return useQuery({
    queryKey: ['entity-trend', id, span],
    queryFn: ({ signal }) => {
      const query = { entity: id, ...spanParameters(span), timeZone };
      return answerOf(client.GET('/v1/attention', { params: { query }, signal }));
    },
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}

export function useEntityPair(id: string, other: string, span: SpanState) {
  const client = useClient();
  return useQuery({
    queryKey: ['entity-pair', id, other, span],
    queryFn: ({ signal }) => {
      const params = {
        path: { a: id, b: other },
        query: { ...spanParameters(span), timeZone },
      };
      return answerOf(client.GET('/v1/entities/{a}/with/{b}', { params, signal }));
    },
    placeholderData: (before, query) =>
      query?.queryKey[1] === id && query.queryKey[2] === other ? before : undefined,
  });
}

/** Quotes, page by page. */
export function useQuotes(state: QuotesState) {
  const client = useClient();
  const { speaker, about, q } = state;
  const words = Object.entries({ speaker, about, q })
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '');
  const asked = {
    ...(Object.fromEntries(words) as Partial<Record<'speaker' | 'about' | 'q', string>>),
    ...spanParameters(state),
  };
  return useInfiniteQuery({
    queryKey: ['quotes', asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      const query = { ...asked, size: QUOTES_SIZE, ...cursor };
      return answerOf(client.GET('/v1/quotes', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
