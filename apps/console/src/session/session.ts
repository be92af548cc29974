import { useMemo, useSyncExternalStore } from 'react';
import { createWartaClient } from '@warta/client';
import type { WartaClient } from '@warta/client';
import { usePreferences } from './preferences.ts';
import type { Language } from './preferences.ts';

/**
 * The API key a person works with: for this tab only, or in this browser until they sign out. It is
 * never part of an address.
 */
export interface Session {
  readonly key: string | undefined;
  /** The key stopped counting while it was in use. */
  readonly hasEnded: boolean;
}

const STORED_AS = 'warta.key';

let current: Session = { key: storedKey(), hasEnded: false };
const listeners = new Set<() => void>();

export function signIn(key: string, staySignedIn: boolean): void {
  keep(key, staySignedIn);
  change({ key, hasEnded: false });
}

/** @param hasEnded when the service refused the key, so that the sign-in can say so. */
export function signOut(hasEnded = false): void {
  keep(undefined, false);
  change({ key: undefined, hasEnded });
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => current);
}

/** The client with the key of the session, answered in the language of the person. */
export function useClient(): WartaClient {
  const { key } = useSession();
  const { language } = usePreferences();
  return useMemo(() => clientWith(key, language), [key, language]);
}

/** Asks the service the page came from, for faults to be told in that language. */
export function clientWith(key: string | undefined, language: Language): WartaClient {
  const client = createWartaClient({ baseUrl: '', key });
  client.use({
    onRequest: ({ request }) => {
      request.headers.set('accept-language', language);
      return request;
    },
  });
  return client;
}

/** Calls back whenever somebody signs in or out. */
export function onSessionChange(listener: () => void): () => void {
  return subscribe(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Session): void {
  current = next;
  for (const listener of listeners) listener();
}

function storedKey(): string | undefined {
  try {
    return sessionStorage.getItem(STORED_AS) ?? localStorage.getItem(STORED_AS) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string | undefined, isForLong: boolean): void {
  try {
    sessionStorage.removeItem(STORED_AS);
    localStorage.removeItem(STORED_AS);
    if (key !== undefined) (isForLong ? localStorage : sessionStorage).setItem(STORED_AS, key);
  } catch {
    // A browser that keeps nothing: the session lasts as long as the page.
  }
}
