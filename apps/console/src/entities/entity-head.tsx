import { Link } from 'react-router';
import type { EntityView } from '../api/answers.ts';
import { SourceLink } from '../article/article-trace.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { SpanState } from './entity-address.ts';
import { articlesAddress, wikidataAddress } from './entity-links.ts';
import { EntityMark } from './entity-mark.tsx';
import { entitiesTexts } from './entities-texts.ts';

interface Props {
  readonly entity: EntityView;
  /** The id or Wikidata id that the address has: that of a merged entity answers another. */
  readonly asked: string;
  readonly span: SpanState;
}

/** Who or what it is, and where more of it is. */
export function EntityHead({ entity, asked, span }: Props) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { id, type, name, wikidata, place, articles, firstSeen, lastSeen, mergedFrom } = entity;
  return (
    <header className="entity-head">
      <p className="chips">
        <EntityMark type={type} />
        {wikidata === undefined ? null : (
          <SourceLink url={wikidataAddress(wikidata)}>Wikidata {wikidata}</SourceLink>
        )}
        {place === undefined ? null : <PlaceLink place={place} />}
      </p>
      <h1>{name}</h1>
      <p className="entity-counts">
        <Link className="button button-main" to={articlesAddress(id, span)}>
          {texts.articles(format.number(articles))}
        </Link>
        <Link className="button" to={{ pathname: '/searches/new', search: `?entity=${id}` }}>
          {texts.follow}
        </Link>
        {firstSeen === undefined || lastSeen === undefined ? null : (
          <span className="quiet">{texts.seen(format.day(firstSeen), format.day(lastSeen))}</span>
        )}
      </p>
      {mergedFrom.length === 0 ? null : (
        <p className="notice notice-warning">
          {mergedFrom.includes(asked.toLowerCase())
            ? texts.merged
            : texts.mergedFrom(format.number(mergedFrom.length))}
        </p>
      )}
    </header>
  );
}

/** Where it lies, on a map of OpenStreetMap. */
function PlaceLink({ place }: { place: NonNullable<EntityView['place']> }) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { latitude, longitude, country } = place;
  const at = `mlat=${latitude}&mlon=${longitude}#map=9/${latitude}/${longitude}`;
  return (
    <span>
      <SourceLink url={`https://www.openstreetmap.org/?${at}`}>
        {texts.coordinates(format.number(latitude), format.number(longitude))}
      </SourceLink>
      {country === undefined ? null : ` ${country}`}
    </span>
  );
}
