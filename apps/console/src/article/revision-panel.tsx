import { useRef } from 'react';
import { Link } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { ArticleRevision } from '../api/answers.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { ArticleState } from './article-address.ts';
import { articleTexts } from './article-texts.ts';
import { RevisionDiffView } from './revision-diff.tsx';
import { useDiff, useRevisions } from './use-article.ts';
import type { ChangeArticle } from './use-article.ts';

interface Props {
  readonly id: string;
  readonly state: ArticleState;
  readonly change: ChangeArticle;
}

/** The states of the article, newest first; any two can be compared word by word. */
export function RevisionPanel({ id, state, change }: Props) {
  const texts = useTexts(articleTexts);
  const format = useFormat();
  const revisions = useRevisions(id);
  const diff = useDiff(id, state.compared);
  const panel = useRef<HTMLDivElement>(null);
  if (revisions.isPending) return <Skeleton lines={3} />;
  const problem =
    revisions.error === null ? null : (
      <ProblemNotice error={revisions.error} onRetry={askAgain(revisions)} />
    );
  if (revisions.data === undefined) return problem;
  const { data, complete, since } = revisions.data;
  return (
    <div ref={panel}>
      {problem}
      {data.length < 2 ? (
        <p className="quiet">{texts.onlyVersion}</p>
      ) : (
        <Comparison
          revisions={data}
          compared={state.compared}
          onCompare={(compared) => change({ compared })}
        />
      )}
      {complete ? null : <p className="quiet">{texts.incomplete(format.dayAndTime(since))}</p>}
      {diff.isLoading ? <Skeleton lines={5} /> : null}
      {diff.error === null ? null : <ProblemNotice error={diff.error} onRetry={askAgain(diff)} />}
      {diff.data === undefined || state.compared === undefined ? null : (
        <RevisionDiffView
          diff={diff.data}
          onClose={() => {
            change({ compared: undefined });
            panel.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
          }}
        />
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly revisions: readonly ArticleRevision[];
  readonly compared: ArticleState['compared'];
  readonly onCompare: (compared: { from: number; to: number }) => void;
}

function Comparison({ revisions, compared, onCompare }: ComparisonProps) {
  const texts = useTexts(articleTexts);
  const readable = revisions.filter((revision) => revision.readable);
  const before = compared ?? { from: readable[1]?.rev, to: readable[0]?.rev };
  // Those that are compared are chosen anew when the address says others; the button stays.
  const rows = `${before.from}-${before.to}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = new FormData(event.currentTarget);
        const revs = [Number(chosen.get('from')), Number(chosen.get('to'))].sort((a, b) => a - b);
        const [from, to] = revs;
        if (from && to && from !== to) onCompare({ from, to });
      }}
    >
      <div className="scrolled" tabIndex={0} role="region" aria-label={texts.versions}>
        <table className="revisions">
          <thead>
            <tr>
              <th scope="col">{texts.older}</th>
              <th scope="col">{texts.newer}</th>
              <th scope="col">{texts.versions}</th>
            </tr>
          </thead>
          <tbody key={rows}>
            {revisions.map((revision) => (
              <RevisionRow key={revision.rev} revision={revision} before={before} />
            ))}
          </tbody>
        </table>
      </div>
      {readable.length < 2 ? null : (
        <button className="button" type="submit">
          {texts.compare}
        </button>
      )}
    </form>
  );
}

interface RowProps {
  readonly revision: ArticleRevision;
  readonly before: { readonly from?: number | undefined; readonly to?: number | undefined };
}

function RevisionRow({ revision, before }: RowProps) {
  const texts = useTexts(articleTexts);
  const format = useFormat();
  const { rev, from, status, readable, changed } = revision;
  return (
    <tr>
      {(['from', 'to'] as const).map((side) => (
        <td key={side}>
          <input
            type="radio"
            name={side}
            value={rev}
            aria-label={`${side === 'from' ? texts.older : texts.newer}: ${texts.versionNumber(rev)}`}
            defaultChecked={before[side] === rev}
            disabled={!readable}
          />
        </td>
      ))}
      <th scope="row">
        {readable ? (
          <Link to={`?rev=${rev}`}>{texts.versionNumber(rev)}</Link>
        ) : (
          texts.versionNumber(rev)
        )}{' '}
        <span className="quiet">
          {format.dayAndTime(from)} · {texts.statuses[status]}
          {changed.length === 0 ? '' : ` · ${changed.map((one) => texts.changed[one]).join(', ')}`}
        </span>
      </th>
    </tr>
  );
}
