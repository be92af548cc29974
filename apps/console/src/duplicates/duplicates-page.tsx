import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { DuplicateMember } from '../api/answers.ts';
import { delayBetween } from '../article/delay.ts';
import { SourceLink } from '../article/article-trace.tsx';
import { useClient } from '../session/session.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useListKeys } from '../shell/use-list-keys.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { duplicatesTexts } from './duplicates-texts.ts';
import './duplicates.css';

/** Who told one text, in the order of time, with how long after the first. */
export function DuplicatesPage() {
  const texts = useTexts(duplicatesTexts);
  const { group = '' } = useParams();
  const client = useClient();
  const format = useFormat();
  const copies = useInfiniteQuery({
    queryKey: ['duplicates', group],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === undefined ? {} : { cursor: pageParam };
      const params = { path: { group }, query };
      return answerOf(client.GET('/v1/duplicates/{group}', { params, signal }));
    },
    getNextPageParam: ({ next }) => next,
  });
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list, 'h2 a');
  const [first] = copies.data?.pages ?? [];
  const heading =
    first === undefined ? texts.loading : texts.title(first.total, format.number(first.total));
  usePageTitle(heading);
  const members = copies.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <div className="page page-narrow duplicates-page">
      <h1>{heading}</h1>
      {copies.isPending ? <Skeleton lines={8} /> : null}
      {copies.error === null ? null : (
        <ProblemNotice error={copies.error} onRetry={askAgain(copies)} />
      )}
      {first === undefined ? null : (
        <p className="quiet">
          {first.total === 1
            ? texts.alone
            : `${texts.outlets(first.outlets, format.number(first.outlets))}. ${texts.intro}`}
        </p>
      )}
      {copies.data?.pages.some(({ partial }) => partial) ? (
        <p className="notice notice-warning">{texts.partial}</p>
      ) : null}
      <ol ref={list} className="copies">
        {members.map((member, index) => (
          <li key={member.id} className={member.leads ? 'copy copy-first' : 'copy'}>
            <Copy member={member} firstAt={members[0]?.at ?? member.at} isFirst={index === 0} />
          </li>
        ))}
      </ol>
      {copies.hasNextPage ? (
        <button
          className="button"
          type="button"
          aria-disabled={copies.isFetchingNextPage}
          onClick={() => copies.isFetchingNextPage || void copies.fetchNextPage()}
        >
          {texts.more}
        </button>
      ) : null}
    </div>
  );
}

interface CopyProps {
  readonly member: DuplicateMember;
  readonly firstAt: string;
  readonly isFirst: boolean;
}

function Copy({ member, firstAt, isFirst }: CopyProps) {
  const texts = useTexts(duplicatesTexts);
  const format = useFormat();
  const { id, feed, title, url, at, leads, similarity, kind, delaySeconds } = member;
  const delay = delaySeconds === 0 ? undefined : delayBetween(firstAt, at, format);
  const same =
    kind === 'exact' || similarity === 1
      ? texts.exact
      : similarity === undefined
        ? undefined
        : texts.similarity(format.percent(similarity));
  return (
    <>
      <p className="copy-head">
        <Link className="copy-feed" to={`/?feed=${encodeURIComponent(feed)}`}>
          {feed}
        </Link>
        <time dateTime={at}>{format.dayAndTime(at)}</time>
        <span className="quiet">
          {isFirst ? texts.first : delay === undefined ? texts.atOnce : texts.later(delay)}
        </span>
      </p>
      <h2>
        <Link to={`/articles/${id}`}>{title ?? id}</Link>
      </h2>
      <p className="copy-head">
        {leads ? <strong className="chip">{texts.leads}</strong> : null}
        {same === undefined ? null : <span className="chip">{same}</span>}
        {url === undefined ? null : <SourceLink url={url}>{texts.readAtSource}</SourceLink>}
      </p>
    </>
  );
}
