import { MutationCache, QueryClient } from '@tanstack/react-query';
import { WartaError } from '@warta/client';
import { onSessionChange, signOut } from '../session/session.ts';
import { onLanguageChange } from '../session/preferences.ts';
import { createQueryCache } from './query-failures.ts';

/** News moves: what is older is asked for again when a page comes back to it. */
const STALE_AFTER_MS = 30_000;
/** Going back to what was just seen is instant. */
const KEPT_MS = 10 * 60_000;

/**
 * One for the console. A key that is refused ends the session, wherever that shows; what was
 * answered to one key is forgotten before another is used.
 */
export function createQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof WartaError && error.status === 401) signOut(true);
  };
  const client = new QueryClient({
    queryCache: createQueryCache(onError),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        gcTime: KEPT_MS,
        refetchOnWindowFocus: false,
        // What the service refuses it refuses again; a cut line is tried once more. 503 counts down on the page.
        retry: (failures, error) => failures < 1 && isCutLine(error),
      },
    },
  });
  onSessionChange(() => client.clear());
  // What is wrong is told in the language of the person.
  onLanguageChange(() => {
    const isRefused = ({ state }: { state: { status: string } }) => state.status === 'error';
    void client.refetchQueries({ type: 'active', predicate: isRefused });
  });
  return client;
}

const isCutLine = (error: unknown) => error instanceof WartaError && error.status === 0;
