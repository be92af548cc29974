import { articleFromAddress, articleToAddress } from '../article/article-address.ts';
import type { Stretch } from '../article/mark-layers.ts';
import { spanToAddress } from './entity-address.ts';
import type { SpanState } from './entity-address.ts';

const NO_SPAN: SpanState = { from: undefined, to: undefined };

/** Addresses that the router of the console knows. */
interface Address {
  readonly pathname: string;
  readonly search: string;
}

/** The search of all articles that mention it, of the same stretch of time. */
export function articlesAddress(id: string, span = NO_SPAN): Address {
  const parameters = new URLSearchParams({ entity: id });
  for (const [name, value] of spanToAddress(span)) parameters.set(name, value);
  return addressOf('/', parameters);
}

export function entityAddress(id: string, span = NO_SPAN): Address {
  return addressOf(`/entities/${encodeURIComponent(id)}`, spanToAddress(span));
}

export function pairAddress(id: string, other: string, span = NO_SPAN): Address {
  const ids = [id, other].map((one) => encodeURIComponent(one));
  return addressOf(`/entities/${ids.join('/with/')}`, spanToAddress(span));
}

/** The article with the quote standing out. */
export function quoteAddress(articleId: string, quote: Stretch): Address {
  const state = articleFromAddress(new URLSearchParams());
  const { start, end } = quote;
  return addressOf(`/articles/${articleId}`, articleToAddress({ ...state, quote: { start, end } }));
}

/** The article with all mentions of the entity standing out. */
export function mentionAddress(articleId: string, entity: string): Address {
  const state = articleFromAddress(new URLSearchParams());
  return addressOf(`/articles/${articleId}`, articleToAddress({ ...state, entity }));
}

export const wikidataAddress = (wikidata: string) =>
  `https://www.wikidata.org/wiki/${encodeURIComponent(wikidata)}`;

function addressOf(pathname: string, parameters: URLSearchParams): Address {
  const search = parameters.toString();
  return { pathname, search: search === '' ? '' : `?${search}` };
}
