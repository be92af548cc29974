import { absoluteUrl } from './absolute-url.ts';
import { agencyDraft, present } from './agency-draft.ts';
import type { AgencyExtras, Author, Link, Media, Subject } from './agency-draft.ts';
import { atomLine, atomText } from './atom-text.ts';
import type { ArticleDraft } from './draft.ts';
import type { FeedElement } from './feed-element.ts';
import { distinct, keywordsOf, ownFields, rightsOf, unreadDates } from './feed-fields.ts';
import { languageIn, languageOf } from './feed-language.ts';
import { countOf, mediaOf, withImages } from './feed-media.ts';
import { authorOfLine, authorOfPerson, bylineOf, eachOnce } from './feed-people.ts';
import { placesOf } from './feed-places.ts';
import type { ReadingContext } from './format.ts';
import { instantOf } from './instants.ts';

const LINKS_MAX = 100;
const SUBJECTS_MAX = 100;

const PUBLISHED = ['published', 'issued', 'created', 'dcterms:issued', 'dc:date'] as const;
const UPDATED = ['updated', 'modified', 'dcterms:modified'] as const;

/** What of a feed holds for its entries. */
export interface AtomFeed {
  readonly language?: string | undefined;
  readonly authors: readonly Author[];
  readonly rights?: string | undefined;
}

/** One entry of Atom, whatever it lacks. */
export function atomDraft(
  entry: FeedElement,
  feed: AtomFeed,
  context: ReadingContext,
): ArticleDraft {
  const links = linksOf(entry);
  const url = urlOf(entry, links);
  const authors = authorsOf(entry, feed);
  const { body, summary } = textsOf(entry);
  const instant = (...names: readonly string[]) =>
    entry
      .all(...names)
      .map(({ text }) => instantOf(text, context.timeZone))
      .find((found) => found !== undefined);
  return agencyDraft({
    id: entry.first('id')?.text ?? entry.first('dc:identifier')?.text,
    url,
    title: atomLine(entry.first('title')) ?? entry.first('dc:title', 'media:title')?.line,
    ...body,
    publishedAt: instant(...PUBLISHED),
    updatedAt: instant(...UPDATED),
    language:
      languageOf(entry.element, undefined) ??
      languageIn(entry.first('dc:language')) ??
      feed.language,
    byline: bylineOf(authors),
    section: entry.first('prism:section')?.line,
    extras: {
      ...ownFields(entry, consumed),
      ...unreadDates(entry, [...PUBLISHED, ...UPDATED], context.timeZone),
      summary,
      keywords: distinct([...plainCategories(entry), ...keywordsOf(entry)]),
      subjects: subjectsOf(entry),
      authors,
      media: withImages(
        [...enclosuresOf(entry), ...mediaOf(entry)],
        entry.first('content', 'summary'),
      ),
      links: links
        .filter((link) => !['enclosure', 'self', 'edit'].includes(link.rel) && link.url !== url)
        .map(({ bytes: _bytes, language: _language, ...link }) => present(link) as Link)
        .slice(0, LINKS_MAX),
      rights: atomLine(entry.first('rights', 'copyright')) ?? rightsOf(entry) ?? feed.rights,
      source: sourceOf(entry),
      places: placesOf(entry),
    } satisfies AgencyExtras,
  });
}

interface EntryLink {
  readonly url: string;
  readonly rel: string;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly bytes?: number | undefined;
  readonly language?: string | undefined;
}

function linksOf(entry: FeedElement): EntryLink[] {
  const links = entry.all('link').map((link) => ({
    url: link.url('href') ?? link.url(),
    rel: link.attribute('rel')?.toLowerCase().replace(IANA_RELATIONS, '') ?? 'alternate',
    type: link.attribute('type')?.toLowerCase(),
    title: link.attribute('title'),
    bytes: countOf(link.attribute('length')),
    language: link.attribute('hreflang'),
  }));
  const replied = entry.all('thr:in-reply-to').map((reply) => ({
    url: reply.url('href') ?? reply.url('ref'),
    rel: 'in-reply-to',
    type: reply.attribute('type'),
  }));
  const original = entry
    .all('feedburner:origlink')
    .map((link) => ({ url: link.url(), rel: 'canonical' }));
  return [...links, ...replied, ...original].filter(
    (link): link is EntryLink => link.url !== undefined,
  );
}

/** RFC 4287, 4.2.7.2: a name stands for this address with the name behind. */
const IANA_RELATIONS = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;

