import type { ReactNode } from 'react';
import type { Delivery } from '../api/answers.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { receiversTexts } from './receivers-texts.ts';

interface Props {
  readonly delivery: Delivery;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** One message to one receiver, with its tries. */
export function DeliveryEntry({ delivery, children }: Props) {
  const texts = useTexts(receiversTexts);
  const format = useFormat();
  const { kind, state, attempts, createdAt, nextAt, webhook, log } = delivery;
  return (
    <article className="delivery">
      <div>
        <h3>
          {texts.kinds[kind]}{' '}
          <span className="chip search-state" data-state={state}>
            {texts.states[state]}
          </span>
        </h3>
        <p className="saved-search-facts">
          <time dateTime={createdAt}>{format.dayAndTime(createdAt)}</time>
          <span className="long-code">{texts.to(webhook.url)}</span>
          {nextAt === undefined ? null : <span>{texts.nextTry(format.ago(nextAt))}</span>}
        </p>
        {log.length === 0 ? null : (
          <details>
            <summary>{texts.attempts(attempts)}</summary>
            <ol className="tries">
              {log.map((one, index) => (
                <li key={index}>
                  <time dateTime={one.at}>{format.dayAndTime(one.at)}</time>{' '}
                  {one.status === undefined ? texts.noAnswer : texts.answered(String(one.status))}{' '}
                  <span className="quiet">
                    {format.number(one.ms)} ms{one.error === undefined ? '' : `: ${one.error}`}
                  </span>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
      <div className="notice-actions">{children}</div>
    </article>
  );
}
