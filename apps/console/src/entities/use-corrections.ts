import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useEffect } from 'react';
import type { CorrectEntity, CorrectionView } from '../api/answers.ts';
import { useClient } from '../session/session.ts';

/** As often as one looks up to see whether it goes on. */
const PROGRESS_MS = 2_000;
const LIST_SIZE = 10;

/** What counts differently once a correction was made, undone, or has arrived in all articles. */
const CHANGED = ['entity', 'entity-name', 'entity-pair', 'entity-trend', 'entities', 'quotes'];

/** Corrections that concern the entity, the latest first. */
export function useCorrections(entity: string) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['corrections', entity],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      const params = { query: { entity, size: LIST_SIZE, ...cursor } };
      return answerOf(client.GET('/v1/corrections', { params, signal }));
    },
    getNextPageParam: ({ next }) => next,
  });
}

/** How far the articles follow, asked for again and again until all do. */
export function useProgress(correction: CorrectionView): CorrectionView {
  const client = useClient();
  const queries = useQueryClient();
  const { id, state } = correction;
  const { data } = useQuery({
    queryKey: ['correction', id, state],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/corrections/{id}', { params: { path: { id } }, signal })),
    initialData: correction,
    enabled: !correction.progress.isDone,
    refetchInterval: (query) => (query.state.data?.progress.isDone === true ? false : PROGRESS_MS),
  });
  const hasArrived = data.progress.isDone && !correction.progress.isDone;
  useEffect(() => {
    if (!hasArrived) return;
    for (const name of [...CHANGED, 'corrections']) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
  }, [hasArrived, queries]);
  return data;
}

/** Makes a correction, or undoes one. */
export function useCorrecting(onDone: (correction: CorrectionView) => void) {
  const client = useClient();
  const queries = useQueryClient();
  const onSuccess = (correction: CorrectionView) => {
    for (const name of [...CHANGED, 'corrections']) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
    onDone(correction);
  };
  const make = useMutation({
    mutationFn: (body: CorrectEntity) => answerOf(client.POST('/v1/corrections', { body })),
    onSuccess,
  });
  const undo = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => {
      const params = { path: { id } };
      return answerOf(client.POST('/v1/corrections/{id}/undo', { params, body: { reason } }));
    },
    onSuccess,
  });
  return { make, undo };
}
