import type { EntityParts } from '../entity-book/find-entities.ts';
import type { QueryClock } from './date-bounds.ts';
import { NamesInIndex } from './names-in-index.ts';
import { parseQuery } from './parse-query.ts';
import type { UnderstoodQuery } from './query-tree.ts';
import { understandQuery } from './understand-query.ts';

/**
 * What a person's query asks of the index as it is now.
 * @param clock a range of dates that is empty then is refused.
 * @throws QuerySyntaxError, TooExpensiveQueryError; TransientError when Elasticsearch cannot answer.
 */
export async function readQuery(
  parts: EntityParts,
  q: string,
  clock?: QueryClock,
): Promise<UnderstoodQuery> {
  return understandQuery(NamesInIndex.of(parts), parseQuery(q, clock));
}
