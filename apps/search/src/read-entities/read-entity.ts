import type { EntityNeighbour, EntityView, ReadEntity } from '@warta/contracts';
import { foldName } from '../article-index/fold-name.ts';
import type { Entities } from '../entity-book/entities.ts';
import type { EntityName } from '../entity-book/entity-names.ts';
import { readQuotes } from '../search-quotes/quote-pages.ts';
import type { QuotePage } from '../search-quotes/quote-pages.ts';
import type { QuoteQuery } from '../search-quotes/quote-query.ts';
import { toQuoteHits } from '../search-quotes/search-quotes.ts';
import { associationOf, roundedAssociation } from './association.ts';
import { countEntity } from './entity-counts.ts';
import type { EntityCounts } from './entity-counts.ts';

const NEIGHBOURS_SHOWN = 20;
const QUOTES_SHOWN = 5;

/** No article mentions it, or people said that it is none. */
export class UnknownEntityError extends Error {
  override readonly name = 'UnknownEntityError';
}

/**
 * The entity that an id of Warta's or Wikidata's stands for now.
 * @throws UnknownEntityError; TransientError when Elasticsearch cannot answer.
 */
export async function entityOf(entities: Entities, reference: string): Promise<EntityName> {
  const isWikidata = /^q/i.test(reference);
  const asked = isWikidata ? reference.toUpperCase() : reference.toLowerCase();
  if (entities.book.isBlocked(asked)) throw blocked(reference);
  const found = (await entities.names.current([asked])).get(asked);
  if (found !== undefined) return found;
  throw new UnknownEntityError(
    `No live article mentions an entity ${reference}; GET /v1/entities?q= finds those there are.`,
  );
}

function blocked(reference: string): UnknownEntityError {
  return new UnknownEntityError(
    `People said that ${reference} is no entity; GET /v1/corrections?entity= says who and why.`,
  );
}

/**
 * Everything that the articles of a span say of an entity, from the index as it was last refreshed.
 * @throws UnknownEntityError; TransientError when Elasticsearch cannot answer.
 */
export async function readEntity(
  entities: Entities,
  reference: string,
  request: ReadEntity,
): Promise<EntityView> {
  const { book } = entities;
  const { id, type, name, wikidata, place } = await entityOf(entities, reference);
  const members = book.membersOf(id);
  const [counts, by, about] = await Promise.all([
    countEntity(entities, members, request),
    latestQuotes(entities, { request, speaker: { ids: members } }),
    latestQuotes(entities, { request, aboutIds: members, notBy: members }),
  ]);
  const { articles, firstSeen, lastSeen, days, roles } = counts;
  return {
    id,
    type,
    name,
    wikidata,
    mergedFrom: members.filter((member) => member !== id),
    place: type === 'LOCATION' ? place : undefined,
    articles,
    firstSeen,
    lastSeen,
    names: namesOf(entities, id, counts),
    roles: [...roles],
    days: [...days],
    neighbours: await neighboursOf(entities, counts),
    quotesBy: await toQuoteHits(entities, by.quotes),
    quotesAbout: await toQuoteHits(entities, about.quotes),
    partial: counts.partial || by.partial || about.partial,
  };
}

/** The newest that match, each story once. */
export async function latestQuotes(entities: Entities, query: QuoteQuery): Promise<QuotePage> {
  return readQuotes(entities.index, query, {
    size: QUOTES_SHOWN,
    isCollapsed: true,
    preference: 'latest-quotes',
  });
}

function namesOf({ book }: Entities, id: string, { names }: EntityCounts): EntityView['names'] {
  const printed = names.filter(({ name }) => !book.isNotCalled(id, foldName(name)));
  const known = new Set(printed.map(({ name }) => foldName(name)));
  const added = book.namesAddedTo(id).filter((name) => !known.has(foldName(name)));
  return [...printed, ...added.map((name) => ({ name, articles: 0 }))];
}

async function neighboursOf(entities: Entities, counts: EntityCounts): Promise<EntityNeighbour[]> {
  const { all, articles: one, company } = counts;
  const strongest = company
    .map(({ id, both, other }) => {
      const association = associationOf({ all, one, other, both });
      return { id, together: both, articles: other, ...association };
    })
    .sort((a, b) => b.evidence - a.evidence || (a.id < b.id ? -1 : 1))
    .slice(0, NEIGHBOURS_SHOWN);
  const named = await entities.names.of(strongest.map(({ id }) => id));
  return strongest.flatMap(({ id, together, articles, ...association }) => {
    const found = named.get(id);
    if (found === undefined) return [];
    const { type, name, wikidata } = found;
    return [{ id, type, name, wikidata, together, articles, ...roundedAssociation(association) }];
  });
}
