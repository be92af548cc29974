import { useState } from 'react';
import { askAgain } from '../api/asked-again.ts';
import type { CorrectionView } from '../api/answers.ts';
import { announce } from '../shell/announcer.ts';
import { LabelledField } from '../shell/labelled-field.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CorrectionProblem } from './correction-problem.tsx';
import { correctionSays } from './correction-says.ts';
import { correctionsTexts } from './corrections-texts.ts';
import { entitiesTexts } from './entities-texts.ts';
import { FormDialog } from './form-dialog.tsx';
import { useCorrecting, useCorrections, useProgress } from './use-corrections.ts';

const REASON_LENGTH_MAX = 500;

/** What was corrected of the entity: who, when, why, and how far the articles follow. */
export function CorrectionList({ entity }: { readonly entity: string }) {
  const texts = useTexts(correctionsTexts);
  const list = useCorrections(entity);
  const [undoing, setUndoing] = useState<CorrectionView>();
  if (list.isPending) return <Skeleton lines={3} />;
  const problem =
    list.error === null ? null : <ProblemNotice error={list.error} onRetry={askAgain(list)} />;
  if (list.data === undefined) return problem;
  const corrections = list.data.pages.flatMap(({ data }) => data);
  return (
    <>
      {problem}
      <h3 className="label">{texts.listTitle}</h3>
      {corrections.length === 0 ? <p className="quiet">{texts.none}</p> : null}
      <ol className="correction-list">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <Correction correction={correction} onUndo={() => setUndoing(correction)} />
          </li>
        ))}
      </ol>
      {list.hasNextPage ? (
        <button
          className="button"
          type="button"
          aria-disabled={list.isFetchingNextPage}
          onClick={() => list.isFetchingNextPage || void list.fetchNextPage()}
        >
          {texts.more}
        </button>
      ) : null}
      {undoing === undefined ? null : (
        <UndoDialog correction={undoing} onClose={() => setUndoing(undefined)} />
      )}
    </>
  );
}

function Correction({ correction, onUndo }: { correction: CorrectionView; onUndo: () => void }) {
  const texts = useTexts(correctionsTexts);
  const { types } = useTexts(entitiesTexts);
  const format = useFormat();
  const { made, undone } = correction;
  const says = correctionSays(correction, texts, types);
  return (
    <>
      <p className="correction-head">
        <strong>{says}</strong>
        {undone === undefined ? null : <span className="chip">{texts.undone}</span>}
      </p>
      <p>{made.reason}</p>
      <p className="quiet">{texts.by(made.by.name, format.dayAndTime(made.at))}</p>
      {undone === undefined ? null : (
        <p className="quiet">
          {texts.undoneBy(undone.by.name, format.dayAndTime(undone.at))}: {undone.reason}
        </p>
      )}
      <CorrectionProgress correction={correction} />
      {undone === undefined ? (
        <button
          className="button-link"
          type="button"
          aria-label={texts.undoOf(says)}
          onClick={onUndo}
        >
          {texts.undo}
        </button>
      ) : null}
    </>
  );
}

function CorrectionProgress({ correction }: { correction: CorrectionView }) {
  const texts = useTexts(correctionsTexts);
  const format = useFormat();
  const { affected, remaining, isDone } = useProgress(correction).progress;
  const says = isDone
    ? affected === 0
      ? texts.doneNone
      : texts.done(format.number(affected))
    : texts.progress(format.number(affected - remaining), format.number(affected));
  return (
    <p className="correction-progress quiet">
      {isDone ? null : <progress aria-label={says} max={affected} value={affected - remaining} />}
      {says}
    </p>
  );
}

function UndoDialog({ correction, onClose }: { correction: CorrectionView; onClose: () => void }) {
  const texts = useTexts(correctionsTexts);
  const { types } = useTexts(entitiesTexts);
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const { undo } = useCorrecting(() => {
    announce(texts.undoneNow);
    onClose();
  });
  const lacksReason = wasSent && reason.trim() === '';
  return (
    <FormDialog
      title={texts.undoTitle}
      send={texts.undo}
      isBusy={undo.isPending}
      onSend={() => {
        setWasSent(true);
        if (reason.trim() !== '') undo.mutate({ id: correction.id, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <p>
        <strong>{correctionSays(correction, texts, types)}</strong>
      </p>
      <p>{texts.undoWhat}</p>
      <LabelledField
        label={texts.reason}
        value={reason}
        lengthMax={REASON_LENGTH_MAX}
        isRequired
        fault={lacksReason ? texts.lacks.reason : ''}
        onChange={setReason}
      />
      <CorrectionProblem error={undo.error} />
    </FormDialog>
  );
}
