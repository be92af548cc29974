import { absoluteUrl } from './absolute-url.ts';
import { agencyDraft, present } from './agency-draft.ts';
import type { AgencyExtras, Author, Link, Media } from './agency-draft.ts';
import { DocumentError } from './draft.ts';
import type { ArticleDraft } from './draft.ts';
import { distinct } from './feed-fields.ts';
import { feedItems, refuseTooMany } from './feed-items.ts';
import type { FoundDraft } from './feed-items.ts';
import { imagesIn } from './html-images.ts';
import { bylineOf, eachOnce } from './feed-people.ts';
import type { Format, ParsedDocument, ReadingContext } from './format.ts';
import { plainLine } from './html-text.ts';
import { instantOf } from './instants.ts';

type Members = Readonly<Record<string, unknown>>;

/** An article with more has a gallery elsewhere. */
const ATTACHMENTS_MAX = 100;
/** Names that begin with an underscore; publishers who have any have some few, and 300 are kept. */
const EXTENSIONS_MAX = 1_000;

/** JSON Feed 1.0 and 1.1. */
export const jsonFeed: Format = {
  name: 'json-feed',
  title: 'JSON Feed 1.0 and 1.1',
  specification: 'https://www.jsonfeed.org/version/1.1/',
  mediaTypes: ['application/feed+json'],
  recognises: (document) => document.kind === 'json' && isJsonFeed(document.value),
  read: (document, context) =>
    feedItems(jsonFeedDrafts(document, context), ownUrls(document, context)),
  fields: [
    { field: 'id', from: ['id'], note: 'A number is taken as its digits.' },
    { field: 'url', from: ['url', 'external_url', 'id'], note: 'Relative to home_page_url.' },
    { field: 'title', from: ['title'], note: 'Plain text: tags in it are shown.' },
    {
      field: 'body',
      from: ['content_html', 'content_text', 'summary'],
      note: 'Empty when the item has a title only.',
    },
    { field: 'publishedAt', from: ['date_published'] },
    { field: 'updatedAt', from: ['date_modified'] },
    { field: 'language', from: ['language', '/language'] },
    { field: 'byline', from: ['extras.authors'] },
    { field: 'extras.summary', from: ['summary'], note: 'When there is content.' },
    { field: 'extras.keywords', from: ['tags'] },
    { field: 'extras.authors', from: ['authors', 'author', '/authors', '/author'] },
    {
      field: 'extras.media',
      from: ['image', 'banner_image', 'attachments', 'pictures in the HTML'],
    },
    { field: 'extras.links', from: ['external_url'] },
    {
      field: 'extras.*',
      from: ['_…'],
      note: 'Extensions of publishers, whose names begin with an underscore, as they are.',
    },
  ],
};

function isJsonFeed(value: unknown): boolean {
  const { version, items } = membersOf(value);
  if (typeof version !== 'string' || !Array.isArray(items)) return false;
  return /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1(?:\.[01])?\/?$|^1(?:\.[01])?$/.test(
    version,
  );
}

/** The items of a document, in its order, whether or not they can be taken. */
export function jsonFeedDrafts(document: ParsedDocument, context: ReadingContext): FoundDraft[] {
  const feed = feedOf(document);
  if (!Array.isArray(feed['items'])) {
    throw new DocumentError('The JSON Feed has no list of items', '/items');
  }
  refuseTooMany(feed['items']);
  return feed['items'].map((item, at) => ({
    pointer: `/items/${at}`,
    draft: draftOf(membersOf(item), feed, context),
  }));
}

const feedOf = (document: ParsedDocument) =>
  document.kind === 'json' ? membersOf(document.value) : {};

function ownUrls(document: ParsedDocument, context: ReadingContext) {
  const feed = feedOf(document);
  return ['home_page_url', 'feed_url'].map((name) =>
    absoluteUrl(textIn(feed, name), context.baseUrl),
  );
}

