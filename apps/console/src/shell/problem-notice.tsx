import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { WartaError } from '@warta/client';
import { timesFailedBefore } from '../api/query-failures.ts';
import { signOut } from '../session/session.ts';
import { useTexts } from '../texts/use-texts.ts';
import { afterSecond, beginCountdown } from './retry-countdown.ts';
import { shellTexts } from './shell-texts.ts';

interface Props {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}

/** Of an error without a wait of its own, before it is tried again. */
const RETRY_AFTER_SECONDS = 5;

const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;

/** What went wrong, and what to do about it. A service that is busy is asked again by itself. */
export function ProblemNotice({ error, onRetry }: Props) {
  const texts = useTexts(shellTexts);
  const { title, advice, detail, trace } = describe(error, texts);
  const leadsNowhere = error instanceof WartaError && [404, 410].includes(error.status);
  const isBusy =
    error instanceof WartaError && [TOO_MANY_REQUESTS, UNAVAILABLE].includes(error.status);
  const section = useRef<HTMLElement>(null);
  useFocusLeftBehind(section);
  return (
    <section ref={section} className="notice notice-problem" role="alert">
      <h2>{title}</h2>
      {detail === undefined ? null : <p>{detail}</p>}
      {isBusy && onRetry ? (
        <RetryCountdown
          key={error.message}
          seconds={error.retryAfterSeconds ?? RETRY_AFTER_SECONDS}
          timesFailed={timesFailedBefore(error)}
          onRetry={onRetry}
        />
      ) : advice === '' ? null : (
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

/** It goes when it is tried again: whoever pressed its button is not left outside of the page. */
function useFocusLeftBehind(section: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = section.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      document.getElementById('main')?.focus({ preventScroll: true });
    };
  }, [section]);
}

interface CountdownProps {
  readonly seconds: number;
  readonly timesFailed: number;
  readonly onRetry: () => void;
}

/**
 * Beside what was shown before it stays until there is an answer, and counts down again; where
 * nothing was, it comes anew with each try, and goes on from how often that failed.
 */
function RetryCountdown({ seconds, timesFailed, onRetry }: CountdownProps) {
  const texts = useTexts(shellTexts);
  const [left, setLeft] = useState(() => beginCountdown(seconds, timesFailed).secondsLeft);
  const failed = useRef(timesFailed);
  const retry = useRef(onRetry);
  useEffect(() => {
    failed.current = timesFailed;
    retry.current = onRetry;
  });
  useEffect(() => {
    let countdown = beginCountdown(seconds, failed.current);
    const timer = setInterval(() => {
      const next = afterSecond(countdown);
      countdown = next;
      if (next.isDue) retry.current();
      setLeft(next.secondsLeft);
    }, 1_000);
    return () => clearInterval(timer);
  }, [seconds]);
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
    case TOO_MANY_REQUESTS:
    case UNAVAILABLE:
      return { title: problems.busy, advice: problems.busyLater, detail };
    default:
      // Refused for a reason, which the service says: nothing is broken.
      if (error.status < 500) return { title: problems.refused, advice: '', detail };
      return { title: problems.wrong, advice: problems.wrongDo, detail, trace: instance };
  }
}
