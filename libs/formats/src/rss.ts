import { absoluteUrl } from './absolute-url.ts';
import { doctypeAdvice } from './doctype-advice.ts';
import { DocumentError } from './draft.ts';
import { FeedElement, ownPrefixes, prefixOf } from './feed-element.ts';
import { rightsOf } from './feed-fields.ts';
import { languageIn, languageOf } from './feed-language.ts';
import { feedItems, refuseTooMany } from './feed-items.ts';
import type { FoundDraft } from './feed-items.ts';
import type { Format, ParsedDocument, ReadingContext } from './format.ts';
import { RSS_BODIES, rssDraft, RSS_SUMMARIES } from './rss-item.ts';
import type { RssChannel } from './rss-item.ts';
import { childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { namespaces } from './xml-namespaces.ts';

/** The root of RSS 0.91 to 2.0; of 0.90 and 1.0; and a channel that stands alone. */
const ROOTS = new Set(['rss', 'rdf', 'channel']);

/** RSS in every version: 0.90, 0.91, 0.92, 1.0 (RDF), 2.0, with the modules that feeds use. */
export const rss: Format = {
  name: 'rss',
  title: 'RSS 0.90, 0.91, 0.92, 1.0 and 2.0',
  specification:
    'https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec',
  advice: doctypeAdvice('Feeds of RSS 0.91', '<!DOCTYPE rss SYSTEM "rss-0.91.dtd">'),
  mediaTypes: ['application/rss+xml', 'application/rdf+xml'],
  recognises: (document) => document.kind === 'xml' && isRss(document.root),
  read: (document, context) => {
    const root = rootOf(document);
    return feedItems(rssDrafts(root, context), ownUrls(root, context));
  },
  fields: [
    { field: 'id', from: ['guid', 'atom:id', '@rdf:about', 'dc:identifier'] },
    {
      field: 'url',
      from: ['link', 'atom:link[@rel=alternate]', 'guid[not @isPermaLink=false]', '@rdf:about'],
      note: 'Of several links the last; relative ones against xml:base, then the channel’s link.',
    },
    { field: 'title', from: ['title', 'dc:title', 'atom:title', 'itunes:title', 'media:title'] },
    {
      field: 'body',
      from: [...RSS_BODIES, ...RSS_SUMMARIES],
      note: 'As HTML when it has tags or named characters. Empty when the item has a title only.',
    },
    {
      field: 'publishedAt',
      from: ['pubDate', 'atom:published', 'dcterms:issued', 'atom:issued', 'dc:date', 'date'],
    },
    {
      field: 'updatedAt',
      from: ['atom:updated', 'dcterms:modified', 'atom:modified', 'lastBuildDate'],
    },
    {
      field: 'language',
      from: ['dc:language', '@xml:lang', 'channel/language', 'channel/dc:language'],
    },
    { field: 'byline', from: ['extras.authors'], note: 'Names of authors, without contributors.' },
    {
      field: 'section',
      from: ['prism:section', 'slash:section', 'channel/category'],
      note: 'The channel’s category when it has one only.',
    },
    {
      field: 'extras.summary',
      from: [...RSS_SUMMARIES],
      note: 'The first that says something else than the body; others under their own names.',
    },
    {
      field: 'extras.keywords',
      from: [
        ...['category', 'dc:subject', 'dcterms:subject', 'media:category', 'itunes:keywords'],
        ...['media:keywords', 'prism:keyword', 'itunes:category/@text'],
      ],
    },
    { field: 'extras.subjects', from: ['category[@domain]', 'atom:category'] },
    {
      field: 'extras.authors',
      from: [
        ...['author', 'dc:creator', 'atom:author', 'itunes:author', 'media:credit[@role=author]'],
        ...['dc:contributor', 'atom:contributor'],
      ],
    },
    {
      field: 'extras.media',
      from: [
        ...['enclosure', 'media:content', 'media:thumbnail', 'media:player', 'media:group'],
        ...['itunes:image', 'itunes:duration', 'image', 'pictures in the body’s HTML'],
      ],
    },
    {
      field: 'extras.links',
      from: [
        ...['link', 'atom:link', 'comments', 'wfw:commentRss', 'feedburner:origLink', 'prism:url'],
        ...['dc:relation', 'dcterms:references'],
      ],
    },
    {
      field: 'extras.rights',
      from: ['dc:rights', 'atom:rights', 'media:copyright', 'cc:license', 'channel/copyright'],
    },
    { field: 'extras.source', from: ['source', 'atom:source', 'dc:source', 'dc:publisher'] },
    {
      field: 'extras.places',
      from: ['georss:point', 'georss:where', 'georss:featurename', 'geo:lat', 'dc:coverage'],
    },
    {
      field: 'extras.*',
      from: [
        'slash:comments',
        'slash:department',
        'any small element of a known namespace or none',
      ],
      note: 'Under its own name.',
    },
  ],
};

function isRss(root: XmlElement): boolean {
  const name = root.name.toLowerCase();
  if (name === 'rss') return true;
  const children = childElements(root);
  if (name === 'channel') return children.some((child) => child.name === 'item');
  // RDF says many things; RSS is what it is by its items, or by the namespace it gives them.
  const isNamed = root.attributes.some(
    ({ namespace, value }) => namespace === namespaces.xmlns && prefixOf(value) === 'rss',
  );
  return (
    name === 'rdf' && (isNamed || children.some((child) => /^(?:channel|item)$/.test(child.name)))
  );
}

function rootOf(document: ParsedDocument): XmlElement {
  if (document.kind !== 'xml' || !ROOTS.has(document.root.name.toLowerCase())) {
    throw new DocumentError('The document is not RSS: its root is neither rss nor rdf:RDF');
  }
  return document.root;
}

/**
 * The items of a document, in its order, whether or not they can be taken. Items are inside of the
 * channel, and in RSS 1.0 and 0.90 beside it.
 */
export function rssDrafts(root: XmlElement, context: ReadingContext): FoundDraft[] {
  const own = ownPrefixes(root, 'rss');
  const top = new FeedElement(root, own, undefined);
  const path = top.name === 'channel' ? '/channel' : `/${root.name}`;
  const channels = channelsOf(top);
  const inside = channels.flatMap((channel) => {
    const base = baseIn(channel, context);
    const facts = channelFacts(channel);
    return itemsOf(channel, own, base).map((item) => ({ item, facts }));
  });
  const [first] = channels;
  const base = top.base ?? baseIn(first ?? top, context);
  const facts = first === undefined ? {} : channelFacts(first);
  const beside = channels.includes(top)
    ? []
    : itemsOf(top, own, base).map((item) => ({ item, facts }));
  refuseTooMany([...inside, ...beside]);
  const pathInside = top.name === 'channel' ? path : `${path}/channel`;
  return [
    ...inside.map((found, at) => ({ ...found, pointer: `${pathInside}/item[${at + 1}]` })),
    ...beside.map((found, at) => ({ ...found, pointer: `${path}/item[${at + 1}]` })),
  ].map(({ item, facts: of, pointer }) => ({ pointer, draft: rssDraft(item, of, context) }));
}

const channelsOf = (top: FeedElement) => (top.name === 'channel' ? [top] : top.all('channel'));

/** Of its channels, as they name their pages and themselves. */
function ownUrls(root: XmlElement, context: ReadingContext) {
  return channelsOf(new FeedElement(root, ownPrefixes(root, 'rss'), context.baseUrl)).flatMap(
    (channel) => [
      ...channel.all('link', 'atom:link').map((link) => link.url('href') ?? link.url()),
      absoluteUrl(channel.attribute('about'), channel.base),
    ],
  );
}

/** What the document says its addresses are relative to, or else its own page, or else the sender. */
const baseIn = (channel: FeedElement, context: ReadingContext) =>
  channel.base ??
  channel
    .all('link')
    .map((link) => absoluteUrl(link.text, context.baseUrl))
    .find((url) => url !== undefined) ??
  context.baseUrl;

const itemsOf = (parent: FeedElement, own: ReadonlySet<string>, base: string | undefined) =>
  [parent, ...parent.all('items')]
    .flatMap((holder) => holder.every('item'))
    .map(({ element }) => new FeedElement(element, own, base));

function channelFacts(channel: FeedElement): RssChannel {
  const categories = channel.all('category');
  return {
    language:
      languageIn(channel.first('language', 'dc:language')) ??
      languageOf(channel.element, undefined),
    section: categories.length === 1 ? categories[0]?.line : undefined,
    rights: rightsOf(channel),
  };
}
