import { absoluteUrl } from './absolute-url.ts';
import { agencyDraft, present } from './agency-draft.ts';
import type { AgencyExtras, Author, Link, Subject } from './agency-draft.ts';
import type { ArticleDraft } from './draft.ts';
import type { FeedElement } from './feed-element.ts';
import { bodyOf, distinct, keywordsOf, ownFields, rightsOf, unreadDates } from './feed-fields.ts';
import { languageIn, languageOf } from './feed-language.ts';
import { mediaOf, withImages } from './feed-media.ts';
import { authorOfLine, authorOfPerson, bylineOf, eachOnce } from './feed-people.ts';
import { placesOf } from './feed-places.ts';
import type { ReadingContext } from './format.ts';
import { htmlLine } from './html-text.ts';
import { instantOf } from './instants.ts';

/** What of a channel holds for its items. */
export interface RssChannel {
  readonly language?: string | undefined;
  readonly section?: string | undefined;
  readonly rights?: string | undefined;
}

/** Elements that hold the article itself; the first that says something is it. */
export const RSS_BODIES = [
  'content:encoded',
  'yandex:full-text',
  'encoded',
  'fulltext',
  'body',
  'xhtml:body',
  'xhtml:div',
  'atom:content',
  'content',
] as const;

/** Elements that say what it is about; the body where there is none of those above. */
export const RSS_SUMMARIES = [
  'description',
  'atom:summary',
  'itunes:summary',
  'dc:description',
  'dcterms:abstract',
  'media:description',
  'itunes:subtitle',
] as const;

const PUBLISHED = [
  'pubdate',
  'atom:published',
  'dcterms:issued',
  'atom:issued',
  'dc:date',
] as const;
const UPDATED = ['atom:updated', 'dcterms:modified', 'atom:modified', 'lastbuilddate'] as const;

/** One item of RSS, whatever it lacks. */
export function rssDraft(
  item: FeedElement,
  channel: RssChannel,
  context: ReadingContext,
): ArticleDraft {
  const authors = authorsOf(item);
  const { element, body, summary, more } = textsOf(item);
  const url = urlOf(item);
  const instant = (names: readonly string[]) =>
    item
      .all(...names)
      .map(({ text }) => instantOf(text, context.timeZone))
      .find((found) => found !== undefined);
  return agencyDraft({
    id: idOf(item),
    url,
    title: item.first('title', 'dc:title', 'atom:title', 'itunes:title', 'media:title')?.line,
    ...body,
    publishedAt: instant([...PUBLISHED, 'date']),
    updatedAt: instant(UPDATED),
    language:
      languageIn(item.first('dc:language', 'language')) ??
      languageOf(item.element, channel.language),
    byline: bylineOf(authors),
    section: item.first('prism:section', 'slash:section', 'section')?.line ?? channel.section,
    extras: {
      ...more,
      ...ownFields(item, consumed),
      ...unreadDates(item, [...PUBLISHED, ...UPDATED, 'date'], context.timeZone),
      summary,
      keywords: distinct([...plainCategories(item), ...keywordsOf(item)]),
      subjects: subjectsOf(item),
      authors,
      media: withImages(mediaOf(item), element),
      links: linksOf(item, url),
      rights: rightsOf(item) ?? channel.rights,
      source: sourceOf(item),
      places: placesOf(item),
    } satisfies AgencyExtras,
  });
}

function idOf(item: FeedElement): string | undefined {
  const said = item.first('guid', 'atom:id')?.text ?? item.attribute('about');
  return said ?? item.first('dc:identifier', 'dcterms:identifier')?.text;
}

/** Of several addresses the last, as readers do. A guid is one unless it says that it is none. */
function urlOf(item: FeedElement): string | undefined {
  const guid = item.first('guid');
  const isAddress = guid !== undefined && guid.attribute('ispermalink')?.toLowerCase() !== 'false';
  return (
    item
      .all('link')
      .map((link) => link.url() ?? link.url('href'))
      .findLast((url) => url !== undefined) ??
    atomLinks(item).find(({ rel }) => rel === 'alternate')?.url ??
    (isAddress ? absoluteUrl(guid.text) : undefined) ??
    absoluteUrl(item.attribute('about'))
  );
}

/**
 * Without a text for readers the first summary is the article; a title alone is one without a body.
 * Of the summaries the first that says something else is kept as such, the others by their names.
 */
function textsOf(item: FeedElement) {
  const element = item.first(...RSS_BODIES) ?? item.first(...RSS_SUMMARIES);
  const text = element?.text ?? '';
  // A long text is compared as it is written: no summary is as long.
  const said = new Set(text.length > SUMMARY_LENGTH_MAX ? [] : [htmlLine(text)]);
  const others = RSS_SUMMARIES.flatMap((name) => {
    const found = item.first(name);
    const line = found === undefined || found.text === text ? undefined : found.line;
    if (line === undefined || said.has(line)) return [];
    said.add(line);
    return [[name, line] as const];
  });
  const [summary, ...more] = others;
  return { element, body: bodyOf(text), summary: summary?.[1], more: Object.fromEntries(more) };
}

