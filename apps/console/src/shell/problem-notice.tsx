import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { WartaError } from '@warta/client';
import { signOut } from '../session/session.ts';
import { useTexts } from '../texts/use-texts.ts';
import { shellTexts } from './shell-texts.ts';

interface Props {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}

/** Of an error without a wait of its own, before it is tried again once. */
const RETRY_AFTER_SECONDS = 5;

/** What went wrong, and what to do about it. A service that is busy is asked again by itself. */
export function ProblemNotice({ error, onRetry }: Props) {
  const texts = useTexts(shellTexts);
  const { title, advice, detail, trace } = describe(error, texts);
  const leadsNowhere = error instanceof WartaError && [404, 410].includes(error.status);
  const isBusy = error instanceof WartaError && error.status === 503;
  return (
    <section className="notice notice-problem" role="alert">
      <h2>{title}</h2>
      {detail === undefined ? null : <p>{detail}</p>}
      {isBusy && onRetry ? (
        <RetryCountdown
          key={error.message}
          seconds={error.retryAfterSeconds ?? RETRY_AFTER_SECONDS}
          onRetry={onRetry}
        />
      ) : (
        <p className="quiet">{advice}</p>
      )}
      <div className="notice-actions">
        {onRetry ? (
          <button className="button" type="button" onClick={onRetry}>
            {texts.tryAgain}
          </button>
        ) : null}
        {leadsNowhere ? (
          <Link className="button" to="/">
            {texts.toSearch}
          </Link>
        ) : null}
        {error instanceof WartaError && error.status === 403 ? (
          <button className="button" type="button" onClick={() => signOut()}>
            {texts.signIn}
          </button>
        ) : null}
      </div>
      {trace === undefined ? null : (
        <p className="trace">
          {texts.trace}: <code>{trace}</code>
        </p>
      )}
    </section>
  );
}

function RetryCountdown({ seconds, onRetry }: { seconds: number; onRetry: () => void }) {
  const texts = useTexts(shellTexts);
  const [left, setLeft] = useState(Math.max(1, seconds));
  useEffect(() => {
    if (left === 0) {
      onRetry();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, onRetry]);
  return (
    <p className="quiet" aria-live="off">
      {texts.problems.busyDo(left)}
    </p>
  );
}

interface Described {
  title: string;
  advice: string;
  detail?: string | undefined;
  trace?: string | undefined;
}

function describe(error: Error, { problems }: typeof shellTexts.en): Described {
  if (!(error instanceof WartaError)) {
    return { title: problems.broken, advice: problems.brokenDo, detail: error.message };
  }
  const { detail, instance } = error.problem;
  switch (error.status) {
    case 0:
      return { title: problems.noAnswer, advice: problems.noAnswerDo };
    case 400:
      return { title: problems.badRequest, advice: '', detail };
    case 403:
      return { title: problems.forbidden, advice: problems.forbiddenDo, detail };
    case 404:
      return { title: problems.notFound, advice: problems.notFoundDo };
    case 410:
      return { title: problems.gone, advice: problems.goneDo };
    case 503:
      return { title: problems.busy, advice: '', detail };
    default:
      return { title: problems.wrong, advice: problems.wrongDo, detail, trace: instance };
  }
}
