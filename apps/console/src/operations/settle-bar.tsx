import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { operationsTexts } from './operations-texts.ts';

const REASON_LENGTH_MAX = 500;

/** Tried once more, or given up. */
export type Settling =
  | { readonly does: 'again' }
  | { readonly does: 'discard'; /** Empty where none is asked for. */ readonly reason: string };

interface Props {
  /** How many it is about. */
  readonly says: string;
  /** What trying again is called. */
  readonly again: string;
  /** Before they are given up: what that means, or a reason that is kept. */
  readonly before: { readonly warns: string } | { readonly asks: string };
  /** @returns what came of it, to be said. */
  readonly settle: (how: Settling) => Promise<string>;
  /** The bar goes with what was chosen: the focus is to be somewhere else. */
  readonly onSettled: () => void;
  readonly children?: ReactNode;
}

/** What is done about the chosen ones; giving up takes a second step. */
export function SettleBar({ says, again, before, settle, onSettled, children }: Props) {
  const texts = useTexts(operationsTexts);
  const [step, setStep] = useState<'first' | 'discarding' | 'back'>('first');
  const settling = useMutation({
    mutationFn: settle,
    onSuccess: (told) => {
      announce(told);
      setStep('first');
      onSettled();
    },
  });
  const send = (how: Settling) => {
    if (!settling.isPending) settling.mutate(how);
  };
  return (
    <div className="settle-bar card">
      <strong>{says}</strong>
      {children}
      {step === 'discarding' ? (
        <DiscardForm
          before={before}
          isSending={settling.isPending}
          onSend={(reason) => send({ does: 'discard', reason })}
          onBack={() => setStep('back')}
        />
      ) : (
        <div className="notice-actions">
          <button
            className="button button-main"
            type="button"
            aria-disabled={settling.isPending}
            onClick={() => send({ does: 'again' })}
          >
            {again}
          </button>
          <button
            className="button"
            type="button"
            autoFocus={step === 'back'}
            onClick={() => setStep('discarding')}
          >
            {texts.discard}
          </button>
        </div>
      )}
      {settling.error === null ? null : <ProblemNotice error={settling.error} />}
    </div>
  );
}

interface FormProps extends Pick<Props, 'before'> {
  readonly isSending: boolean;
  readonly onSend: (reason: string) => void;
  readonly onBack: () => void;
}

function DiscardForm({ before, isSending, onSend, onBack }: FormProps) {
  const texts = useTexts(operationsTexts);
  return (
    <form
      onKeyDown={({ key }) => {
        if (key === 'Escape') onBack();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const reason = new FormData(event.currentTarget).get('reason');
        const given = typeof reason === 'string' ? reason.trim() : '';
        if ('warns' in before || given !== '') onSend(given);
      }}
    >
      {'warns' in before ? (
        <p>{before.warns}</p>
      ) : (
        <label className="label">
          {before.asks}
          <input className="field" name="reason" required maxLength={REASON_LENGTH_MAX} autoFocus />
        </label>
      )}
      <div className="notice-actions">
        <button className="button button-main" type="submit" aria-disabled={isSending}>
          {texts.discardConfirm}
        </button>
        <button className="button" type="button" autoFocus={'warns' in before} onClick={onBack}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
