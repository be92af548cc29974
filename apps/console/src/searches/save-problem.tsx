import type { SavedSearch } from '../api/answers.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { faultsOf, hasStrays } from './form-faults.ts';
import { searchesTexts } from './searches-texts.ts';
import { isFull, isOutdated } from './use-saved-searches.ts';

interface Props {
  readonly error: Error | null;
  /** The newest version known. */
  readonly current: SavedSearch | undefined;
  readonly onTakeTheirs: (theirs: SavedSearch) => void;
  readonly onSaveMine: (over: SavedSearch) => void;
}

/** Why it was not saved, where no field says it. */
export function SaveProblem({ error, current, onTakeTheirs, onSaveMine }: Props) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  if (error === null) return null;
  if (isOutdated(error) && current !== undefined) {
    const { changedBy, changedAt } = current;
    return (
      <section className="notice notice-problem" role="alert">
        <h2>{texts.conflictTitle}</h2>
        <p>{texts.conflict(changedBy.name ?? changedBy.keyId, format.dayAndTime(changedAt))}</p>
        <div className="notice-actions">
          <button className="button" type="button" onClick={() => onTakeTheirs(current)}>
            {texts.takeTheirs}
          </button>
          <button className="button" type="button" onClick={() => onSaveMine(current)}>
            {texts.saveMine}
          </button>
        </div>
      </section>
    );
  }
  if (isFull(error)) {
    return (
      <section className="notice notice-problem" role="alert">
        <h2>{texts.full}</h2>
        <p>{error.message}</p>
      </section>
    );
  }
  const faults = faultsOf(error);
  if (faults.length === 0 || hasStrays(faults)) return <ProblemNotice error={error} />;
  return null;
}
