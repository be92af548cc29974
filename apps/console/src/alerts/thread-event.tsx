import { Link } from 'react-router';
import type { AlertEvent } from '../api/answers.ts';
import { SourceLink } from '../article/article-trace.tsx';
import { Highlighted } from '../texts/highlighted.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AlertTitle, Clauses, isErased } from './alert-list.tsx';
import { alertsTexts } from './alerts-texts.ts';

/** One thing that happened: which article, and why it matched. */
export function ThreadEvent({ event }: { readonly event: AlertEvent }) {
  const texts = useTexts(alertsTexts);
  const format = useFormat();
  const { kind, at, article, matched, withdrawnAt, arrivedAt } = event;
  const sentences = matched?.sentences.filter(({ field }) => field === 'body') ?? [];
  return (
    <article>
      <p className="alert-origin">
        <strong className="alert-kind" data-kind={kind}>
          {texts.happenedKinds[kind]}
        </strong>
        <time dateTime={at}>{format.dayAndTime(at)}</time>
        {arrivedAt === undefined ? null : (
          <time dateTime={arrivedAt}>{texts.late(format.dayAndTime(arrivedAt))}</time>
        )}
        <Link to={`/?feed=${encodeURIComponent(article.feed)}`}>{article.feed}</Link>
      </p>
      {isErased(event) ? (
        <p className="quiet">{texts.withdrawnSince(format.dayAndTime(withdrawnAt ?? at))}</p>
      ) : (
        <>
          <h3 lang={article.language}>
            <Link to={`/articles/${article.id}`}>
              <AlertTitle event={event} />
            </Link>
          </h3>
          {sentences.length === 0 ? null : (
            <ul className="alert-sentences" aria-label={texts.sentences} lang={article.language}>
              {sentences.map(({ html }, index) => (
                <li key={index}>
                  <Highlighted fragment={html} />
                </li>
              ))}
            </ul>
          )}
          <Clauses event={event} />
          <NamedEntities event={event} />
          <p className="alert-origin">
            {article.publishedAt === undefined ? null : (
              <time dateTime={article.publishedAt}>
                {texts.published(format.dayAndTime(article.publishedAt))}
              </time>
            )}
            {article.url === undefined ? null : (
              <SourceLink url={article.url}>{texts.readAtSource}</SourceLink>
            )}
          </p>
        </>
      )}
    </article>
  );
}

function NamedEntities({ event: { matched } }: { readonly event: AlertEvent }) {
  const texts = useTexts(alertsTexts);
  if (matched === undefined || matched.entities.length === 0) return null;
  return (
    <ul className="chips" aria-label={texts.entities}>
      {matched.entities.map(({ id, type, name }) => (
        <li key={id}>
          <Link className="chip" data-entity={type} to={`/entities/${id}`}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
