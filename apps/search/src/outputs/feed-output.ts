import type { ArticleHit } from '@warta/contracts';
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { quoteTexts } from './quote-texts.ts';

/** Where a feed is, and what of. */
export interface FeedAbout {
  /** For people: what was searched for. */
  readonly title: string;
  /** The address it was asked at. */
  readonly selfUrl: string;
  /** The same search in the console. */
  readonly consoleUrl: string;
  /** An article's page in the console. */
  readonly articleUrl: (id: string) => string;
  readonly nextUrl?: string | undefined;
}

const DESCRIPTION = 'Articles found by Warta.';

/** RSS 2.0. Its descriptions are HTML by convention, so that a text needs encoding there. */
export function rssOf(hits: readonly ArticleHit[], about: FeedAbout): string {
  const items = hits.map((hit) => ({
    title: shownTitle(hit),
    link: linkOf(hit, about),
    description: summaryOf(hit)
      .map((part) => htmlOf(clean(part)))
      .join('<br/><br/>'),
    guid: { value: idOf(hit), isPermaLink: false },
    ...dated('pubDate', hit.publishedAt ?? hit.changedAt),
    categories: namesOf(hit).map((name) => ({ name })),
  }));
  const feed = {
    title: clean(about.title),
    link: about.consoleUrl,
    description: DESCRIPTION,
    ...dated('lastBuildDate', lastChanged(hits)),
    atom: { links: linksOf(about, 'application/rss+xml') },
    items,
  };
  return tight(generateRssFeed(feed));
}

/** Atom 1.0, RFC 4287. */
export function atomOf(hits: readonly ArticleHit[], about: FeedAbout): string {
  const entries = hits.map((hit) => ({
    id: idOf(hit),
    title: { value: shownTitle(hit), type: 'text' },
    updated: new Date(changedAt(hit) ?? 0),
    ...dated('published', hit.publishedAt),
    ...summarized(hit),
    authors: [{ name: clean(hit.byline ?? hit.feed) }],
    links: [
      { href: linkOf(hit, about), rel: 'alternate' },
      ...(hit.url === undefined ? [] : [{ href: about.articleUrl(hit.id), rel: 'related' }]),
    ],
    categories: namesOf(hit).map((term) => ({ term })),
  }));
  const feed = {
    id: about.selfUrl,
    title: { value: clean(about.title), type: 'text' },
    updated: new Date(lastChanged(hits) ?? 0),
    links: [
      ...linksOf(about, 'application/atom+xml'),
      { href: about.consoleUrl, rel: 'alternate', type: 'text/html' },
    ],
    entries,
  };
  return tight(generateAtomFeed(feed));
}

/** JSON Feed 1.1, https://jsonfeed.org/version/1.1. */
export function jsonFeedOf(hits: readonly ArticleHit[], about: FeedAbout): string {
  const feed = generateJsonFeed({
    title: about.title,
    home_page_url: about.consoleUrl,
    feed_url: about.selfUrl,
    ...(about.nextUrl !== undefined && { next_url: about.nextUrl }),
    items: hits.map((hit) => ({
      id: idOf(hit),
      url: about.articleUrl(hit.id),
      ...(hit.url !== undefined && { external_url: hit.url }),
      title: hit.title ?? '',
      content_text: summaryOf(hit).join('\n\n'),
      ...dated('date_published', hit.publishedAt),
      ...dated('date_modified', changedAt(hit)),
      tags: namesOf(hit),
      authors: [{ name: hit.byline ?? hit.feed }],
      language: hit.language,
    })),
  });
  // An empty list is left out by the writer, and needed by the standard.
  return JSON.stringify({ ...(feed as object), ...(hits.length === 0 && { items: [] }) });
}

/** The moment of the newest change that is shown; undefined when none tells one. */
export function lastChanged(hits: readonly ArticleHit[]): string | undefined {
  const moments = hits.flatMap((hit) => Date.parse(changedAt(hit) ?? '') || []);
  return moments.length === 0 ? undefined : new Date(Math.max(...moments)).toISOString();
}

/** Our own moment before the publisher's, who need not tell one of an edit. */
const changedAt = (hit: ArticleHit) => hit.changedAt ?? hit.updatedAt ?? hit.publishedAt;

/** The same in every feed, and for as long as the article is known. */
const idOf = ({ id }: ArticleHit) => `urn:uuid:${id}`;

const linkOf = ({ id, url }: ArticleHit, about: FeedAbout) => url ?? about.articleUrl(id);

/** Of wire flashes without a headline the beginning of the text. */
const shownTitle = ({ title, lead, id }: ArticleHit) => clean(title ?? lead ?? id);

/** The quotes that were searched for before the lead, which every reader of feeds shows. */
const summaryOf = (hit: ArticleHit) =>
  [...quoteTexts(hit), hit.lead ?? ''].filter((part) => part !== '');

function summarized(hit: ArticleHit) {
  const value = clean(summaryOf(hit).join('\n\n'));
  return value === '' ? {} : { summary: { value, type: 'text' } };
}

const namesOf = ({ entities }: ArticleHit) =>
  entities.flatMap(({ salience, name }) => (salience === 'main' ? [clean(name)] : []));

function dated<Name extends string>(name: Name, instant: string | undefined) {
  return (instant === undefined ? {} : { [name]: new Date(instant) }) as { [key in Name]?: Date };
}

function linksOf({ selfUrl, nextUrl }: FeedAbout, type: string) {
  return [
    { href: selfUrl, rel: 'self', type },
    ...(nextUrl === undefined ? [] : [{ href: nextUrl, rel: 'next', type }]),
  ];
}

/** What XML 1.0 cannot hold, however it is written. */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const clean = (text: string) => text.toWellFormed().replace(unspeakable, '');

const htmlOf = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The line breaks that are put around a text are no part of it. */
function tight(xml: string): string {
  return xml.replace(/>\n +<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n +<\//g, ']]></');
}
