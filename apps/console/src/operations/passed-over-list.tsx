import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, WartaError } from '@warta/client';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { PassedOverArticles } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
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
/** As often as the service looks for what is to be tried again. */
const LOOKED_AGAIN_MS = 5_000;

/** Articles that no saved search could be matched with, for admins; nothing while there are none. */
export function PassedOverList() {
  const client = useClient();
  const [hadSome, setHadSome] = useState(false);
  const passedOver = useQuery({
    queryKey: ['passed-over'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/alerts/passed-over', { signal })),
    retry: false,
    // They are matched a moment after it was asked for, or by themselves.
    refetchInterval: ({ state }) => ((state.data?.total ?? 0) > 0 ? LOOKED_AGAIN_MS : false),
  });
  const { data, error } = passedOver;
  const hasSome = data !== undefined && data.total > 0;
  if (hasSome && !hadSome) setHadSome(true);
  // The list of dead letters above says that it takes an admin's key.
  if (error instanceof WartaError && error.status === FORBIDDEN) return null;
  return (
    <>
      {error === null ? null : <ProblemNotice error={error} onRetry={askAgain(passedOver)} />}
      {passedOver.isPending ? <Skeleton lines={2} isFirst={isFirstWait(passedOver)} /> : null}
      {/* Who settled the last of them reads that it was. */}
      {hasSome || (data !== undefined && hadSome) ? <PassedOver passedOver={data} /> : null}
    </>
  );
}

function PassedOver({ passedOver: { data, total, limit } }: { passedOver: PassedOverArticles }) {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const [withUnlisted, setWithUnlisted] = useState(false);
  const listed = data.map(({ articleId }) => articleId);
  const choosing = useChosen(listed);
  const { chosen } = choosing;
  const unlisted = total - data.length;
  const canBeAll = unlisted > 0 && chosen.length === listed.length;
  const isAll = canBeAll && withUnlisted;
  const about = isAll ? total : chosen.length;
  const settle = useSettling();
  return (
    <section className="passed-over">
      <h2 ref={heading} tabIndex={-1}>
        {texts.passedOver(format.number(total))}
      </h2>
      <p className={total === 0 ? 'operations-good' : 'quiet'}>
        {total === 0 ? texts.passedOverNone : texts.passedOverIntro(format.number(limit))}
      </p>
      <ChooseAll open={listed} choosing={choosing} />
      <ul>
        {data.map((article) => (
          <li key={article.articleId} className="card">
            <Article article={article} choosing={choosing} />
          </li>
        ))}
      </ul>
      {chosen.length === 0 ? null : (
        <SettleBar
          says={texts.chosen(about, format.number(about))}
          again={texts.passedOverRetry}
          before={{ warns: texts.passedOverWarning }}
          settle={(how) => settle(isAll ? undefined : [...chosen], how)}
          onSettled={() => {
            choosing.chooseNone();
            setWithUnlisted(false);
            heading.current?.focus();
          }}
        >
          {canBeAll ? (
            <label className="choice">
              <input
                type="checkbox"
                checked={withUnlisted}
                onChange={(event) => setWithUnlisted(event.target.checked)}
              />
              {texts.passedOverUnlisted(format.number(unlisted))}
            </label>
          ) : null}
        </SettleBar>
      )}
    </section>
  );
}

interface ArticleProps {
  readonly article: PassedOverArticles['data'][number];
  readonly choosing: Choosing;
}

function Article({ article, choosing }: ArticleProps) {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const { articleId, feed, failedAt, nextAt, reason } = article;
  return (
    <>
      <ChooseOne id={articleId} name={`${feed}, ${articleId}`} choosing={choosing}>
        {feed}
      </ChooseOne>
      <p>
        <Link to={`/articles/${articleId}`}>{articleId}</Link>
      </p>
      <p>{reason}</p>
      <p className="quiet">
        {texts.passedOverAt(format.dayAndTime(failedAt))}{' '}
        {nextAt === undefined
          ? texts.passedOverNoMore
          : texts.passedOverNext(format.dayAndTime(nextAt))}
      </p>
    </>
  );
}

function useSettling() {
  const texts = useTexts(operationsTexts);
  const format = useFormat();
  const client = useClient();
  const queries = useQueryClient();
  /** @param articleIds all of them when absent, also those that are not listed. */
  return async (articleIds: string[] | undefined, { does }: Settling): Promise<string> => {
    const isAgain = does === 'again';
    const { articles } = isAgain
      ? await answerOf(
          client.POST('/v1/alerts/passed-over/retry', {
            body: articleIds === undefined ? {} : { articleIds },
          }),
        )
      : await answerOf(
          client.POST('/v1/alerts/passed-over/discard', {
            body: articleIds === undefined ? { all: true } : { articleIds },
          }),
        );
    void queries.invalidateQueries({ queryKey: ['passed-over'] });
    return isAgain
      ? texts.passedOverAsked(articles, format.number(articles))
      : texts.passedOverDiscarded(articles, format.number(articles));
  };
}
