import { useId } from 'react';
import type { EntityView } from '../api/answers.ts';
import { LabelledField } from '../shell/labelled-field.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { CorrectionFault, CorrectionForm } from './correction-form.ts';
import { correctionsTexts } from './corrections-texts.ts';
import { entityTypes } from './entity-address.ts';
import { EntityCombobox } from './entity-combobox.tsx';
import { entitiesTexts } from './entities-texts.ts';

const NAME_LENGTH_MAX = 200;
const REASON_LENGTH_MAX = 500;

interface Props {
  readonly form: CorrectionForm;
  readonly entity: EntityView;
  readonly lacking: readonly CorrectionFault[];
  readonly change: (changed: Partial<CorrectionForm>) => void;
}

/** What a kind of correction needs, and the reason that all need. */
export function CorrectionFields(props: Props) {
  const { form, entity, lacking, change } = props;
  const texts = useTexts(correctionsTexts);
  const { kind } = form;
  return (
    <>
      {kind === 'merge' ? <MergeFields {...props} /> : null}
      {kind === 'split' ? <SplitFields {...props} /> : null}
      {kind === 'retype' ? <TypeField {...props} /> : null}
      {kind === 'alias-add' ? (
        <LabelledField
          label={texts.aliasField}
          value={form.alias}
          lengthMax={NAME_LENGTH_MAX}
          isRequired
          isInvalid={lacking.includes('alias')}
          onChange={(alias) => change({ alias })}
        />
      ) : null}
      {kind === 'alias-remove' ? (
        <Choices
          legend={texts.aliasField}
          type="radio"
          names={entity.names}
          chosen={[form.alias]}
          onChoose={(alias) => change({ alias })}
        />
      ) : null}
      <LabelledField
        label={texts.reason}
        value={form.reason}
        lengthMax={REASON_LENGTH_MAX}
        isRequired
        isInvalid={lacking.includes('reason')}
        onChange={(reason) => change({ reason })}
      />
    </>
  );
}

function MergeFields({ form, entity, lacking, change }: Props) {
  const texts = useTexts(correctionsTexts);
  const { other, keeps } = form;
  const group = useId();
  return (
    <>
      <EntityCombobox
        label={texts.other}
        except={entity.id}
        isInvalid={lacking.includes('other')}
        onChoose={(chosen) => change({ other: chosen })}
      />
      {other === undefined ? null : (
        <fieldset>
          <legend className="label">{texts.keeps}</legend>
          {(['other', 'this'] as const).map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name={group}
                checked={keeps === one}
                onChange={() => change({ keeps: one })}
              />
              {one === 'other' ? other.name : entity.name}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

function SplitFields({ form, entity, lacking, change }: Props) {
  const texts = useTexts(correctionsTexts);
  const { names, other, newName } = form;
  const toggle = (name: string) =>
    change({
      names: names.includes(name) ? names.filter((one) => one !== name) : [...names, name],
    });
  return (
    <>
      <Choices
        legend={texts.namesField}
        type="checkbox"
        names={entity.names}
        chosen={names}
        onChoose={toggle}
      />
      {other === undefined ? (
        <LabelledField
          label={texts.newName}
          value={newName}
          lengthMax={NAME_LENGTH_MAX}
          isRequired
          isInvalid={lacking.includes('newName')}
          onChange={(changed) => change({ newName: changed })}
        />
      ) : null}
      <EntityCombobox
        label={texts.otherKnown}
        except={entity.id}
        isInvalid={false}
        onChoose={(chosen) => change({ other: chosen })}
      />
    </>
  );
}

function TypeField({ form, entity, change }: Props) {
  const texts = useTexts(correctionsTexts);
  const { types } = useTexts(entitiesTexts);
  const group = useId();
  return (
    <fieldset>
      <legend className="label">{texts.typeField}</legend>
      {entityTypes
        .filter((type) => type !== entity.type)
        .map((type) => (
          <label key={type} className="choice">
            <input
              type="radio"
              name={group}
              checked={form.type === type}
              onChange={() => change({ type })}
            />
            {types[type]}
          </label>
        ))}
    </fieldset>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly type: 'radio' | 'checkbox';
  readonly names: EntityView['names'];
  readonly chosen: readonly string[];
  readonly onChoose: (name: string) => void;
}

function Choices({ legend, type, names, chosen, onChoose }: ChoicesProps) {
  const texts = useTexts(correctionsTexts);
  const format = useFormat();
  const group = useId();
  return (
    <fieldset className="correction-names">
      <legend className="label">{legend}</legend>
      {names.map(({ name, articles }) => (
        <label key={name} className="choice">
          <input
            type={type}
            name={group}
            checked={chosen.includes(name)}
            onChange={() => onChoose(name)}
          />
          {name} <small className="quiet">{texts.articles(format.number(articles))}</small>
        </label>
      ))}
    </fieldset>
  );
}
