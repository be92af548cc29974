import { absoluteUrl } from './absolute-url.ts';
import { atomDraft } from './atom-entry.ts';
import type { AtomFeed } from './atom-entry.ts';
import { atomLine } from './atom-text.ts';
import { DocumentError } from './draft.ts';
import type { Item, Withdrawal } from './draft.ts';
import { FeedElement, ownPrefixes, prefixOf } from './feed-element.ts';
import { rightsOf } from './feed-fields.ts';
import { languageIn, languageOf } from './feed-language.ts';
import { feedItems, refuseTooMany } from './feed-items.ts';
import type { FoundDraft } from './feed-items.ts';
import { authorOfPerson, eachOnce } from './feed-people.ts';
import type { Format, ParsedDocument, ReadingContext } from './format.ts';
import { instantOf } from './instants.ts';
import type { XmlElement } from './xml-document.ts';

/** A feed, or one entry alone, as APP sends it. */
const ROOTS = new Set(['feed', 'entry']);
const PREFIXES = new Set(['', 'atom', 'atom03']);

/** Atom 0.3 and 1.0, with deleted entries (RFC 6721) as withdrawals. */
export const atom: Format = {
  name: 'atom',
  title: 'Atom 0.3 and 1.0',
  specification: 'https://www.rfc-editor.org/rfc/rfc4287',
  mediaTypes: ['application/atom+xml'],
  recognises: (document) => document.kind === 'xml' && isAtom(document.root),
  read: (document, context) => {
    const root = rootOf(document);
    const entries = feedItems(atomDrafts(root, context), ownUrls(root, context));
    return [...entries, ...withdrawals(root, lastChanges(entries), context)];
  },
  fields: [
    { field: 'id', from: ['id', 'dc:identifier'] },
    {
      field: 'url',
      from: ['link[@rel=alternate]', 'content[@type=html]/@src', 'id'],
      note: 'The HTML page of several; relative ones against xml:base, then the feed’s link.',
    },
    { field: 'title', from: ['title', 'dc:title', 'media:title'] },
    {
      field: 'body',
      from: ['content', 'summary', 'dc:description', 'media:description'],
      note: 'By its type; without one as HTML when it looks so. Base64 is decoded.',
    },
    { field: 'publishedAt', from: ['published', 'issued', 'created', 'dcterms:issued', 'dc:date'] },
    { field: 'updatedAt', from: ['updated', 'modified', 'dcterms:modified'] },
    { field: 'language', from: ['@xml:lang', 'dc:language', 'feed/@xml:lang'] },
    { field: 'byline', from: ['extras.authors'], note: 'Names of authors, without contributors.' },
    { field: 'section', from: ['prism:section'] },
    { field: 'extras.summary', from: ['summary'], note: 'When there is content.' },
    {
      field: 'extras.keywords',
      from: ['category[not @scheme]', 'dc:subject', 'media:keywords', 'media:category'],
    },
    { field: 'extras.subjects', from: ['category[@scheme]'] },
    {
      field: 'extras.authors',
      from: ['author', 'dc:creator', 'source/author', 'feed/author', 'contributor'],
    },
    {
      field: 'extras.media',
      from: [
        'link[@rel=enclosure]',
        'content/@src',
        'media:content',
        'media:thumbnail',
        'media:group',
        'pictures in the body’s HTML',
      ],
    },
    {
      field: 'extras.links',
      from: ['link', 'thr:in-reply-to', 'feedburner:origLink'],
      note: 'Without the entry itself (self, edit) and enclosures.',
    },
    { field: 'extras.rights', from: ['rights', 'copyright', 'dc:rights', 'feed/rights'] },
    { field: 'extras.source', from: ['source', 'dc:source', 'dc:publisher'] },
    { field: 'extras.places', from: ['georss:point', 'georss:where', 'geo:lat', 'dc:coverage'] },
    {
      field: 'extras.*',
      from: ['any small element of a known namespace'],
      note: 'Under its own name.',
    },
    {
      field: 'withdrawal',
      from: ['at:deleted-entry/@ref'],
      note: 'Its comment is the reason. None when the document has the entry, updated after @when.',
    },
  ],
};

