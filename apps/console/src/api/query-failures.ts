import { QueryCache } from '@tanstack/react-query';
import type { Query } from '@tanstack/react-query';
import { WartaError } from '@warta/client';

const FORBIDDEN = 403;
const NOT_FOUND = 404;
const GONE = 410;

type AnyQuery = Query<unknown, unknown, unknown>;

/** Beside a query that is not to forget: a form that somebody may be writing in hangs on it. */
export const staysWhenGone = { staysWhenGone: true };

/** Failures of a query since its last answer; an error knows how many came before it. */
const failures = new WeakMap<AnyQuery, number>();
const failuresBefore = new WeakMap<Error, number>();

/** How often the same was asked for in vain before this error, since it was last answered. */
export function timesFailedBefore(error: Error): number {
  return failuresBefore.get(error) ?? 0;
}

/** Whether what was answered before may no longer be shown: it was taken back, or is not for this key. */
function forbidsOlder(error: Error): boolean {
  return error instanceof WartaError && [FORBIDDEN, NOT_FOUND, GONE].includes(error.status);
}

/**
 * Of all queries of the console. Text that was withdrawn, and what the key may not see, goes from
 * the cache. Hits that a search showed last stay on its page, faded, until one leaves it.
 * @param onError is told of every failure, first.
 */
export function createQueryCache(onError: (error: Error) => void): QueryCache {
  const queries: QueryCache = new QueryCache({
    onError: (error, query) => {
      onError(error);
      const before = failures.get(query) ?? 0;
      failuresBefore.set(error, before);
      failures.set(query, before + 1);
      if (forbidsOlder(error) && query.meta?.['staysWhenGone'] !== true) {
        query.setState({ data: undefined });
      }
      forgetStates(queries, error, query);
    },
    onSuccess: (_data, query) => {
      failures.delete(query);
    },
  });
  return queries;
}

/** What is gone is gone in all its states and versions: nothing of the same id is kept for going back to. */
function forgetStates(queries: QueryCache, error: Error, gone: AnyQuery): void {
  if (!(error instanceof WartaError) || error.status !== GONE) return;
  const [, id] = gone.queryKey;
  if (id === undefined) return;
  for (const query of queries.findAll({ type: 'inactive' })) {
    if (query === gone || query.queryKey[1] !== id) continue;
    // A page that showed it still holds it: it is to be empty as well.
    query.reset();
    queries.remove(query);
  }
}
