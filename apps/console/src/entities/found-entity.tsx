import { Link } from 'react-router';
import type { EntityFound } from '../api/answers.ts';
import { SourceLink } from '../article/article-trace.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { articlesAddress, wikidataAddress } from './entity-links.ts';
import { EntityMark } from './entity-mark.tsx';
import { entitiesTexts } from './entities-texts.ts';
import { isSameName } from './entity-names.ts';

/** One entity among others: what it is, how it is called, in how many articles. */
export function FoundEntity({ entity }: { readonly entity: EntityFound }) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { id, type, name, articles, wikidata, matched } = entity;
  return (
    <p className="found-entity">
      <EntityMark type={type} />
      <Link className="entity-name" to={`/entities/${id}`}>
        {name}
      </Link>
      {isSameName(name, matched) ? null : <span className="quiet">{texts.matched(matched)}</span>}
      <span className="found-more">
        <Link to={articlesAddress(id)}>{texts.articles(format.number(articles))}</Link>
        {wikidata === undefined ? null : (
          <SourceLink url={wikidataAddress(wikidata)}>{wikidata}</SourceLink>
        )}
      </span>
    </p>
  );
}