const isAtom = (root: XmlElement) =>
  ROOTS.has(root.name.toLowerCase()) && PREFIXES.has(prefixOf(root.namespace));

function rootOf(document: ParsedDocument): XmlElement {
  if (document.kind !== 'xml' || !ROOTS.has(document.root.name.toLowerCase())) {
    throw new DocumentError('The document is not Atom: its root is neither feed nor entry');
  }
  return document.root;
}

/** The entries of a document, in its order, whether or not they can be taken. */
export function atomDrafts(root: XmlElement, context: ReadingContext): FoundDraft[] {
  const own = ownPrefixes(root, 'atom', 'atom03');
  const top = new FeedElement(root, own, undefined);
  const base = top.base ?? pageOf(top, context) ?? context.baseUrl;
  if (top.name === 'entry') {
    const entry = new FeedElement(root, own, base);
    return [{ pointer: '/entry', draft: atomDraft(entry, { authors: [] }, context) }];
  }
  const feed = factsOf(top);
  const entries = top.every('entry');
  refuseTooMany(entries);
  return entries
    .map(({ element }) => new FeedElement(element, own, base))
    .map((entry, at) => ({
      pointer: `/feed/entry[${at + 1}]`,
      draft: atomDraft(entry, feed, context),
    }));
}

/** The page that the feed is of, which RFC 4287 lets stand for a missing xml:base as little as HTML. */
function pageOf(feed: FeedElement, context: ReadingContext): string | undefined {
  const page = feed
    .all('link')
    .find((link) => ['alternate', undefined].includes(link.attribute('rel')?.toLowerCase()));
  return absoluteUrl(page?.attribute('href'), context.baseUrl);
}

/** Of the feed, as it names its page and itself; an entry alone has none. */
function ownUrls(root: XmlElement, context: ReadingContext) {
  const top = new FeedElement(root, ownPrefixes(root, 'atom', 'atom03'), context.baseUrl);
  if (top.name === 'entry') return [];
  return [top.first('id')?.url(), ...top.all('link').map((link) => link.url('href') ?? link.url())];
}

function factsOf(feed: FeedElement): AtomFeed {
  return {
    language: languageOf(feed.element, undefined) ?? languageIn(feed.first('dc:language')),
    authors: eachOnce(feed.all('author').map((author) => authorOfPerson(author))),
    rights: atomLine(feed.first('rights', 'copyright')) ?? rightsOf(feed),
  };
}

/** When the entries of the document were last changed, by their ids. */
function lastChanges(entries: readonly Item[]): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const item of entries) {
    if (!('draft' in item) || item.draft.id === undefined) continue;
    const { id, updatedAt, publishedAt } = item.draft;
    const changed = Date.parse(updatedAt ?? publishedAt ?? '');
    if (changed > (changes.get(id) ?? -Infinity)) changes.set(id, changed);
  }
  return changes;
}

/** An entry that was updated after it was deleted is there again (RFC 6721, section 3). */
function withdrawals(
  root: XmlElement,
  changes: ReadonlyMap<string, number>,
  { timeZone }: ReadingContext,
): Item[] {
  const feed = new FeedElement(root, ownPrefixes(root, 'atom', 'atom03'), undefined);
  const deletions = feed.every('at:deleted-entry');
  refuseTooMany(deletions);
  return deletions.flatMap((deleted, at): Item[] => {
    const pointer = `/feed/deleted-entry[${at + 1}]`;
    const id = deleted.attribute('ref');
    if (id === undefined) {
      const detail = 'the deleted entry has no ref: say its id there';
      return [{ pointer, refusal: [{ pointer, detail }] }];
    }
    const deletedAt = Date.parse(instantOf(deleted.attribute('when'), timeZone) ?? '');
    if ((changes.get(id) ?? -Infinity) > deletedAt) return [];
    const reason = deleted.first('at:comment', 'comment')?.line;
    const withdrawal: Withdrawal = { id, ...(reason !== undefined && { reason }) };
    return [{ pointer, withdrawal }];
  });
}
