import { useEffect, useId, useRef } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { faultAt } from './form-faults.ts';
import type { FieldFault } from './form-faults.ts';
import { digests, receiverPointer, RECEIVERS_MAX } from './search-form.ts';
import type { SearchForm } from './search-form.ts';
import type { ChangeForm } from './search-fields.tsx';
import { searchesTexts } from './searches-texts.ts';

interface Props {
  readonly form: SearchForm;
  readonly change: ChangeForm;
  readonly faults: readonly FieldFault[];
}

/** Where its alerts go, how often, and whether there are any just now. */
export function NotifyFields({ form, change, faults }: Props) {
  const texts = useTexts(searchesTexts);
  const digestId = useId();
  const hasReceivers = form.receivers.some((url) => url.trim() !== '');
  return (
    <>
      <ReceiverFields form={form} change={change} faults={faults} />
      {hasReceivers ? (
        <div>
          <label className="label" htmlFor={digestId}>
            {texts.digest}
          </label>
          <select
            id={digestId}
            className="field"
            value={form.digest}
            onChange={(event) => {
              const digest = digests.find((one) => one === event.target.value);
              if (digest !== undefined) change({ digest });
            }}
          >
            {digests.map((digest) => (
              <option key={digest} value={digest}>
                {texts.digests[digest]}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <label className="choice">
        <input
          type="checkbox"
          checked={form.paused}
          onChange={(event) => change({ paused: event.target.checked })}
        />
        {texts.pausedField}
      </label>
    </>
  );
}

function ReceiverFields({ form: { receivers }, change, faults }: Props) {
  const texts = useTexts(searchesTexts);
  const hintId = useId();
  const lines = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const count = useRef(receivers.length);
  useEffect(() => {
    if (receivers.length > count.current) {
      lines.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
    } else if (receivers.length < count.current) add.current?.focus();
    count.current = receivers.length;
  }, [receivers.length]);
  return (
    <fieldset className="receiver-fields">
      <legend className="label">{texts.alertsTo}</legend>
      <p id={hintId} className="quiet">
        {texts.receiverHint}
      </p>
      <ul ref={lines}>
        {receivers.map((url, line) => (
          // A line is its place.
          <li key={line}>
            <ReceiverField
              url={url}
              line={line}
              says={url.trim() === '' ? '' : faultAt(faults, receiverPointer(receivers, line))}
              hintId={hintId}
              onChange={(next) => change({ receivers: receivers.with(line, next) })}
              onRemove={() => change({ receivers: receivers.toSpliced(line, 1) })}
            />
          </li>
        ))}
      </ul>
      {receivers.length < RECEIVERS_MAX ? (
        <button
          ref={add}
          className="button"
          type="button"
          onClick={() => change({ receivers: [...receivers, ''] })}
        >
          {texts.addReceiver}
        </button>
      ) : null}
    </fieldset>
  );
}

interface LineProps {
  readonly url: string;
  readonly line: number;
  readonly says: string;
  readonly hintId: string;
  readonly onChange: (url: string) => void;
  readonly onRemove: () => void;
}

function ReceiverField({ url, line, says, hintId, onChange, onRemove }: LineProps) {
  const texts = useTexts(searchesTexts);
  const faultId = useId();
  return (
    <>
      <div className="receiver-line">
        <input
          className="field"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          aria-label={texts.receiver(line + 1)}
          aria-invalid={says !== ''}
          aria-describedby={`${hintId} ${faultId}`}
          value={url}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          className="button"
          type="button"
          aria-label={texts.removeReceiver(line + 1)}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <p id={faultId} className="field-error">
        {says}
      </p>
    </>
  );
}
