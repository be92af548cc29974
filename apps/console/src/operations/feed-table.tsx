import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { Link } from 'react-router';
import { useClient } from '../session/session.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { operationsTexts } from './operations-texts.ts';

/** Every feed with how it pushes; those that are silent for longer than is usual come first. */
export function FeedTable() {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const client = useClient();
  const reports = useQuery({
    queryKey: ['feeds'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/feeds', { signal })),
  });
  if (reports.isPending) return <Skeleton lines={5} />;
  if (reports.error !== null) {
    return <ProblemNotice error={reports.error} onRetry={() => void reports.refetch()} />;
  }
  const { feeds, silent } = reports.data;
  if (feeds.length === 0) return <p className="quiet">{texts.noFeeds}</p>;
  const silentFirst = feeds.toSorted(
    (one, other) => Number(other.silence !== undefined) - Number(one.silence !== undefined),
  );
  const hours = (count: number) => format.duration(count, 'hour');
  return (
    <>
      <p className={silent === 0 ? 'operations-good' : 'operations-bad'}>
        {silent === 0 ? texts.noneSilent : texts.someSilent(silent)}
      </p>
      <div className="wide-table" tabIndex={0} role="region" aria-label={texts.feeds}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.feed}</th>
              <th scope="col">{texts.state}</th>
              <th scope="col" className="operations-count">
                {texts.lastDay}
              </th>
              <th scope="col" className="operations-count">
                {texts.lastWeek}
              </th>
              <th scope="col" className="operations-count">
                {texts.all}
              </th>
              <th scope="col">{texts.lastNews}</th>
            </tr>
          </thead>
          <tbody>
            {silentFirst.map(({ feed, title, state, articles, lastNewsAt, silence }) => (
              <tr key={feed}>
                <th scope="row">
                  <Link to={`/?feed=${encodeURIComponent(feed)}`}>{title ?? feed}</Link>
                  {silence === undefined ? null : (
                    <small className="operations-bad">
                      {texts.silenceIs(hours(silence.hours), hours(silence.usualHours))}
                    </small>
                  )}
                </th>
                <td>{silence === undefined ? texts.states[state] : texts.silent}</td>
                <td className="operations-count">{format.number(articles.last24Hours.live)}</td>
                <td className="operations-count">{format.number(articles.last7Days.live)}</td>
                <td className="operations-count">{format.number(articles.all.live)}</td>
                <td>{lastNewsAt === undefined ? texts.never : format.ago(lastNewsAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
