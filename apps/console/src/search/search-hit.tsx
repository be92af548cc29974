import { Link } from 'react-router';
import type { ArticleHit } from '../api/answers.ts';
import { Highlighted } from '../texts/highlighted.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HitQuotes } from './hit-quotes.tsx';
import { fragmentsBesideQuotes } from './quoted-hit.ts';
import { searchTexts } from './search-texts.ts';
import './search-hit.css';

/** Names shown of a hit: those it is about, as many as fit on a line or two. */
const ENTITIES_SHOWN = 5;

interface Props {
  readonly hit: ArticleHit;
  readonly asOf?: string | undefined;
}

/** One article among others: where and when, its title, what matched, whom it is about. */
export function SearchHit({ hit, asOf }: Props) {
  const texts = useTexts(searchTexts);
  const title = hit.highlights.title?.[0];
  const copies = hit.copies;
  return (
    <article className="hit">
      <HitOrigin hit={hit} />
      <h3>
        <Link
          className="hit-title"
          to={{ pathname: `/articles/${hit.id}`, search: asOf ? `?asOf=${asOf}` : '' }}
          lang={hit.language}
        >
          {title === undefined ? (hit.title ?? texts.untitled) : <Highlighted fragment={title} />}
        </Link>
      </h3>
      <HitQuotes hit={hit} />
      <HitText hit={hit} />
      <HitEntities hit={hit} />
      {copies === undefined || copies.total < 2 ? null : (
        <Link className="hit-copies" to={`/duplicates/${copies.group}`}>
          {texts.copiesFrom(copies.matching, copies.total)}
        </Link>
      )}
    </article>
  );
}

function HitOrigin({ hit }: { hit: ArticleHit }) {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  const { publishedAt } = hit;
  return (
    <p className="hit-origin">
      <strong>{hit.feed}</strong>
      {hit.section === undefined ? null : <span>{hit.section}</span>}
      {publishedAt === undefined ? (
        <span>{texts.noDate}</span>
      ) : (
        <time dateTime={publishedAt} title={format.dayAndTime(publishedAt)}>
          {format.ago(publishedAt)}
        </time>
      )}
    </p>
  );
}

function HitText({ hit }: { hit: ArticleHit }) {
  const fragments = fragmentsBesideQuotes(hit);
  if (fragments.length === 0 && hit.highlights.body !== undefined) return null;
  return (
    <p className="hit-text" lang={hit.language}>
      {fragments.length === 0
        ? (hit.lead ?? '')
        : fragments.map((fragment, index) => (
            <span key={index}>
              {index === 0 ? null : ' … '}
              <Highlighted fragment={fragment} />
            </span>
          ))}
    </p>
  );
}

function HitEntities({ hit }: { hit: ArticleHit }) {
  const main = hit.entities.filter(({ salience }) => salience === 'main').slice(0, ENTITIES_SHOWN);
  if (main.length === 0) return null;
  return (
    <ul className="chips">
      {main.map(({ id, type, name }) => (
        <li key={id}>
          <Link className="chip" data-entity={type} to={`/entities/${id}`}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
