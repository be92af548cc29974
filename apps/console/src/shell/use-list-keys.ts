import type { RefObject } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { shellTexts } from './shell-texts.ts';
import { useShortcuts } from './shortcuts.ts';

/**
 * j and k go from entry to entry of the list, and Enter opens the one that has the focus.
 *
 * @param selector finds the link of each entry.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, selector: string): void {
  const texts = useTexts(shellTexts);
  const move = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
    const next = links[at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by];
    next?.focus({ preventScroll: true });
    next?.closest('li')?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { keys: 'j', does: texts.nextInList, run: () => move(1) },
    { keys: 'k', does: texts.previousInList, run: () => move(-1) },
  ]);
}
