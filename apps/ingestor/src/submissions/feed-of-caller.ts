import { allowsFeed, ProblemError } from '@warta/service';
import type { Caller } from '@warta/service';

/**
 * The feed that a request is for: the one it names, else the only one of its key.
 * @throws ProblemError 403 when the key does not count for it, 400 when none can be told.
 */
export function feedOfCaller(named: string | undefined, caller: Caller): string {
  if (named !== undefined) {
    if (allowsFeed(caller, named)) return named;
    throw new ProblemError(403, `The key does not count for the feed ${named}.`);
  }
  const [only, ...more] = caller.feeds === 'all' ? [] : caller.feeds;
  if (only !== undefined && more.length === 0) return only;
  throw new ProblemError(400, 'The body has fields that are not accepted.', {
    errors: [{ pointer: '/feed', detail: 'is needed, since the key counts for several feeds' }],
  });
}