function draftOf(item: Members, feed: Members, context: ReadingContext): ArticleDraft {
  const base = absoluteUrl(textIn(feed, 'home_page_url'), context.baseUrl) ?? context.baseUrl;
  const id =
    textIn(item, 'id') ?? (typeof item['id'] === 'number' ? String(item['id']) : undefined);
  const external = absoluteUrl(textIn(item, 'external_url'), base);
  const url = absoluteUrl(textIn(item, 'url'), base) ?? external ?? absoluteUrl(id);
  const authors = [item, feed].map(authorsIn).find((some) => some.length > 0) ?? [];
  const html = textIn(item, 'content_html');
  const plain = textIn(item, 'content_text');
  const summary = textIn(item, 'summary');
  const extras: AgencyExtras = {
    ...extensionsIn(item),
    summary: html === undefined && plain === undefined ? undefined : summary,
    keywords: distinct(listIn(item, 'tags').filter((tag) => typeof tag === 'string')),
    authors,
    media: mediaIn(item, base),
    links:
      external === undefined || external === url
        ? []
        : ([{ url: external, rel: 'related' }] as Link[]),
  };
  return agencyDraft({
    id,
    url,
    title: lineIn(item, 'title'),
    ...(html === undefined ? { body: plain ?? summary ?? '' } : { bodyHtml: html }),
    publishedAt: instantOf(textIn(item, 'date_published'), context.timeZone),
    updatedAt: instantOf(textIn(item, 'date_modified'), context.timeZone),
    language: textIn(item, 'language') ?? textIn(feed, 'language'),
    byline: bylineOf(authors),
    extras,
  });
}

/** Version 1.0 has one author, 1.1 a list. */
function authorsIn(holder: Members): Author[] {
  return eachOnce(
    [...listIn(holder, 'authors'), holder['author']].map((author) => {
      const members = membersOf(author);
      const name = typeof author === 'string' ? plainLine(author) : lineIn(members, 'name');
      const uri = absoluteUrl(textIn(members, 'url'));
      return name === undefined && uri === undefined
        ? undefined
        : (present({ name, uri }) as Author);
    }),
  );
}

function mediaIn(item: Members, base: string | undefined): Media[] {
  const pictures = ['image', 'banner_image'].map((name) => ({ url: textIn(item, name) }));
  const attachments = listIn(item, 'attachments')
    .map(membersOf)
    .map((attachment) => ({
      url: textIn(attachment, 'url'),
      type: textIn(attachment, 'mime_type'),
      caption: lineIn(attachment, 'title'),
      bytes: countIn(attachment, 'size_in_bytes'),
      seconds: countIn(attachment, 'duration_in_seconds'),
    }));
  const media = [...pictures, ...attachments]
    .map(({ url, ...rest }) => ({ url: absoluteUrl(url, base), ...rest }))
    .filter(({ url }) => url !== undefined)
    .map((medium) => present(medium) as Media)
    .slice(0, ATTACHMENTS_MAX);
  const known = new Set(media.map(({ url }) => url));
  const inText = imagesIn(textIn(item, 'content_html') ?? '', base);
  return [...media, ...inText.filter(({ url }) => !known.has(url))];
}

const extensionsIn = (item: Members) =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => /^_[^_].{0,90}$/.test(name))
      .slice(0, EXTENSIONS_MAX),
  );

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

const listIn = (holder: Members, name: string): readonly unknown[] => {
  const value = holder[name];
  return Array.isArray(value) ? value : [];
};

function textIn(holder: Members, name: string): string | undefined {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const lineIn = (holder: Members, name: string) => {
  const text = textIn(holder, name);
  return text === undefined ? undefined : plainLine(text) || undefined;
};

const countIn = (holder: Members, name: string) => {
  const value = holder[name];
  const count = typeof value === 'string' ? Number(value) : value;
  return typeof count === 'number' && Number.isFinite(count) && count >= 0 ? count : undefined;
};
