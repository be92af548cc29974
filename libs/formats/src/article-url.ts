import { absoluteUrl } from './absolute-url.ts';
import { identityUrl } from './identity-url.ts';

/** In the example of a search engine's manual, and so on many thousand sites. */
const EXAMPLE = /^https?:\/\/(?:www\.)?google\.com\/article\/?$/i;
/** `/index.html` is the front page by its other name. */
const FRONT_PATH = /^\/(?:(?:index|default)\.(?:html?|php|aspx?))?$/i;

/**
 * The address of an article as a page or its data says it. Templates put a site's front page there, a
 * manual's example, or `True`: articles known by one of those would overwrite one another.
 * @returns nothing when it is no article's.
 */
export function articleUrl(reference: string | undefined, base?: string): string | undefined {
  const isAddress = /^[^#]*[/.?]/.test(reference ?? '');
  const url = isAddress ? absoluteUrl(reference, base) : undefined;
  return url === undefined || noArticles(url) !== undefined ? undefined : url;
}

/** Why the address, absolute, is that of no article whatever the site: what it is instead. */
export function noArticles(url: string): string | undefined {
  if (EXAMPLE.test(url)) return 'an example of a manual';
  const { pathname, search, hash } = new URL(identityUrl(url));
  const isFront = FRONT_PATH.test(pathname) && search === '' && hash === '';
  return isFront ? 'the front page of its site' : undefined;
}
