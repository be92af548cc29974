import type { ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { operationsTexts } from './operations-texts.ts';
import type { Choosing } from './use-chosen.ts';

interface AllProps {
  readonly open: readonly string[];
  readonly choosing: Choosing;
}

/** Chooses all that can be; of one alone there is nothing to save. */
export function ChooseAll({ open, choosing: { chosen, choose } }: AllProps) {
  const texts = useTexts(operationsTexts);
  if (open.length < 2) return null;
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={chosen.length === open.length}
        onChange={(event) => choose(open, event.target.checked)}
      />
      {texts.chooseAll}
    </label>
  );
}

interface OneProps {
  readonly id: string;
  /** By which it is told from the others. */
  readonly name: string;
  readonly choosing: Choosing;
  readonly children: ReactNode;
}

export function ChooseOne({ id, name, choosing: { chosen, choose }, children }: OneProps) {
  const texts = useTexts(operationsTexts);
  return (
    <label className="choice">
      <input
        type="checkbox"
        aria-label={texts.choose(name)}
        checked={chosen.includes(id)}
        onChange={(event) => choose([id], event.target.checked)}
      />
      {children}
    </label>
  );
}
