import { ITEMS_MAX } from '@warta/contracts';
import { baseOf } from './absolute-url.ts';
import { completed, present } from './agency-draft.ts';
import type { LooseDraft } from './agency-draft.ts';
import { doctypeAdvice } from './doctype-advice.ts';
import { DocumentError } from './draft.ts';
import type { Item } from './draft.ts';
import type { FieldSource, Format } from './format.ts';
import { instantOf } from './instants.ts';
import { contentsOf } from './newsml-1-content.ts';
import { formal, newsLine, newsmlExtras } from './newsml-1-extras.ts';
import type { NewsmlParts } from './newsml-1-extras.ts';
import { readableDraft } from './readable-draft.ts';
import { childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, count, descendants, lineOf, said } from './xml-paths.ts';

const fields: readonly FieldSource[] = [
  {
    field: 'id',
    from: ['ProviderId, DateId and NewsItemId', 'PublicIdentifier'],
    note: 'as urn:newsml without the revision, when there is one',
  },
  { field: 'title', from: ['NewsLines/HeadLine', 'content of role HeadLine', 'NITF’s title'] },
  {
    field: 'bodyHtml',
    from: ['NITF or XHTML in the ContentItem of role Body or Main', 'else the first that is text'],
  },
  { field: 'body', from: ['plain text there'], note: 'base64 is decoded' },
  { field: 'publishedAt', from: ['FirstCreated', 'ThisRevisionCreated'] },
  { field: 'updatedAt', from: ['ThisRevisionCreated'] },
  { field: 'version', from: ['RevisionId'] },
  {
    field: 'status',
    from: ['NewsManagement/Status', 'NewsManagement/Instruction'],
    note: 'Kill, Delete and Cancel are canceled; Embargoed without an end is withheld',
  },
  { field: 'embargoUntil', from: ['NewsManagement/StatusWillChange to Usable'] },
  { field: 'language', from: ['DescriptiveMetadata/Language', '@xml:lang'] },
  { field: 'byline', from: ['NewsLines/ByLine', 'NITF’s byline'] },
  { field: 'section', from: ['NITF’s position.section'] },
  { field: 'extras.summary', from: ['content of role Abstract or Summary', 'NITF’s abstract'] },
  { field: 'extras.keywords', from: ['NewsLines/KeywordLine', 'properties named keyword'] },
  { field: 'extras.subjects', from: ['SubjectCode'] },
  { field: 'extras.authors', from: ['Creator/Party', 'Contributor/Party'] },
  { field: 'extras.media', from: ['ContentItem@Href'] },
  { field: 'extras.links', from: ['DerivedFrom', 'AssociatedWith', 'NewsItemRef'] },
  { field: 'extras.rights', from: ['CopyrightLine', 'RightsLine', 'RightsMetadata'] },
  { field: 'extras.dateline', from: ['NewsLines/DateLine'] },
  { field: 'extras.slug', from: ['NewsLines/SlugLine'] },
  { field: 'extras.genre', from: ['DescriptiveMetadata/Genre'] },
  { field: 'extras.editorialNote', from: ['Instruction', 'Comment'] },
  { field: 'extras.priority', from: ['Urgency', 'NewsEnvelope/Priority'] },
  { field: 'extras.source', from: ['Source/Party', 'Provider/Party', 'SentFrom/Party'] },
  { field: 'extras.places', from: ['DescriptiveMetadata/Location'] },
  { field: 'extras.subheadlines', from: ['NewsLines/SubHeadLine'] },
  { field: 'extras.properties', from: ['Metadata/Property'] },
  { field: 'extras.newsLines', from: ['NewsLines/NewsLine'] },
  { field: 'extras.series', from: ['NewsLines/SeriesLine'] },
  { field: 'extras.contacts', from: ['content of role Contact'] },
  { field: 'extras.ofInterestTo', from: ['DescriptiveMetadata/OfInterestTo'] },
  { field: 'extras.newsItemType', from: ['NewsManagement/NewsItemType'] },
  { field: 'extras.newsService', from: ['NewsEnvelope/NewsService'] },
  { field: 'extras.newsProduct', from: ['NewsEnvelope/NewsProduct'] },
  { field: 'extras', from: ['what NITF says beside'], note: 'under its own name' },
];

/** NewsML 1.0 to 1.2: a message with news items, each of which is one article. */
export const newsml1: Format = {
  name: 'newsml-1',
  title: 'IPTC NewsML 1.0–1.2',
  specification: 'https://iptc.org/standards/newsml-1/',
  advice: doctypeAdvice('NewsML 1 documents', '<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">'),
  mediaTypes: ['text/vnd.iptc.newsml'],
  recognises: (document) => document.kind === 'xml' && document.root.name === 'NewsML',
  read(document, context) {
    if (document.kind !== 'xml' || document.root.name !== 'NewsML') {
      throw new DocumentError('It is called NewsML 1, and its root element is not NewsML');
    }
    const { root } = document;
    // One more than is taken says as much as all of them.
    const newsItems = childElements(root, 'NewsItem').slice(0, ITEMS_MAX + 1);
    return newsItems.map((newsItem, index) =>
      readItem(newsItem, at(root, 'NewsEnvelope'), `/NewsML/NewsItem[${index + 1}]`, {
        ...context,
        baseUrl: baseOf(root, context.baseUrl),
      }),
    );
  },
  fields,
};

