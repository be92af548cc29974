import { useState } from 'react';
import type { CorrectionView, EntityView } from '../api/answers.ts';
import { announce } from '../shell/announcer.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CorrectionFields } from './correction-fields.tsx';
import { correctionOf, emptyCorrection, lackingIn } from './correction-form.ts';
import type { CorrectionKind } from './correction-form.ts';
import { CorrectionProblem } from './correction-problem.tsx';
import { correctionsTexts } from './corrections-texts.ts';
import { FormDialog } from './form-dialog.tsx';
import { useCorrecting } from './use-corrections.ts';

interface Props {
  readonly kind: CorrectionKind;
  readonly entity: EntityView;
  readonly onClose: () => void;
}

/** Asks what is needed for one kind of correction, and says what it changes. */
export function CorrectionDialog({ kind, entity, onClose }: Props) {
  const texts = useTexts(correctionsTexts);
  const format = useFormat();
  const [form, setForm] = useState(() => emptyCorrection(kind));
  const [wasSent, setWasSent] = useState(false);
  const { make } = useCorrecting(({ progress }: CorrectionView) => {
    announce(texts.corrected(format.number(progress.affected)));
    onClose();
  });
  const lacking = wasSent ? lackingIn(form, entity) : [];
  const send = () => {
    setWasSent(true);
    const body = correctionOf(form, entity);
    if (body !== undefined) make.mutate(body);
  };
  return (
    <FormDialog
      title={texts.titles[kind](entity.name)}
      send={texts.send}
      isBusy={make.isPending}
      onSend={send}
      onClose={onClose}
    >
      <p>{texts.changes[kind](format.number(entity.articles))}</p>
      <CorrectionFields
        form={form}
        entity={entity}
        lacking={lacking}
        change={(changed) => setForm({ ...form, ...changed })}
      />
      <div aria-live="polite" className="correction-lacks">
        {lacking.map((fault) => (
          <p key={fault} className="field-error">
            {texts.lacks[fault]}
          </p>
        ))}
      </div>
      <CorrectionProblem error={make.error} />
    </FormDialog>
  );
}
