import { useState } from 'react';
import { stillOpen } from './still-open.ts';

/** What is chosen of a list, and how to choose. */
export interface Choosing {
  /** In the order of the list. */
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
  readonly chooseNone: () => void;
}

/** @param open what can be chosen; what no longer can be, since somebody settled it, is not chosen. */
export function useChosen(open: readonly string[]): Choosing {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(NONE);
  // What comes back is not chosen by itself: nobody saw it in between.
  const kept = stillOpen(wanted, open);
  if (kept !== wanted) setWanted(kept);
  return {
    chosen: open.filter((id) => kept.has(id)),
    choose: (ids, isChosen) =>
      setWanted((before) => {
        const next = new Set(before);
        for (const id of ids) {
          if (isChosen) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    chooseNone: () => setWanted(NONE),
  };
}

const NONE: ReadonlySet<string> = new Set();
