import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, WartaError } from '@warta/client';
import { useState } from 'react';
import type { DeadLetterView } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useAddressChoice } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { operationsTexts } from './operations-texts.ts';

const FORBIDDEN = 403;

/** What failed for good, with the reason; what is chosen can be sent back or given up. */
export function DeadLetterList() {
  const texts = useTexts(operationsTexts);
  const client = useClient();
  const [shown, show] = useAddressChoice('letters', ['open', 'all']);
  const settled = shown === 'all';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const letters = useQuery({
    queryKey: ['dead-letters', settled],
    queryFn: ({ signal }) => {
      const params = { query: { settled: settled ? 'true' : 'false' } } as const;
      return answerOf(client.GET('/v1/dead-letters', { params, signal }));
    },
    // Who chose to see more keeps their place, and the box they chose it by.
    placeholderData: keepPreviousData,
  });
  if (letters.isPending) return <Skeleton lines={4} />;
  if (letters.error instanceof WartaError && letters.error.status === FORBIDDEN) {
    return <p className="quiet">{texts.adminOnly}</p>;
  }
  if (letters.error !== null) {
    return <ProblemNotice error={letters.error} onRetry={() => void letters.refetch()} />;
  }
  const { data, more } = letters.data;
  const open = data.filter((letter) => !letter.redrivenAt && !letter.discarded);
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return (
    <div className="dead-letters">
      <label className="choice">
        <input
          type="checkbox"
          checked={settled}
          onChange={(event) => show(event.target.checked ? 'all' : 'open')}
        />
        {texts.showSettled}
      </label>
      {data.length === 0 ? <p className="operations-good">{texts.noDeadLetters}</p> : null}
      {open.length > 1 ? (
        <label className="choice">
          <input
            type="checkbox"
            checked={open.every(({ id }) => chosen.has(id))}
            onChange={(event) =>
              choose(
                open.map(({ id }) => id),
                event.target.checked,
              )
            }
          />
          {texts.chooseAll}
        </label>
      ) : null}
      <ul>
        {data.map((letter) => (
          <li key={letter.id} className="card">
            <Letter
              letter={letter}
              isChosen={chosen.has(letter.id)}
              onChoose={(isChosen) => choose([letter.id], isChosen)}
            />
          </li>
        ))}
      </ul>
      {more ? <p className="quiet">{texts.more}</p> : null}
      {chosen.size === 0 ? null : (
        <SettleBar ids={[...chosen]} onSettled={() => setChosen(new Set())} />
      )}
    </div>
  );
}

interface LetterProps {
  readonly letter: DeadLetterView;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Letter({ letter, isChosen, onChoose }: LetterProps) {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const { id, facts, redrivenAt, discarded, redrives, value } = letter;
  const isOpen = redrivenAt === undefined && discarded === undefined;
  return (
    <>
      <h3>
        {isOpen ? (
          <label className="choice">
            <input
              type="checkbox"
              aria-label={texts.choose(id)}
              checked={isChosen}
              onChange={(event) => onChoose(event.target.checked)}
            />
            <code>{id}</code>
          </label>
        ) : (
          <code>{id}</code>
        )}
      </h3>
      <p>
        <strong>{facts.reason}</strong>: {facts.detail}
      </p>
      <p className="quiet">
        {facts.stage}, {format.dayAndTime(facts.failedAt)}
        {redrives > 0 ? `, ${texts.redrives(redrives)}` : ''}
      </p>
      {redrivenAt === undefined ? null : <p>{texts.sentBack(format.dayAndTime(redrivenAt))}</p>}
      {discarded === undefined ? null : <p>{texts.discarded(discarded.by, discarded.reason)}</p>}
      <details>
        <summary>{texts.value}</summary>
        <pre className="letter-value">{value}</pre>
      </details>
    </>
  );
}

/** What is done about the chosen ones; giving up takes a reason. */
function SettleBar({ ids, onSettled }: { ids: string[]; onSettled: () => void }) {
  const texts = useTexts(operationsTexts);
  const client = useClient();
  const queries = useQueryClient();
  const [isDiscarding, setIsDiscarding] = useState(false);
  const settle = useMutation({
    mutationFn: (reason: string | undefined) =>
      reason === undefined
        ? answerOf(client.POST('/v1/dead-letters/redrive', { body: { ids } }))
        : answerOf(client.POST('/v1/dead-letters/discard', { body: { ids, reason } })),
    onSuccess: ({ settled }) => {
      announce(texts.settled(settled));
      onSettled();
      void queries.invalidateQueries({ queryKey: ['dead-letters'] });
      void queries.invalidateQueries({ queryKey: ['operations'] });
    },
  });
  return (
    <div className="settle-bar card">
      <strong>{texts.chosen(ids.length)}</strong>
      {isDiscarding ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const reason = new FormData(event.currentTarget).get('reason');
            if (typeof reason === 'string' && reason.trim() !== '') settle.mutate(reason.trim());
          }}
        >
          <label className="label">
            {texts.discardWhy}
            <input className="field" name="reason" required maxLength={500} autoFocus />
          </label>
          <div className="notice-actions">
            <button className="button button-main" type="submit" disabled={settle.isPending}>
              {texts.discardConfirm}
            </button>
            <button className="button" type="button" onClick={() => setIsDiscarding(false)}>
              {texts.cancel}
            </button>
          </div>
        </form>
      ) : (
        <div className="notice-actions">
          <button
            className="button button-main"
            type="button"
            disabled={settle.isPending}
            onClick={() => settle.mutate(undefined)}
          >
            {texts.redrive}
          </button>
          <button className="button" type="button" onClick={() => setIsDiscarding(true)}>
            {texts.discard}
          </button>
        </div>
      )}
      {settle.error === null ? null : <ProblemNotice error={settle.error} />}
    </div>
  );
}
