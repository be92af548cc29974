import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, WartaError } from '@warta/client';
import type { SavedSearch, SaveSearch } from '../api/answers.ts';
import { staysWhenGone } from '../api/query-failures.ts';
import { useClient } from '../session/session.ts';
import { missedSums } from './missed-sums.ts';
import { bodyOfSaved } from './search-form.ts';

const PRECONDITION_FAILED = 412;
const CONFLICT = 409;

/** Somebody changed it since it was read. */
export const isOutdated = (error: Error | null) =>
  error instanceof WartaError && error.status === PRECONDITION_FAILED;

/** The team has as many as it may. */
export const isFull = (error: Error | null) =>
  error instanceof WartaError && error.status === CONFLICT;

/** All saved searches of the team. */
export function useSavedSearches() {
  const client = useClient();
  return useQuery({
    queryKey: ['searches'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/searches', { signal })),
  });
}

/** As often as the service looks for what is to be matched late. */
const LOOKED_AGAIN_MS = 5_000;

/** One of them, asked for again while something that it missed waits to be matched. */
export function useSavedSearch(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['searches', id],
    meta: staysWhenGone,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/searches/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      missedSums(state.data?.missed).waiting === undefined ? false : LOOKED_AGAIN_MS,
  });
}

/** Saves a new one, or a version of one that is there, unless it is no more the newest. */
export function useSaveSearch(onSaved: (saved: SavedSearch) => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, of }: { body: SaveSearch; of: SavedSearch | undefined }) =>
      of === undefined
        ? answerOf(client.POST('/v1/searches', { body }))
        : answerOf(client.PUT('/v1/searches/{id}', { params: versionOf(of), body })),
    onSuccess: (saved) => {
      queries.setQueryData(['searches', saved.id], saved);
      void queries.invalidateQueries({ queryKey: ['searches'], exact: true });
      void queries.invalidateQueries({ queryKey: ['webhooks', saved.id] });
      onSaved(saved);
    },
    onError: (error, { of }) => {
      if (of !== undefined && isOutdated(error)) {
        void queries.invalidateQueries({ queryKey: ['searches', of.id] });
      }
    },
  });
}

/** Pauses, or makes it match again what arrives from then on. */
export function usePause(onDone: (saved: SavedSearch) => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (search: SavedSearch) => {
      const body = { ...bodyOfSaved(search), paused: !search.paused };
      return answerOf(client.PUT('/v1/searches/{id}', { params: versionOf(search), body }));
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['searches'] }),
  });
}

/** Matches what it missed before it was changed with what it asks for now. */
export function useCatchUp(onDone: () => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: SavedSearch) =>
      answerOf(client.POST('/v1/searches/{id}/catch-up', { params: { path: { id } } })),
    onSuccess: (saved) => {
      queries.setQueryData(['searches', saved.id], saved);
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['searches'], exact: true }),
  });
}

/** Deletes it with its alerts. */
export function useRemoveSearch(onRemoved: (search: SavedSearch) => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (search: SavedSearch) =>
      client.DELETE('/v1/searches/{id}', { params: versionOf(search) }),
    onSuccess: (_answer, search) => {
      onRemoved(search);
      queries.removeQueries({ queryKey: ['searches', search.id] });
      void queries.invalidateQueries({ queryKey: ['alerts'] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['searches'], exact: true }),
  });
}

const versionOf = ({ id, version }: SavedSearch) => ({
  path: { id },
  header: { 'If-Match': `"${version}"` },
});
