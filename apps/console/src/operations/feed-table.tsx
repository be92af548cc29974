import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { Link } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import { useClient } from '../session/session.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useAddressChoice } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { operationsTexts } from './operations-texts.ts';

/** Feeds shown before one asks for all; silent ones always are. */
const SHOWN_AT_FIRST = 12;

/** Every feed with how it pushes; those that are silent for longer than is usual come first. */
export function FeedTable() {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const client = useClient();
  const [showsAll, show] = useAddressChoice('feeds', ['first', 'all']);
  const reports = useQuery({
    queryKey: ['feeds'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/feeds', { signal })),
  });
  if (reports.isPending) return <Skeleton lines={12} />;
  const problem =
    reports.error === null ? null : (
      <ProblemNotice error={reports.error} onRetry={askAgain(reports)} />
    );
  if (reports.data === undefined) return problem;
  const { feeds, silent } = reports.data;
  if (feeds.length === 0) return <p className="quiet">{texts.noFeeds}</p>;
  // Then those that have most news: the small ones are many.
  const silentFirst = feeds.toSorted(
    (one, other) =>
      Number(other.silence !== undefined) - Number(one.silence !== undefined) ||
      other.articles.last7Days.live - one.articles.last7Days.live,
  );
  const shown =
    showsAll === 'all' ? silentFirst : silentFirst.slice(0, Math.max(silent, SHOWN_AT_FIRST));
  const hours = (count: number) => format.duration(count, 'hour');
  return (
    <>
      {problem}
      <p className={silent === 0 ? 'operations-good' : 'operations-bad'}>
        {silent === 0 ? texts.noneSilent : texts.someSilent(silent)}
      </p>
      <div className="wide-table" tabIndex={0} role="region" aria-label={texts.feeds}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.feed}</th>
              <th scope="col" className="when-wide">
                {texts.state}
              </th>
              <th scope="col" className="operations-count">
                {texts.lastDay}
              </th>
              <th scope="col" className="operations-count when-wide">
                {texts.lastWeek}
              </th>
              <th scope="col" className="operations-count">
                {texts.all}
              </th>
              <th scope="col">{texts.lastNews}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ feed, title, state, articles, lastNewsAt, silence }) => (
              <tr key={feed}>
                <th scope="row">
                  <Link to={`/?feed=${encodeURIComponent(feed)}`}>{title ?? feed}</Link>
                  {silence === undefined && state !== 'active' ? (
                    <small className="when-narrow quiet">{texts.states[state]}</small>
                  ) : null}
                  {silence === undefined ? null : (
                    <small className="operations-bad">
                      {texts.silenceIs(hours(silence.hours), hours(silence.usualHours))}
                    </small>
                  )}
                </th>
                <td className="when-wide">
                  {silence === undefined ? texts.states[state] : texts.silent}
                </td>
                <td className="operations-count">{format.number(articles.last24Hours.live)}</td>
                <td className="operations-count when-wide">
                  {format.number(articles.last7Days.live)}
                </td>
                <td className="operations-count">{format.number(articles.all.live)}</td>
                <td>{lastNewsAt === undefined ? texts.never : format.ago(lastNewsAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {feeds.length > Math.max(silent, SHOWN_AT_FIRST) ? (
        <button
          className="button operations-more"
          type="button"
          aria-expanded={showsAll === 'all'}
          onClick={() => show(showsAll === 'all' ? 'first' : 'all')}
        >
          {showsAll === 'all' ? texts.fewerFeeds : texts.allFeeds(format.number(feeds.length))}
        </button>
      ) : null}
    </>
  );
}
