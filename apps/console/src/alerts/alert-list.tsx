import type { RefObject } from 'react';
import { Link } from 'react-router';
import type { Alert, AlertEvent } from '../api/answers.ts';
import { useListKeys } from '../shell/use-list-keys.ts';
import { Highlighted } from '../texts/highlighted.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { alertsTexts } from './alerts-texts.ts';

interface Props {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly alerts: readonly Alert[];
}

/** The alerts; j and k go from title to title. */
export function AlertList({ list, alerts }: Props) {
  const texts = useTexts(alertsTexts);
  useListKeys(list, '.alert-title');
  return (
    <ol ref={list} className="alerts" aria-label={texts.list}>
      {alerts.map((alert) => (
        <li key={alert.id}>
          <AlertSummary alert={alert} />
        </li>
      ))}
    </ol>
  );
}

function AlertSummary({ alert }: { readonly alert: Alert }) {
  const texts = useTexts(alertsTexts);
  const format = useFormat();
  const { id, search, first, latest, changedAt, articles } = alert;
  const shown = isErased(first) ? latest : first;
  const sentence = shown.matched?.sentences.find(({ field }) => field === 'body');
  return (
    <article className="alert">
      <p className="alert-origin">
        <KindChip event={latest} />
        <Link to={`/searches/${search.id}`}>{search.name}</Link>
        <time dateTime={changedAt} title={format.dayAndTime(changedAt)}>
          {format.ago(changedAt)}
        </time>
        <span>{shown.article.feed}</span>
        {articles > 1 ? (
          <Link to={`/duplicates/${alert.duplicateGroup}`}>
            {texts.articles(format.number(articles))}
          </Link>
        ) : null}
      </p>
      <h2>
        <Link className="alert-title" to={`/alerts/${id}`} lang={shown.article.language}>
          <AlertTitle event={shown} />
        </Link>
      </h2>
      {isErased(shown) ? (
        <p className="quiet">{texts.erased}</p>
      ) : sentence === undefined ? null : (
        <p className="alert-text" lang={shown.article.language}>
          <Highlighted fragment={sentence.html} />
        </p>
      )}
      <Clauses event={shown} />
    </article>
  );
}

/** Told of, and may no longer be shown. */
export const isErased = ({ kind, withdrawnAt }: AlertEvent) =>
  kind === 'withdrawn' || withdrawnAt !== undefined;

/** What happened, in words and colour. */
export function KindChip({ event: { kind } }: { readonly event: AlertEvent }) {
  const texts = useTexts(alertsTexts);
  return (
    <span className="chip alert-kind" data-kind={kind}>
      {texts.kinds[kind]}
    </span>
  );
}

/** The title with what matched in it. */
export function AlertTitle({ event }: { readonly event: AlertEvent }) {
  const texts = useTexts(alertsTexts);
  const { article, matched } = event;
  const title = matched?.sentences.find(({ field }) => field === 'title');
  if (title !== undefined) return <Highlighted fragment={title.html} />;
  return article.title ?? (isErased(event) ? texts.withdrawnTitle : texts.untitled);
}

/** The parts of the search that were true of it, as typed. */
export function Clauses({ event: { matched } }: { readonly event: AlertEvent }) {
  const texts = useTexts(alertsTexts);
  if (matched === undefined || matched.clauses.length === 0) return null;
  return (
    <p className="alert-clauses">
      <span className="quiet">{texts.matched}:</span>
      {matched.clauses.map((clause, index) => (
        <code key={index}>{clause}</code>
      ))}
    </p>
  );
}