function authorsOf(item: FeedElement): Author[] {
  return eachOnce([
    ...item.all('author').map((author) => authorOfPerson(author)),
    ...item.all('dc:creator', 'dcterms:creator', 'dc:author').map(({ text }) => authorOfLine(text)),
    ...item.all('atom:author').map((author) => authorOfPerson(author)),
    ...item.all('itunes:author').map(({ text }) => authorOfLine(text)),
    ...item
      .all('media:credit')
      .filter((credit) => credit.attribute('role')?.toLowerCase() === 'author')
      .map(({ text }) => authorOfLine(text)),
    ...item.all('dc:contributor', 'dcterms:contributor').map(({ text }) => {
      const author = authorOfLine(text);
      return author && { ...author, role: 'contributor' };
    }),
    ...item.all('atom:contributor').map((one) => authorOfPerson(one, 'contributor')),
  ]);
}

const plainCategories = (item: FeedElement) =>
  item
    .all('category')
    .filter((category) => category.attribute('domain') === undefined)
    .map((category) => category.line ?? category.attribute('text'));

/** Categories of somebody's list. */
function subjectsOf(item: FeedElement): Subject[] {
  const ofDomain = item.all('category').map((category) => ({
    name: category.line,
    scheme: category.attribute('domain'),
  }));
  const ofAtom = item.all('atom:category').map((category) => ({
    code: category.attribute('term'),
    name: category.attribute('label') ?? category.line,
    scheme: category.attribute('scheme'),
  }));
  return [...ofDomain.filter(({ name, scheme }) => name && scheme), ...ofAtom]
    .map((subject) => present(subject) as Subject)
    .slice(0, SUBJECTS_MAX);
}

const SUBJECTS_MAX = 100;
const SUMMARY_LENGTH_MAX = 2_000;
const LINKS_MAX = 100;

function atomLinks(item: FeedElement) {
  return item.all('atom:link').map((link) => ({
    url: link.url('href') ?? link.url(),
    rel: link.attribute('rel')?.toLowerCase() ?? 'alternate',
    title: link.attribute('title'),
    type: link.attribute('type'),
  }));
}

/** Other pages: its comments, what it names as related, the address behind a counting one. */
function linksOf(item: FeedElement, url: string | undefined): Link[] {
  const of = (rel: string, ...names: readonly string[]) =>
    item.all(...names).map((element) => ({ url: element.url() ?? element.url('resource'), rel }));
  const links = [
    ...of('alternate', 'link'),
    ...atomLinks(item).filter(({ rel }) => rel !== 'self'),
    ...of('replies', 'comments'),
    ...of('replies', 'wfw:commentrss').map((link) => ({ ...link, type: 'application/rss+xml' })),
    ...of('canonical', 'feedburner:origlink', 'prism:url'),
    ...of('related', 'dc:relation', 'dcterms:relation', 'dcterms:references'),
  ];
  return links
    .filter((link) => link.url !== undefined && !(link.url === url && link.rel === 'alternate'))
    .map((link) => present(link) as Link)
    .slice(0, LINKS_MAX);
}

/** Where it came from: the feed it was taken from, or who published it first. */
function sourceOf(item: FeedElement) {
  const [source] = item.all('source', 'atom:source', 'dc:source', 'dc:publisher');
  if (source === undefined) return undefined;
  const name = (source.first('title', 'atom:title') ?? source).line;
  const found = present({ name, url: source.url('url') ?? source.url() });
  return Object.keys(found).length === 0 ? undefined : found;
}

/** What has its place above, and so is not kept once more under its own name. */
const consumed: ReadonlySet<string> = new Set([
  ...[...RSS_BODIES, ...RSS_SUMMARIES, ...PUBLISHED, ...UPDATED],
  ...'guid link title category author comments enclosure source image keywords date'.split(' '),
  ...'language section rights copyright atom:id dc:identifier dcterms:identifier'.split(' '),
  ...'dc:title atom:title itunes:title media:title dc:language prism:section'.split(' '),
  ...'slash:section dc:creator dcterms:creator dc:author atom:author itunes:author media:credit'.split(
    ' ',
  ),
  ...'dc:contributor dcterms:contributor atom:contributor atom:category atom:link'.split(' '),
  ...'wfw:commentrss feedburner:origlink prism:url dc:relation dcterms:relation'.split(' '),
  ...'dcterms:references atom:source dc:source dc:publisher dc:subject dcterms:subject'.split(' '),
  ...'itunes:keywords media:keywords prism:keyword media:category itunes:category'.split(' '),
  ...'dc:rights atom:rights media:copyright creativeCommons:license cc:license'.split(' '),
  ...'dcterms:license itunes:image itunes:duration media:content media:group'.split(' '),
  ...'media:thumbnail media:player georss:point georss:where georss:featurename'.split(' '),
  ...'geo:point geo:lat geo:long geo:lon dc:coverage dcterms:spatial'.split(' '),
]);
