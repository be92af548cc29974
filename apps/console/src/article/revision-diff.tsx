import type { RevisionDiff } from '../api/answers.ts';
import { useTexts } from '../texts/use-texts.ts';
import { articleTexts } from './article-texts.ts';

type Part = RevisionDiff['body'][number];
type Change = RevisionDiff['changes'][number];

interface Props {
  readonly diff: RevisionDiff;
  readonly onClose: () => void;
}

/** What is new and what is gone from one state to another, word by word and in short. */
export function RevisionDiffView({ diff, onClose }: Props) {
  const texts = useTexts(articleTexts);
  const isSame = [...diff.title, ...diff.body].every(({ op }) => op === 'same');
  return (
    <section className="diff">
      <div className="diff-head">
        <h3>{texts.diffOf(diff.from.rev, diff.to.rev)}</h3>
        <button className="button-link" type="button" onClick={onClose}>
          {texts.closeDiff}
        </button>
      </div>
      {diff.changes.length === 0 ? null : (
        <ul className="diff-changes">
          {diff.changes.map((change, index) => (
            <li key={index}>
              <span className="label">{texts.changes[change.kind]}</span>{' '}
              <ChangeWords change={change} />
            </li>
          ))}
        </ul>
      )}
      {isSame ? <p className="quiet">{texts.noChange}</p> : null}
      {texts.comparedBy[diff.by] === '' ? null : <p>{texts.comparedBy[diff.by]}</p>}
      <p className="diff-title">
        <Parts parts={diff.title} />
      </p>
      <div className="diff-body" tabIndex={0} role="region" aria-label={texts.diff}>
        <Parts parts={diff.body} />
      </div>
    </section>
  );
}

function ChangeWords({ change }: { change: Change }) {
  if ('entity' in change) return change.entity.name;
  const before = 'before' in change ? change.before : undefined;
  const after = 'after' in change ? change.after : undefined;
  return (
    <>
      {'speaker' in change && change.speaker !== undefined ? `${change.speaker}: ` : null}
      {before === undefined ? null : <del>{before}</del>}{' '}
      {after === undefined ? null : <ins>{after}</ins>}
    </>
  );
}

/** Read aloud, too: a line through a word is not heard. */
function Parts({ parts }: { parts: readonly Part[] }) {
  const texts = useTexts(articleTexts);
  return parts.map(({ op, text }, index) => {
    switch (op) {
      case 'same':
        return <span key={index}>{text}</span>;
      case 'added':
        return (
          <ins key={index}>
            <span className="visually-hidden">[{texts.added}] </span>
            {text}
          </ins>
        );
      case 'removed':
        return (
          <del key={index}>
            <span className="visually-hidden">[{texts.removed}] </span>
            {text}
          </del>
        );
    }
  });
}
