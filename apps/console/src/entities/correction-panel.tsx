import { useState } from 'react';
import type { EntityView } from '../api/answers.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { correctionKinds } from './correction-form.ts';
import type { CorrectionKind } from './correction-form.ts';
import { CorrectionList } from './correction-list.tsx';
import { correctionsTexts } from './corrections-texts.ts';

/** What people may say about an entity, and what they have said. */
export function CorrectionPanel({ entity }: { readonly entity: EntityView }) {
  const texts = useTexts(correctionsTexts);
  const [kind, setKind] = useState<CorrectionKind>();
  return (
    <section className="corrections">
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.intro}</p>
      <div className="notice-actions">
        {correctionKinds.map((one) => (
          <button key={one} className="button" type="button" onClick={() => setKind(one)}>
            {texts.kinds[one]}
          </button>
        ))}
      </div>
      <CorrectionList entity={entity.id} />
      {kind === undefined ? null : (
        <CorrectionDialog kind={kind} entity={entity} onClose={() => setKind(undefined)} />
      )}
    </section>
  );
}
