import { useSyncExternalStore } from 'react';

let current = '';
const listeners = new Set<() => void>();

/** Says something to those who listen rather than look, without moving the focus. */
export function announce(text: string): void {
  if (text === current) return;
  current = text;
  for (const listener of listeners) listener();
}

/** What the live region of the shell holds. */
export function useAnnouncement(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
