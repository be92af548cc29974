import type { estypes } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import { faultOfSearch } from './index-fault.ts';

type Answers<Source, Aggregates> = estypes.MsearchResponse<Source, Aggregates>['responses'];
type Found<Source, Aggregates> = estypes.MsearchMultiSearchItem<Source> & {
  readonly aggregations?: Aggregates;
};

/**
 * What each of several searches of one request found, in order. One that failed is an error: taken
 * for nothing, it would say that there is nothing.
 * @throws TransientError
 */
export function answersOf<Source, Aggregates = unknown>(
  doing: string,
  responses: Answers<Source, Aggregates>,
): Found<Source, Aggregates>[] {
  return responses.map((response) => {
    if (!('error' in response)) return response as Found<Source, Aggregates>;
    throw new TransientError(`${doing}: ${faultOfSearch(response.status, response.error)}`);
  });
}

/** Whether every part of the index was asked to the end. */
export function isWhole({
  timed_out,
  _shards,
}: Pick<estypes.SearchResponse, 'timed_out' | '_shards'>): boolean {
  return !timed_out && _shards.failed === 0;
}

/** How many were found, as far as they were counted. */
export function totalOf({ hits }: Pick<estypes.SearchResponse, 'hits'>): number {
  const { total } = hits;
  return typeof total === 'object' ? (total?.value ?? 0) : (total ?? 0);
}
