/** Filters of which several values may be chosen, by their names in the API and in the address. */
export const listFilters = ['feed', 'lang', 'person', 'organization', 'place', 'section'] as const;
export type ListFilter = (typeof listFilters)[number];

export const sorts = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof sorts)[number];

/** Everything that a search is: two people with the same address see the same. */
export interface SearchState {
  readonly q: string;
  readonly filters: Readonly<Record<ListFilter, readonly string[]>>;
  /** Whom or what the articles mention, whatever its type: its id. */
  readonly entity?: string | undefined;
  /** Days or instants; `to` is the first that is no more in it. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Without it by relevance when something is searched for, else the newest first. */
  readonly sort: Sort | undefined;
  /** The articles as they were at that moment. */
  readonly asOf: string | undefined;
  /** Copies of one text shown each rather than once. */
  readonly showsCopies: boolean;
}

const VALUES_MAX = 50;
const LENGTH_MAX = 2_000;

/** Reads any address: what is no value of a search is as if it were not there. */
export function searchFromAddress(parameters: URLSearchParams): SearchState {
  const filters = Object.fromEntries(
    listFilters.map((name) => [name, valuesOf(parameters, name)]),
  ) as Record<ListFilter, string[]>;
  const entity = parameters.get('entity');
  return {
    q: (parameters.get('q') ?? '').slice(0, LENGTH_MAX),
    filters,
    ...(entity === null || !isEntityId(entity) ? {} : { entity }),
    from: dateIn(parameters.get('from')),
    to: dateIn(parameters.get('to')),
    sort: sorts.find((sort) => sort === parameters.get('sort')),
    asOf: dateIn(parameters.get('asOf')),
    showsCopies: parameters.get('copies') === 'shown',
  };
}

/** The shortest address of a search; `searchFromAddress` reads the same search from it. */
export function searchToAddress(state: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.q !== '') parameters.set('q', state.q);
  for (const name of listFilters) {
    for (const value of state.filters[name]) parameters.append(name, value);
  }
  for (const name of ['entity', 'from', 'to', 'sort', 'asOf'] as const) {
    const value = state[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (state.showsCopies) parameters.set('copies', 'shown');
  return parameters;
}

/** The parameters by which the API narrows any search, attention and exports too. */
export function filterParameters(state: SearchState, timeZone: string) {
  const q = state.q.trim();
  const lists = listFilters.flatMap((name) => {
    const values = state.filters[name];
    return values.length === 0 ? [] : [[name, [...values]] as const];
  });
  return {
    ...(q === '' ? {} : { q }),
    ...(Object.fromEntries(lists) as Partial<Record<ListFilter, string[]>>),
    ...(state.entity === undefined ? {} : { entity: state.entity }),
    ...(state.from === undefined ? {} : { from: state.from }),
    ...(state.to === undefined ? {} : { to: state.to }),
    ...(state.asOf === undefined ? {} : { asOf: asInstant(state.asOf) }),
    ...(hasDays(state) ? { timeZone } : {}),
  };
}

/** Days are those of where the person is: those of the fields, and those that were typed. */
function hasDays({ q, from, to }: SearchState): boolean {
  return from !== undefined || to !== undefined || /\bdate:/i.test(q);
}

/** With the value chosen, or no longer when it was. */
export function toggledFilter(state: SearchState, name: ListFilter, value: string): SearchState {
  const values = state.filters[name];
  const next = values.includes(value)
    ? values.filter((one) => one !== value)
    : [...values, value].slice(-VALUES_MAX);
  return { ...state, filters: { ...state.filters, [name]: next } };
}

/** The same words, nothing narrowed. */
export function withoutFilters(state: SearchState): SearchState {
  const { filters } = searchFromAddress(new URLSearchParams());
  const none = { entity: undefined, from: undefined, to: undefined, asOf: undefined };
  return { ...state, filters, ...none };
}

export function countFilters({ filters, entity, from, to, asOf }: SearchState): number {
  const chosen = listFilters.reduce((sum, name) => sum + filters[name].length, 0);
  const others = [entity, from ?? to, asOf].filter((one) => one !== undefined);
  return chosen + others.length;
}

function valuesOf(parameters: URLSearchParams, name: ListFilter): string[] {
  const values = parameters.getAll(name).filter((value) => value !== '');
  return [...new Set(values)].slice(0, VALUES_MAX);
}

/** An id of Warta or of Wikidata, rather than a name. */
export const isEntityId = (entity: string) => ENTITY.test(entity);

const ENTITY = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Q[1-9]\d{0,15})$/i;

/** Days as 2026-11-23, instants as 2026-11-23T08:00:00Z or with an offset. */
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** A date or instant of an address, nothing when it is none. */
export function dateIn(value: string | null): string | undefined {
  if (value === null || !DATE.test(value)) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : value;
}

/** A day means its beginning where the browser is. */
export function asInstant(date: string): string {
  return date.length === 10 ? new Date(`${date}T00:00:00`).toISOString() : date;
}
