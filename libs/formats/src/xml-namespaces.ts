/** The namespaces that feeds use, by the prefix everybody gives them. */
export const namespaces = {
  at: 'http://purl.org/atompub/tombstones/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  atom03: 'http://purl.org/atom/ns#',
  cc: 'http://creativecommons.org/ns#',
  content: 'http://purl.org/rss/1.0/modules/content/',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  feedburner: 'http://rssnamespace.org/feedburner/ext/1.0',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  georss: 'http://www.georss.org/georss',
  gml: 'http://www.opengis.net/gml',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rss: 'http://purl.org/rss/1.0/',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  thr: 'http://purl.org/syndication/thread/1.0',
  wfw: 'http://wellformedweb.org/CommentAPI/',
  xhtml: 'http://www.w3.org/1999/xhtml',
  yandex: 'http://news.yandex.ru',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
} as const;

const byPrefix: ReadonlyMap<string, string> = new Map(Object.entries(namespaces));

/** What a prefix that the document does not declare stands for; its own namespace when unknown. */
export const namespaceOfPrefix = (prefix: string): string =>
  byPrefix.get(prefix) ?? `urn:undeclared:${prefix}`;
