import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { EntityPairView } from '../api/answers.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { VolumeChart } from '../search/volume-chart.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { bucketsOfDays } from './day-buckets.ts';
import { entityAddress, mentionAddress } from './entity-links.ts';
import { EntityMark } from './entity-mark.tsx';
import { entitiesTexts } from './entities-texts.ts';
import { QuoteColumn } from './quote-column.tsx';
import { SpanNote } from './span-note.tsx';
import { strengthIn } from './strength-in.ts';
import { useEntityPair, useSpanState } from './use-entities.ts';
import './entities.css';

/** What the articles say of two together. */
export function EntityPairPage() {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { id = '', other = '' } = useParams();
  const { state, change } = useSpanState();
  const pair = useEntityPair(id, other, state);
  const { data } = pair;
  const title = data === undefined ? texts.loading : texts.pairTitle(data.a.name, data.b.name);
  const days = useMemo(() => bucketsOfDays(data?.days ?? []), [data]);
  usePageTitle(title);
  return (
    <div className="page entity-page">
      <header className="entity-head">
        {data === undefined ? null : (
          <p className="chips">
            {[data.a, data.b].map((one) => (
              <span key={one.id} className="pair-name">
                <EntityMark type={one.type} />
                <Link to={entityAddress(one.id, state)}>{one.name}</Link>
              </span>
            ))}
          </p>
        )}
        <h1>{title}</h1>
        {data === undefined ? null : (
          <p className="quiet">
            {texts.together(format.number(data.together))}
            {data.strength === undefined
              ? null
              : `, ${texts.strength(strengthIn(data.strength, format))}`}
          </p>
        )}
      </header>
      {pair.error === null ? null : <ProblemNotice error={pair.error} onRetry={askAgain(pair)} />}
      {pair.isPending ? <Skeleton lines={10} /> : null}
      <SpanNote span={state} change={change} />
      {data === undefined ? null : (
        <>
          {data.partial ? <p className="notice notice-warning">{texts.partial}</p> : null}
          {days.data.length === 0 ? null : (
            <VolumeChart attention={days} state={state} change={change} hasShare={false} />
          )}
          <div className="pair-columns">
            <PairArticles pair={data} />
            <QuoteColumn title={texts.pairQuotes} quotes={data.quotes} none={texts.pairNoQuotes} />
          </div>
        </>
      )}
    </div>
  );
}

function PairArticles({ pair }: { pair: EntityPairView }) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { articles, together } = pair;
  return (
    <section>
      <h2>{texts.pairArticles}</h2>
      {articles.length === 0 ? <p className="quiet">{texts.pairNone}</p> : null}
      {articles.length < together ? (
        <p className="quiet">{texts.pairNewest(format.number(articles.length))}</p>
      ) : null}
      <ol className="pair-articles">
        {articles.map(({ id, feed, title, datedAt, sentences }) => (
          <li key={id}>
            <p className="hit-origin">
              <strong>{feed}</strong>
              <time dateTime={datedAt} title={format.dayAndTime(datedAt)}>
                {format.ago(datedAt)}
              </time>
            </p>
            <h3>
              <Link className="hit-title" to={mentionAddress(id, pair.b.id)}>
                {title ?? texts.untitled}
              </Link>
            </h3>
            {sentences.length === 0 ? <p className="quiet">{texts.pairNoSentence}</p> : null}
            {sentences.map(({ text, field, start }) => (
              <blockquote key={`${field}:${start}`}>{text}</blockquote>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
