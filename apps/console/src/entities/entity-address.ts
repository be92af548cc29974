import { asInstant, dateIn } from '../search/search-address.ts';

/** What an entity can be, in the order in which they are offered. */
export const entityTypes = ['PERSON', 'ORGANIZATION', 'LOCATION', 'EVENT'] as const;
export type EntityType = (typeof entityTypes)[number];

/** What entities are looked for by. */
export interface FindState {
  readonly q: string;
  readonly type: EntityType | undefined;
}

/** The stretch of time that is told of; `to` is the first moment that is no more in it. */
export interface SpanState {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What quotes are looked for by: ids or names of who says it and of whom it names, and its words. */
export interface QuotesState extends SpanState {
  readonly speaker: string;
  readonly about: string;
  readonly q: string;
}

/** Longest names and words that the service takes. */
const NAME_LENGTH_MAX = 200;
const WORDS_LENGTH_MAX = 512;

export function findFromAddress(parameters: URLSearchParams): FindState {
  return {
    q: textIn(parameters, 'q', NAME_LENGTH_MAX),
    type: entityTypes.find((type) => type === parameters.get('type')),
  };
}

export function findToAddress({ q, type }: FindState): URLSearchParams {
  return written({ q, type });
}

export function spanFromAddress(parameters: URLSearchParams): SpanState {
  return { from: dateIn(parameters.get('from')), to: dateIn(parameters.get('to')) };
}

export function spanToAddress({ from, to }: SpanState): URLSearchParams {
  return written({ from, to });
}

export function quotesFromAddress(parameters: URLSearchParams): QuotesState {
  return {
    speaker: textIn(parameters, 'speaker', NAME_LENGTH_MAX),
    about: textIn(parameters, 'about', NAME_LENGTH_MAX),
    q: textIn(parameters, 'q', WORDS_LENGTH_MAX),
    ...spanFromAddress(parameters),
  };
}

export function quotesToAddress({ speaker, about, q, from, to }: QuotesState): URLSearchParams {
  return written({ speaker, about, q, from, to });
}

/** As the API takes a span: days begin where the browser is, not in Greenwich. */
export function spanParameters({ from, to }: SpanState): { from?: string; to?: string } {
  return {
    ...(from === undefined ? {} : { from: asInstant(from) }),
    ...(to === undefined ? {} : { to: asInstant(to) }),
  };
}

const textIn = (parameters: URLSearchParams, name: string, lengthMax: number) =>
  (parameters.get(name) ?? '').slice(0, lengthMax);

function written(values: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') parameters.set(name, value);
  }
  return parameters;
}
