/** Set by campaigns on their way to the page; they never choose another article. */
const trackingParameter = /^(?:utm_[a-z0-9_]*|fbclid|gclid)$/i;

/** Fragments with which an application in the browser chooses what to show. */
const routeFragment = /^#[!/]/;

/**
 * The identity URL, version 1. FROZEN: article ids are made of it, so that another result for any
 * URL would make a second article of an old one. Its test vectors may grow, never change.
 *
 * Two URLs become one only where no publisher tells articles apart: scheme and host in small
 * letters, default port, user and password, dot segments (as in any URL parser), tracking
 * parameters, empty parameters, and the fragment unless it is a route (`#!…`, `#/…`). Everything
 * else counts, order of parameters, trailing slash, `www.` and http against https included: a
 * false split shows an article twice, a false merge destroys one.
 *
 * @param url an absolute http or https URL.
 */
export function identityUrl(url: string): string {
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  if (!routeFragment.test(parsed.hash)) parsed.hash = '';
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !trackingParameter.test(nameOf(parameter)))
    .join('&');
  // With its mark: the setter takes a first "?" for one, and "??a" would lose a letter of its query.
  parsed.search = query === '' ? '' : `?${query}`;
  return parsed.href;
}

function nameOf(parameter: string): string {
  const [name = ''] = parameter.split('=', 1);
  return name;
}
