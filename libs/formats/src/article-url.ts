import { absoluteUrl } from './absolute-url.ts';

/** In the example of a search engine's manual, and so on many thousand sites. */
const EXAMPLE = /^https?:\/\/(?:www\.)?google\.com\/article\/?$/i;

/**
 * The address of an article as a page or its data says it. Templates put a site's front page there, a
 * manual's example, or `True`: articles known by one of those would overwrite one another.
 * @returns nothing when it is no article's.
 */
export function articleUrl(reference: string | undefined, base?: string): string | undefined {
  const isAddress = /^[^#]*[/.?]/.test(reference ?? '');
  const url = isAddress ? absoluteUrl(reference, base) : undefined;
  if (url === undefined || EXAMPLE.test(url)) return undefined;
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '' && !/#[!/]/.test(url) ? undefined : url;
}
