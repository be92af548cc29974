/**
 * The address that all the ways to one page have in common, to relate articles by. Never an
 * identity: ids are made of the ingestor's frozen `identityUrl`, and what is wrongly merged here
 * only makes two articles look at each other's text. So this may become cleverer at any time.
 *
 * Left out: scheme, user, `www.`, hosts and paths of mobile and AMP pages (also those that an AMP
 * cache serves), default pages, page numbers, tracking parameters, fragments that are no route,
 * trailing slashes, and the order of parameters.
 *
 * @returns undefined for an address that names no page of its own: the front of a site.
 */
export function canonicalUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = originOfAmpCache(new URL(url));
  const host = canonicalHost(parsed);
  const path = canonicalPath(parsed.pathname);
  const query = canonicalQuery(parsed.search, path !== '/');
  const route = /^#[!/]./.test(parsed.hash) ? parsed.hash : '';
  if (host === '' || (path === '/' && query === '' && route === '')) return undefined;
  return `${host}${path}${query}${route}`;
}

/**
 * A cache of AMP pages keeps the page's address in its path: `/c/` (a page), `/v/` (in a viewer),
 * then `s/` for https, then host and path (AMP cache URL format, amp.dev).
 */
function originOfAmpCache(url: URL): URL {
  let origin = url;
  for (;;) {
    const cached = ampCacheHost.test(origin.hostname)
      ? ampCachePath.exec(origin.pathname)?.[1]
      : undefined;
    if (cached === undefined || !URL.canParse(`https://${cached}`)) return origin;
    const { search } = origin;
    origin = new URL(`https://${cached}`);
    origin.search = search;
  }
}

const ampCacheHost = /^(?:.+\.cdn\.ampproject\.org|cdn\.ampproject\.org|www\.google\.[a-z.]+)$/;
const ampCachePath = /^\/(?:amp|[cv])\/(?:s\/)?([^/]+\.[^/]+\/.*)$/;

/** `m.`, `amp.` and the like only before a domain that is whole without them. */
function canonicalHost({ hostname, port }: URL): string {
  const labels = hostname.split('.').filter((label) => label !== '');
  while (labels.length > 2 && otherFace.test(labels[0] ?? '')) labels.shift();
  return `${labels.join('.')}${port === '' || port === '80' || port === '443' ? '' : `:${port}`}`;
}

const otherFace = /^(?:www\d?|m|mobile|mobi|amp|touch|wap|web)$/;

function canonicalPath(pathname: string): string {
  let segments = pathname.split('/').filter((segment) => segment !== '');
  for (;;) {
    const less = withoutLastDress(segments);
    if (less === segments) break;
    segments = less;
  }
  let first = 0;
  while (segments.length - first > 1 && face.test(segments[first] ?? '')) first += 1;
  return `/${segments.slice(first).join('/')}`;
}

/** One thing less at the end, or the same array: what is left of a path must name something. */
function withoutLastDress(segments: string[]): string[] {
  const last = segments.at(-1) ?? '';
  const others = segments.slice(0, -1);
  if (defaultPage.test(last)) return others;
  const plain = last.replace(ampEnding, '$1');
  if (plain !== last && plain !== '') return [...others, plain];
  if (others.length === 0) return segments;
  // Not when it is all there is: `/amp` may be an article about AMP.
  if (face.test(last)) return others;
  if (others.length > 1 && others.at(-1) === 'page' && number.test(last))
    return others.slice(0, -1);
  return segments;
}

/** `story.amp.html`, `story.amp`. */
const ampEnding = /(?:\.amp)+(\.html?|)$/;
const defaultPage = /^(?:index|default)\.(?:html?|php|aspx?)$/i;
const face = /^(?:amp|m|mobile)$/i;
const number = /^\d{1,3}$/;

function canonicalQuery(search: string, hasPath: boolean): string {
  const parameters = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isIdle(parameter, hasPath))
    .sort();
  return parameters.length === 0 ? '' : `?${parameters.join('&')}`;
}

/** Says how someone came here or how the page is shown, not which page it is. */
function isIdle(parameter: string, hasPath: boolean): boolean {
  const [name = '', value = ''] = parameter.toLowerCase().split('=', 2);
  if (tracking.test(name) || shown.test(name)) return true;
  // On the front of a site, `?p=123` is how an article is named.
  return hasPath && paging.test(name) && /^(?:\d{1,3}|all)$/.test(value);
}

/** Names that analytics, advertisers and newsletters document for their own use. */
const tracking =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|__twitter_impression|cmpid|ocid|icid|ncid|ns_[a-z_]+|at_(?:medium|campaign|custom\d|link.*|ptr.*|format|bbc_team)|smid|srnd|sref|spm|xtor|guccounter|guce_referrer(?:_sig)?|usqp|amp_js_v|amp_gsa|tag_from|ref|referrer|ref_src|ref_url|source|src|from)$/;
/** The same page in another dress. */
const shown = /^(?:amp|outputtype|output|view|m|mobile|print|single|showall)$/;
const paging = /^(?:page|paged|p|hal|halaman|pg)$/;