interface Surroundings {
  readonly timeZone: string;
  readonly baseUrl: string | undefined;
}

function readItem(
  newsItem: XmlElement,
  envelope: XmlElement | undefined,
  pointer: string,
  { timeZone, baseUrl }: Surroundings,
): Item {
  const refused = (detail: string): Item => ({ pointer, refusal: [{ pointer, detail }] });
  const id = idOf(at(newsItem, 'Identification', 'NewsIdentifier'));
  if (id === undefined) return refused('has no Identification with a NewsItemId');
  const status = statusOf(newsItem, timeZone);
  if (childElements(newsItem, 'Update').length > 0) {
    return refused('is an Update of parts of a revision: send the whole revision');
  }
  const hasText = childElements(newsItem, 'NewsComponent').length > 0;
  const isShown = status.status === undefined || status.status === 'usable';
  if (!hasText && isShown) {
    return refused('has no NewsComponent, so it is no article');
  }
  const contents = contentsOf(newsItem, timeZone);
  const own = draftOf({ newsItem, envelope, contents }, timeZone);
  const draft = { ...own, id, ...present(status) };
  if (isShown && draft.body === '' && contents.unread !== undefined) {
    return refused(
      `has ${contents.unread} alone, of which no text can be read: send text, XHTML or NITF`,
    );
  }
  return { pointer, draft: readableDraft(draft, baseUrl) };
}

/** The same for every revision: the public identifier ends with the revision, so it is no identity. */
function idOf(identifier: XmlElement | undefined): string | undefined {
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => lineOf(at(identifier, name)));
  if (parts.every((part) => part !== undefined)) return `urn:newsml:${parts.join(':')}`;
  const whole = lineOf(at(identifier, 'PublicIdentifier'));
  return (whole && withoutRevision(whole)) ?? lineOf(at(identifier, 'NewsItemId'));
}

/** It stands behind provider, day and item, or is told by its letter; a number behind the day is the item. */
function withoutRevision(identifier: string): string {
  const revision = /:\d{1,9}([NUA]?)$/.exec(identifier);
  if (revision === null) return identifier;
  const before = identifier.slice(0, revision.index);
  if (/:\d{8}$/.test(before)) return identifier;
  const isBehindItem = /:\d{8}:/.test(before);
  return isBehindItem || (revision[1] !== '' && before.includes(':')) ? before : identifier;
}

type Statuses = Pick<LooseDraft, 'status' | 'embargoUntil'>;

/** The status as it is now, and until when it is an embargo. */
function statusOf(newsItem: XmlElement, timeZone: string): Statuses {
  const management = at(newsItem, 'NewsManagement');
  const said = (formal(at(management, 'Status')) ?? '').toLowerCase();
  const orders = management === undefined ? [] : childElements(management, 'Instruction');
  const isKilled = orders.some((order) =>
    /^(?:kill|delete|cancel|withdraw)/i.test(formal(order) ?? ''),
  );
  if (isKilled || /^cancell?ed$/.test(said)) return { status: 'canceled' };
  const change = at(management, 'StatusWillChange');
  const willBeUsable = formal(at(change, 'FutureStatus'))?.toLowerCase() === 'usable';
  const until = willBeUsable ? instantOf(lineOf(at(change, 'DateAndTime')), timeZone) : undefined;
  if (said === 'embargoed' || said === 'withheld') {
    return until === undefined ? { status: 'withheld' } : { embargoUntil: until };
  }
  return { status: said === 'usable' ? 'usable' : undefined };
}

function draftOf(parts: NewsmlParts, timeZone: string): LooseDraft {
  const { newsItem, contents } = parts;
  const management = at(newsItem, 'NewsManagement');
  const instant = (name: string) => instantOf(lineOf(at(management, name)), timeZone);
  const { nitf, ...text } = contents.text;
  const headline = contents.others.find(({ role }) => role === 'headline')?.text;
  const language = descendants(newsItem, 'Language').map(formal);
  const own: LooseDraft = {
    title: newsLine(newsItem, 'HeadLine') ?? headline,
    ...text,
    publishedAt: instant('FirstCreated') ?? instant('ThisRevisionCreated'),
    updatedAt: instant('ThisRevisionCreated'),
    version: count(lineOf(at(newsItem, 'Identification', 'NewsIdentifier', 'RevisionId'))),
    language: language.find((tag) => tag !== undefined) ?? said(newsItem, 'lang'),
    byline: newsLine(newsItem, 'ByLine'),
    extras: newsmlExtras(parts),
  };
  const draft = nitf === undefined ? own : completed(own, nitf);
  const hasBody = draft.body !== undefined || draft.bodyHtml !== undefined;
  return hasBody ? draft : { ...draft, body: contents.media[0]?.caption ?? '' };
}