/** The page that is the entry; of several the HTML one. An id that is an address will do. */
function urlOf(entry: FeedElement, links: readonly EntryLink[]): string | undefined {
  const pages = links.filter(({ rel }) => rel === 'alternate');
  const page = pages.find(({ type }) => type === undefined || type.includes('html')) ?? pages[0];
  const source = entry.all('content')[0];
  const isPage = source?.attribute('type')?.includes('html') ?? false;
  return (
    page?.url ?? (isPage ? source?.url('src') : undefined) ?? absoluteUrl(entry.first('id')?.text)
  );
}

/** Content that is elsewhere is a link or a medium; then, as without content, the summary is the body. */
function textsOf(entry: FeedElement) {
  const content = atomText(entry.first('content'));
  const summary = entry.first('summary', 'dc:description', 'dcterms:abstract');
  const inMedia = entry.all('media:group').map((group) => group.first('media:description'))[0];
  const text =
    content ?? atomText(summary) ?? atomText(entry.first('media:description') ?? inMedia);
  const said = content === undefined ? undefined : atomLine(summary);
  const value = text?.value ?? '';
  return {
    body: text?.kind === 'html' ? { bodyHtml: value } : { body: value },
    summary: said === value ? undefined : said,
  };
}

/** RFC 4287, 4.2.1: of an entry without authors those of its source, or of its feed. */
function authorsOf(entry: FeedElement, feed: AtomFeed): Author[] {
  const own = eachOnce([
    ...entry.all('author').map((author) => authorOfPerson(author)),
    ...entry.all('dc:creator', 'itunes:author').map(({ text }) => authorOfLine(text)),
  ]);
  const [source] = entry.all('source');
  const ofSource = eachOnce(source?.all('author').map((one) => authorOfPerson(one)) ?? []);
  const authors = [own, ofSource, feed.authors].find((some) => some.length > 0) ?? [];
  const contributors = entry
    .all('contributor', 'dc:contributor')
    .map((one) => authorOfPerson(one, 'contributor'));
  return eachOnce([...authors, ...contributors]);
}

const plainCategories = (entry: FeedElement) =>
  entry
    .all('category')
    .filter((category) => category.attribute('scheme') === undefined)
    .map((one) => one.attribute('label') ?? one.attribute('term') ?? one.line);

function subjectsOf(entry: FeedElement): Subject[] {
  return entry
    .all('category')
    .filter((category) => category.attribute('scheme') !== undefined)
    .map((category) =>
      present({
        code: category.attribute('term'),
        name: category.attribute('label'),
        scheme: category.attribute('scheme'),
      }),
    )
    .slice(0, SUBJECTS_MAX) as Subject[];
}

function enclosuresOf(entry: FeedElement): Media[] {
  const links = linksOf(entry).filter(({ rel }) => rel === 'enclosure');
  const [content] = entry.all('content');
  const isPage = content?.attribute('type')?.includes('html') ?? false;
  const url = isPage ? undefined : content?.url('src');
  const elsewhere = url === undefined ? [] : [present({ url, type: content?.attribute('type') })];
  return [
    ...links.map(({ url: of, type, bytes, title }) =>
      present({ url: of, type, bytes, caption: title }),
    ),
    ...elsewhere,
  ].slice(0, LINKS_MAX) as Media[];
}

/** The feed that it was copied from. */
function sourceOf(entry: FeedElement) {
  const [source] = entry.all('source', 'dc:source', 'dc:publisher');
  if (source === undefined) return undefined;
  const [link] = linksOf(source).filter(({ rel }) => rel === 'alternate');
  const name = source.children.size === 0 ? source.line : atomLine(source.first('title'));
  const id = absoluteUrl(source.first('id')?.text);
  const found = present({ name, url: link?.url ?? id ?? source.url() });
  return Object.keys(found).length === 0 ? undefined : found;
}

/** What has its place above, and so is not kept once more under its own name. */
const consumed: ReadonlySet<string> = new Set([
  ...'id link title content summary published issued created updated modified author'.split(' '),
  ...'contributor category rights copyright source dc:identifier dc:title media:title'.split(' '),
  ...'dcterms:issued dc:date dcterms:modified dc:language prism:section dc:creator'.split(' '),
  ...'itunes:author dc:contributor dc:description dcterms:abstract dc:source'.split(' '),
  ...'dc:publisher thr:in-reply-to feedburner:origlink dc:subject dcterms:subject'.split(' '),
  ...'itunes:keywords media:keywords prism:keyword media:category itunes:category'.split(' '),
  ...'keywords dc:rights media:copyright creativeCommons:license cc:license'.split(' '),
  ...'dcterms:license enclosure image itunes:image itunes:duration media:content'.split(' '),
  ...'media:group media:thumbnail media:player media:description georss:point'.split(' '),
  ...'georss:where georss:featurename geo:point geo:lat geo:long geo:lon'.split(' '),
  ...'dc:coverage dcterms:spatial'.split(' '),
]);
