import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, WartaError } from '@warta/client';
import { useRef } from 'react';
import { askAgain } from '../api/asked-again.ts';
import type { DeadLetterView } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useAddressChoice } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChooseAll, ChooseOne } from './choice-boxes.tsx';
import { isFirstWait } from './first-wait.ts';
import { operationsTexts } from './operations-texts.ts';
import { SettleBar } from './settle-bar.tsx';
import type { Settling } from './settle-bar.tsx';
import { useChosen } from './use-chosen.ts';
import type { Choosing } from './use-chosen.ts';

const FORBIDDEN = 403;

/** What failed for good, with the reason; what is chosen can be sent back or given up. */
export function DeadLetterList() {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const [shown, show] = useAddressChoice('letters', ['open', 'all']);
  const letters = useDeadLetters(shown === 'all');
  const settle = useSettling();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data = [], more = false } = letters.data ?? {};
  const open = data.filter(isOpen).map(({ id }) => id);
  const choosing = useChosen(open);
  const { error } = letters;
  const isForbidden = error instanceof WartaError && error.status === FORBIDDEN;
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {texts.deadLetters}
      </h2>
      <p className="quiet">{texts.deadLettersIntro}</p>
      {isForbidden ? <p className="quiet">{texts.adminOnly}</p> : null}
      {error === null || isForbidden ? null : (
        <ProblemNotice error={error} onRetry={askAgain(letters)} />
      )}
      {letters.isPending ? <Skeleton lines={4} isFirst={isFirstWait(letters)} /> : null}
      {letters.data === undefined ? null : (
        <div className="dead-letters">
          <label className="choice">
            <input
              type="checkbox"
              checked={shown === 'all'}
              onChange={(event) => show(event.target.checked ? 'all' : 'open')}
            />
            {texts.showSettled}
          </label>
          {data.length === 0 ? <p className="operations-good">{texts.noDeadLetters}</p> : null}
          <ChooseAll open={open} choosing={choosing} />
          <ul>
            {data.map((letter) => (
              <li key={letter.id} className="card">
                <Letter letter={letter} choosing={choosing} />
              </li>
            ))}
          </ul>
          {more ? <p className="quiet">{texts.more}</p> : null}
          {choosing.chosen.length === 0 ? null : (
            <SettleBar
              says={texts.chosen(choosing.chosen.length, format.number(choosing.chosen.length))}
              again={texts.redrive}
              before={{ asks: texts.discardWhy }}
              settle={(how) => settle([...choosing.chosen], how)}
              onSettled={() => {
                choosing.chooseNone();
                heading.current?.focus();
              }}
            />
          )}
        </div>
      )}
    </section>
  );
}

const isOpen = ({ redrivenAt, discarded }: DeadLetterView) =>
  redrivenAt === undefined && discarded === undefined;

function useDeadLetters(withSettled: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['dead-letters', withSettled],
    queryFn: ({ signal }) => {
      const params = { query: { settled: withSettled ? 'true' : 'false' } } as const;
      return answerOf(client.GET('/v1/dead-letters', { params, signal }));
    },
    // Who chose to see more keeps their place, and the box they chose it by.
    placeholderData: keepPreviousData,
  });
}

function useSettling() {
  const texts = useTexts(operationsTexts);
  const client = useClient();
  const queries = useQueryClient();
  return async (ids: string[], how: Settling): Promise<string> => {
    const { settled } =
      how.does === 'again'
        ? await answerOf(client.POST('/v1/dead-letters/redrive', { body: { ids } }))
        : await answerOf(
            client.POST('/v1/dead-letters/discard', { body: { ids, reason: how.reason } }),
          );
    void queries.invalidateQueries({ queryKey: ['dead-letters'] });
    void queries.invalidateQueries({ queryKey: ['operations'] });
    return texts.settled(settled);
  };
}

function Letter({ letter, choosing }: { letter: DeadLetterView; choosing: Choosing }) {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const { id, facts, redrivenAt, discarded, redrives, value } = letter;
  const name = <code>{id}</code>;
  return (
    <>
      <h3>
        {isOpen(letter) ? (
          <ChooseOne id={id} name={id} choosing={choosing}>
            {name}
          </ChooseOne>
        ) : (
          name
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
