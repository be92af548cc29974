import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { askAgain } from '../api/asked-again.ts';
import type { Operations } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DeadLetterList } from './dead-letter-list.tsx';
import { FeedTable } from './feed-table.tsx';
import { PassedOverList } from './passed-over-list.tsx';
import { isFirstWait } from './first-wait.ts';
import { operationsTexts } from './operations-texts.ts';
import { lengthOf } from './length-of.ts';
import './operations.css';

/** Somebody who watches sees a change within it. */
const ASKED_EVERY_MS = 5_000;

/** How the pipeline is right now, and what failed: for those who look after it. */
export function OperationsPage() {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const client = useClient();
  usePageTitle(texts.title);
  const operations = useQuery({
    queryKey: ['operations'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/operations', { signal })),
    refetchInterval: ASKED_EVERY_MS,
  });
  return (
    <div className="page operations-page">
      <h1>{texts.title}</h1>
      {operations.isPending ? (
        <div className="operations-waiting">
          <Skeleton lines={8} isFirst={isFirstWait(operations)} />
        </div>
      ) : null}
      {operations.error === null ? null : (
        <ProblemNotice error={operations.error} onRetry={askAgain(operations)} />
      )}
      {operations.data === undefined ? null : (
        <>
          <p className="quiet">{texts.asOf(format.dayAndTime(operations.data.asOf))}</p>
          <Troubles trouble={operations.data.trouble} />
          <div className="operations-now">
            {isKnown(operations.data, 'stages') ? (
              <Waiting stages={operations.data.stages} />
            ) : null}
            {isKnown(operations.data, 'freshness') ? (
              <Freshness freshness={operations.data.freshness} />
            ) : null}
          </div>
        </>
      )}
      <DeadLetterList />
      <PassedOverList />
      <section>
        <h2>{texts.feeds}</h2>
        <FeedTable />
      </section>
    </div>
  );
}

/** Whether what is shown of a part was ever so: nothing that waits is not the same as nobody who knows. */
function isKnown({ trouble }: Operations, part: Operations['trouble'][number]['part']): boolean {
  return !trouble.some((one) => one.part === part && one.knownAt === undefined);
}

function Troubles({ trouble }: Pick<Operations, 'trouble'>) {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  if (trouble.length === 0) return null;
  return (
    <div role="status">
      <ul>
        {trouble.map(({ part, knownAt }) => (
          <li key={part}>
            {texts.trouble(texts.parts[part], knownAt && format.dayAndTime(knownAt))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Waiting({ stages }: Pick<Operations, 'stages'>) {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const total = stages.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <section className="card">
      <h2>{texts.lag}</h2>
      <p className={total === 0 ? 'operations-good' : 'quiet'}>
        {total === 0 ? texts.nothingWaits : texts.someWait(format.number(total))}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.stage}</th>
            <th scope="col" className="operations-count">
              {texts.waiting}
            </th>
            {total === 0 ? null : <th scope="col">{texts.byPartition}</th>}
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, waiting, waitingByPartition }) => (
            <tr key={stage}>
              <th scope="row">{texts.stages[stage]}</th>
              <td className="operations-count">{format.number(waiting)}</td>
              {total === 0 ? null : (
                <td>{waiting === 0 ? null : <PartitionBars counts={waitingByPartition} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One bar a partition: one that stands out is stuck. */
function PartitionBars({ counts }: { readonly counts: readonly number[] }) {
  const max = Math.max(1, ...counts);
  const says = counts.map((count, partition) => `${partition}: ${count}`).join(', ');
  return (
    <svg
      className="partition-bars"
      role="img"
      aria-label={says}
      viewBox={`0 0 ${counts.length * 4} 20`}
      preserveAspectRatio="none"
    >
      {counts.map((count, partition) => {
        const height = count === 0 ? 1 : Math.max(2, (count / max) * 20);
        return (
          <rect
            // A partition is its number.
            key={partition}
            x={partition * 4}
            y={20 - height}
            width={3}
            height={height}
          />
        );
      })}
    </svg>
  );
}

function Freshness({ freshness }: Pick<Operations, 'freshness'>) {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const { articles, p50Ms, p95Ms, lastIndexedAt } = freshness;
  return (
    <section className="card">
      <h2>{texts.freshness}</h2>
      <p className="quiet">
        {articles === 0 ? texts.noFreshness : texts.freshnessOf(articles, format.number(articles))}
      </p>
      {articles === 0 ? null : (
        <dl className="operations-facts">
          <dt>{texts.half}</dt>
          <dd>{lengthOf(p50Ms, format)}</dd>
          <dt>{texts.most}</dt>
          <dd>{lengthOf(p95Ms, format)}</dd>
          {lastIndexedAt === undefined ? null : (
            <>
              <dt>{texts.lastIndexed}</dt>
              <dd>{format.ago(lastIndexedAt)}</dd>
            </>
          )}
        </dl>
      )}
    </section>
  );
}
