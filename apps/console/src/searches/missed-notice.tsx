import type { SavedSearch } from '../api/answers.ts';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { missedSums } from './missed-sums.ts';
import type { MissedSum } from './missed-sums.ts';
import { searchesTexts } from './searches-texts.ts';
import { useCatchUp } from './use-saved-searches.ts';

/** What it was not tried on when it arrived: what comes of it by itself, and what takes a word. */
export function MissedNotice({ search }: { readonly search: SavedSearch }) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const catchUp = useCatchUp(() => announce(texts.catchingUp));
  const { waiting, held, lapsed } = missedSums(search.missed);
  const say = (text: (count: string, since: string) => string, sum: MissedSum) =>
    text(format.number(sum.pushes), format.dayAndTime(sum.since));
  return (
    <>
      {waiting === undefined ? null : <p className="notice">{say(texts.missedWaiting, waiting)}</p>}
      {held === undefined ? null : (
        <div className="notice notice-warning">
          <span>{say(texts.missedHeld, held)}</span>
          {search.paused ? (
            <span>{texts.resumeFirst}</span>
          ) : (
            <button
              className="button"
              type="button"
              aria-disabled={catchUp.isPending}
              onClick={() => catchUp.isPending || catchUp.mutate(search)}
            >
              {texts.catchUp}
            </button>
          )}
        </div>
      )}
      {lapsed === undefined ? null : <p className="quiet">{say(texts.missedLapsed, lapsed)}</p>}
      {catchUp.error === null ? null : <ProblemNotice error={catchUp.error} />}
    </>
  );
}
