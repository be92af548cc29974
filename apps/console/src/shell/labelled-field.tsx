import { useId } from 'react';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly lengthMax: number;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value; empty when nothing is. */
  readonly fault?: string;
  /** True when what is wrong is said elsewhere. */
  readonly isInvalid?: boolean;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
}

/** A line to type in, with what it is, what to type, and what is wrong with what was typed. */
export function LabelledField(props: Props) {
  const { label, value, lengthMax, onChange, fault = '', hint, placeholder } = props;
  const { isInvalid = fault !== '', isRequired = false } = props;
  const ids = { field: useId(), hint: useId(), fault: useId() };
  return (
    <div>
      <label className="label" htmlFor={ids.field}>
        {label}
      </label>
      <input
        id={ids.field}
        className="field"
        type="text"
        autoComplete="off"
        maxLength={lengthMax}
        required={isRequired}
        placeholder={placeholder}
        value={value}
        aria-invalid={isInvalid}
        aria-describedby={hint === undefined ? ids.fault : `${ids.hint} ${ids.fault}`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint === undefined ? null : (
        <p id={ids.hint} className="quiet">
          {hint}
        </p>
      )}
      <p id={ids.fault} className="field-error" aria-live="polite">
        {fault}
      </p>
    </div>
  );
}
