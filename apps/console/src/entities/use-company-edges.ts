import { useQueries } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useMemo } from 'react';
import type { EntityView } from '../api/answers.ts';
import { timeZone } from '../search/use-search-state.ts';
import { useClient } from '../session/session.ts';
import { spanParameters } from './entity-address.ts';
import type { SpanState } from './entity-address.ts';
import { companyEdges } from './company-edges.ts';
import type { GraphEdge } from './neighbour-layout.ts';

/** Neighbours whose own company is asked for: the surest; each is a request of some 20 ms. */
const ASKED_MAX = 8;

/** Who on the graph keeps company with whom: first with the one in the middle, then among each other. */
export function useCompanyEdges(entity: EntityView, span: SpanState): readonly GraphEdge[] {
  const client = useClient();
  const queries = entity.neighbours.slice(0, ASKED_MAX).map(({ id }) => ({
    queryKey: ['entity', id, span],
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const query = { ...spanParameters(span), timeZone };
      return answerOf(client.GET('/v1/entities/{id}', { params: { path: { id }, query }, signal }));
    },
  }));
  const views = useQueries({ queries, combine: settledViews });
  return useMemo(() => companyEdges(entity, views ?? []), [entity, views]);
}

/** Nothing before all have answered or failed: a graph that is drawn anew by each answer flickers. */
function settledViews(
  results: readonly { isPending: boolean; data?: EntityView | undefined }[],
): EntityView[] | undefined {
  if (results.some(({ isPending }) => isPending)) return undefined;
  return results.flatMap(({ data }) => (data === undefined ? [] : [data]));
}
