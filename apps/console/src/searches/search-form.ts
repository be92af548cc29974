import type { SavedSearch, SaveSearch } from '../api/answers.ts';
import {
  countFilters,
  filterParameters,
  isEntityId,
  listFilters,
  searchFromAddress,
  searchToAddress,
} from '../search/search-address.ts';
import type { SearchState } from '../search/search-address.ts';

export const digests = ['none', 'hourly', 'daily'] as const;
export type Digest = (typeof digests)[number];

/** As many receivers as the service takes of one search. */
export const RECEIVERS_MAX = 5;
export const NAME_LENGTH_MAX = 200;
export const ENTITY_LENGTH_MAX = 200;

/** A saved search as it stands in the form. */
export interface SearchForm {
  readonly name: string;
  /** What is looked for; order, copies and a moment in the past mean nothing for what is to come. */
  readonly search: SearchState;
  /** One entity whom all articles name: its id, or any of its names. */
  readonly entity: string;
  /** In which its days are meant, when it was saved with one. */
  readonly timeZone: string | undefined;
  /** Addresses of receivers; empty ones are lines not yet filled in. */
  readonly receivers: readonly string[];
  readonly digest: Digest;
  readonly paused: boolean;
}

/** What the search page, or a reload, left in the address. */
export function formFromAddress(parameters: URLSearchParams): SearchForm {
  const entity = (parameters.get('entity') ?? '').slice(0, ENTITY_LENGTH_MAX);
  return {
    name: (parameters.get('name') ?? '').slice(0, NAME_LENGTH_MAX),
    search: lasting(searchFromAddress(parameters)),
    entity,
    timeZone: undefined,
    receivers: [],
    digest: 'none',
    paused: false,
  };
}

/** What of a new search is kept in the address. Receivers are not: their addresses may be secret. */
export function formToAddress({ name, search, entity }: SearchForm): URLSearchParams {
  const parameters = searchToAddress(lasting(search));
  if (name !== '') parameters.set('name', name);
  if (entity !== '') parameters.set('entity', entity);
  return parameters;
}

/** The page of the search, where all its hits are. */
export function hitsAddress({ search, entity }: SearchForm): URLSearchParams {
  const parameters = searchToAddress(search);
  const named = entity.trim();
  if (isEntityId(named)) parameters.set('entity', named);
  else if (named !== '') parameters.set('q', withEntity(search.q, named));
  return parameters;
}

export function formOf({ name, q, filters, notify, paused }: SavedSearch): SearchForm {
  const parameters = new URLSearchParams(q === undefined ? {} : { q });
  for (const filter of listFilters) {
    for (const value of filters[filter] ?? []) parameters.append(filter, value);
  }
  const bare = searchFromAddress(parameters);
  return {
    name,
    // Dates as they were saved, in whatever way the service takes them.
    search: { ...bare, from: filters.from, to: filters.to },
    entity: filters.entity ?? '',
    timeZone: filters.timeZone,
    receivers: notify.webhooks.map(({ url }) => url),
    digest: notify.digest,
    paused,
  };
}

/** The body of a request that saves it. @param timeZone of the browser, for days without one. */
export function bodyOf(form: SearchForm, timeZone: string): SaveSearch {
  const { name, receivers, digest, paused } = form;
  return {
    name: name.trim(),
    ...lookedFor(form, timeZone),
    notify: {
      webhooks: receivers
        .map((url) => url.trim())
        .filter((url) => url !== '')
        .map((url) => ({ url })),
      digest,
    },
    paused,
  };
}

/** A saved one as the body that saves it again. */
export function bodyOfSaved({ name, q, filters, notify, paused }: SavedSearch): SaveSearch {
  return { name, ...(q === undefined ? {} : { q }), filters, notify, paused };
}

/** What the form looks for, as searches and back-tests take it. */
export function lookedFor(
  { search, entity, timeZone: saved }: SearchForm,
  timeZone: string,
): Pick<SaveSearch, 'q' | 'filters'> {
  const { q, asOf: _asOf, ...filters } = filterParameters(search, saved ?? timeZone);
  const named = entity.trim();
  return {
    ...(q === undefined ? {} : { q }),
    filters: { ...filters, ...(named === '' ? {} : { entity: named }) },
  };
}

/** Nothing typed and nothing chosen: every article would be an alert. */
export function isBoundless({ search, entity }: SearchForm): boolean {
  return search.q.trim() === '' && entity.trim() === '' && countFilters(search) === 0;
}

/** Where the service tells what is wrong with a receiver: it never sees the empty lines. */
export function receiverPointer(receivers: readonly string[], line: number): string {
  const index = receivers.slice(0, line).filter((url) => url.trim() !== '').length;
  return `/notify/webhooks/${index}/url`;
}

const lasting = (search: SearchState): SearchState => ({
  ...search,
  // The form has it in a field of its own.
  entity: undefined,
  sort: undefined,
  asOf: undefined,
  showsCopies: false,
});

/** The search page takes an entity by its id alone; by a name it is one more thing to search for. */
function withEntity(q: string, entity: string): string {
  const name = entity.replaceAll(/["()]/g, ' ').trim();
  return q.trim() === '' ? name : `(${q.trim()}) (${name})`;
}
