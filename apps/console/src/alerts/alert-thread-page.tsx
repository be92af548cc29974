import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { Link, useParams } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { AlertThread } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { announce } from '../shell/announcer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { isErased } from './alert-list.tsx';
import { ThreadEvent } from './thread-event.tsx';
import { laterId } from './alert-stream.ts';
import { alertsTexts } from './alerts-texts.ts';
import { useAlertStream } from './use-alert-stream.ts';
import './alerts.css';

/** One alert with everything that followed, in the order in which it happened. */
export function AlertThreadPage() {
  const texts = useTexts(alertsTexts);
  const { id = '' } = useParams();
  const client = useClient();
  const thread = useQuery({
    queryKey: ['alerts', 'thread', id],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/alerts/{id}', { params: { path: { id } }, signal })),
  });
  const { data } = thread;
  useAlertStream({
    search: data?.search.id,
    after: data?.data.map((event) => event.id).reduce(later, undefined),
    isReady: data !== undefined,
    onEvent: ({ alert }) => {
      if (alert.id !== id) return;
      void thread.refetch();
      announce(texts.toldChanged);
    },
  });
  const title = data?.data.find((event) => event.article.title !== undefined)?.article.title;
  usePageTitle(title ?? texts.threadTitle);
  return (
    <div className="page page-narrow alerts-page">
      <p className="quiet">
        <Link to="/alerts">{texts.back}</Link>
      </p>
      {data === undefined ? <h1>{texts.threadTitle}</h1> : <ThreadHead thread={data} />}
      {thread.isPending ? <Skeleton lines={8} /> : null}
      {thread.error === null ? null : (
        <ProblemNotice error={thread.error} onRetry={askAgain(thread)} />
      )}
      {data === undefined ? null : <ThreadEvents thread={data} />}
    </div>
  );
}

const later = (one: string | undefined, other: string) => laterId(one, other);

function ThreadHead({ thread }: { readonly thread: AlertThread }) {
  const texts = useTexts(alertsTexts);
  const format = useFormat();
  const { search, startedAt, articles, duplicateGroup, data } = thread;
  const first = data.find(({ article }) => article.title !== undefined);
  return (
    <>
      <h1 lang={first?.article.language}>
        {first?.article.title ?? (data.some(isErased) ? texts.withdrawnTitle : texts.untitled)}
      </h1>
      <p className="alert-origin">
        <span>
          {texts.forSearch} <Link to={`/searches/${search.id}`}>{search.name}</Link>
        </span>
        <time dateTime={startedAt}>{texts.started(format.dayAndTime(startedAt))}</time>
        <span>{texts.articles(format.number(articles))}</span>
        <Link to={`/duplicates/${duplicateGroup}`}>{texts.copies}</Link>
      </p>
    </>
  );
}

function ThreadEvents({ thread: { data, events } }: { readonly thread: AlertThread }) {
  const texts = useTexts(alertsTexts);
  const format = useFormat();
  return (
    <section>
      <h2 className="visually-hidden">{texts.happened}</h2>
      <ol className="thread">
        {data.map((event) => (
          <li key={event.id} className="thread-event" data-kind={event.kind}>
            <ThreadEvent event={event} />
          </li>
        ))}
      </ol>
      {events > data.length ? (
        <p className="quiet">
          {texts.moreEvents(format.number(data.length), format.number(events))}
        </p>
      ) : null}
    </section>
  );
}
