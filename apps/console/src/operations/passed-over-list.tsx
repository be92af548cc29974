import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, WartaError } from '@warta/client';
import { Link } from 'react-router';
import { useClient } from '../session/session.ts';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { operationsTexts } from './operations-texts.ts';

const FORBIDDEN = 403;
/** As often as the service looks for what is to be tried again. */
const LOOKED_AGAIN_MS = 5_000;

/** Articles that no saved search could be matched with, for admins; nothing while there are none. */
export function PassedOverList() {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const client = useClient();
  const queries = useQueryClient();
  const passedOver = useQuery({
    queryKey: ['passed-over'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/alerts/passed-over', { signal })),
    retry: false,
    // They are matched a moment after it was asked for, or by themselves.
    refetchInterval: ({ state }) => ((state.data?.total ?? 0) > 0 ? LOOKED_AGAIN_MS : false),
  });
  const retry = useMutation({
    mutationFn: () => answerOf(client.POST('/v1/alerts/passed-over/retry', { body: {} })),
    onSuccess: ({ articles }) => {
      announce(texts.passedOverAsked(format.number(articles)));
      void queries.invalidateQueries({ queryKey: ['passed-over'] });
    },
  });
  const { data, error } = passedOver;
  // The list of dead letters above says that it takes an admin's key.
  if (error instanceof WartaError && error.status === FORBIDDEN) return null;
  if (error !== null) {
    return <ProblemNotice error={error} onRetry={() => void passedOver.refetch()} />;
  }
  if (data === undefined) return <Skeleton lines={2} />;
  if (data.total === 0) return null;
  return (
    <section>
      <h2>{texts.passedOver(format.number(data.total))}</h2>
      <p className="quiet">{texts.passedOverIntro(format.number(data.limit))}</p>
      <button
        className="button"
        type="button"
        aria-disabled={retry.isPending}
        onClick={() => retry.isPending || retry.mutate()}
      >
        {texts.passedOverRetry}
      </button>
      {retry.error === null ? null : <ProblemNotice error={retry.error} />}
      <ul>
        {data.data.map(({ articleId, feed, failedAt, nextAt, reason }) => (
          <li key={articleId} className="card">
            <p>
              <Link to={`/articles/${articleId}`}>{articleId}</Link> {feed}
            </p>
            <p>{reason}</p>
            <p className="quiet">
              {texts.passedOverAt(format.dayAndTime(failedAt))}{' '}
              {nextAt === undefined
                ? texts.passedOverNoMore
                : texts.passedOverNext(format.dayAndTime(nextAt))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
