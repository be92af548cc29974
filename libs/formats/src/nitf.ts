import { LINE_LENGTH_MAX } from '@warta/contracts';
import { baseOf } from './absolute-url.ts';
import { joined } from './agency-draft.ts';
import { cutText } from './clean-text.ts';
import type { LooseDraft } from './agency-draft.ts';
import { instantOf } from './instants.ts';
import { doctypeAdvice } from './doctype-advice.ts';
import { DocumentError } from './draft.ts';
import type { Item } from './draft.ts';
import type { FieldSource, Format } from './format.ts';
import { nitfBodyHtml } from './nitf-body.ts';
import { nitfExtras, notesOf, titleOf } from './nitf-extras.ts';
import { readableDraft } from './readable-draft.ts';
import { childElement, childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, count, linesOf, said } from './xml-paths.ts';

const fields: readonly FieldSource[] = [
  {
    field: 'id',
    from: ['doc-id@id-string', 'nitf@uno', 'du-key@key'],
    note: 'NITF calls doc-id “unique, persistent”; a du-key may be used again for another story once the provider’s period is over, so it is the id only where there is no other: send a correction under the same doc-id',
  },
  { field: 'url', from: ['pubdata@ex-ref'], note: 'when it is an address' },
  { field: 'title', from: ['hedline/hl1', 'head/title'] },
  { field: 'bodyHtml', from: ['body.content', 'body.end/tagline'] },
  {
    field: 'publishedAt',
    from: ['date.issue@norm', 'story.date@norm', 'pubdata@date.publication'],
  },
  { field: 'updatedAt', from: ['the latest revision-history@norm', 'date.issue@norm'] },
  { field: 'version', from: ['du-key@version'], note: 'when it is a whole number' },
  {
    field: 'status',
    from: ['docdata@management-status'],
    note: 'of the document named by management-doc-idref: management-idref-status',
  },
  { field: 'withdrawal', from: ['docdata@management-doc-idref'], note: 'when it is now canceled' },
  {
    field: 'embargoUntil',
    from: ['date.release@norm'],
    note: 'when it is after date.issue; embargoed without it is withheld',
  },
  { field: 'language', from: ['nitf@baselang', 'nitf@xml:lang'] },
  { field: 'byline', from: ['body.head/byline'] },
  { field: 'section', from: ['pubdata@position.section', 'fixture@fix-id'] },
  { field: 'extras.summary', from: ['abstract'] },
  { field: 'extras.keywords', from: ['key-list/keyword@key', 'head/meta name=keywords'] },
  { field: 'extras.subjects', from: ['tobject.subject', 'identified-content/classifier'] },
  { field: 'extras.authors', from: ['byline/person', 'byline/byttl'] },
  { field: 'extras.media', from: ['media/media-reference', 'media-caption', 'media-producer'] },
  { field: 'extras.rights', from: ['doc.copyright', 'doc.rights', 'body.head/rights'] },
  { field: 'extras.dateline', from: ['body.head/dateline'] },
  { field: 'extras.slug', from: ['head/meta name=slug', 'du-key@key'] },
  { field: 'extras.genre', from: ['tobject.property@tobject.property.type'] },
  { field: 'extras.editorialNote', from: ['ed-msg@info', 'correction@info', 'body.head/note'] },
  { field: 'extras.priority', from: ['urgency@ed-urg'] },
  { field: 'extras.source', from: ['distributor', 'from-src@src-name'] },
  { field: 'extras.places', from: ['evloc', 'identified-content/location'] },
  { field: 'extras.people', from: ['identified-content/person'] },
  { field: 'extras.organisations', from: ['identified-content/org'] },
  { field: 'extras.expires', from: ['date.expire@norm'] },
  { field: 'extras.series', from: ['series'] },
  { field: 'extras.corrects', from: ['correction@id-string'] },
  {
    field: 'extras.duKey',
    from: ['du-key'],
    note: 'key, version, generation and part, by which versions under several doc-ids are told',
  },
  { field: 'extras.revisions', from: ['revision-history'] },
  { field: 'extras.publications', from: ['pubdata'], note: 'every one, with all its attributes' },
  { field: 'extras.events', from: ['identified-content/event'] },
  { field: 'extras.scope', from: ['doc-scope@scope'] },
  { field: 'extras.registeredBy', from: ['doc-id@regsrc'] },
  { field: 'extras.subheadlines', from: ['hedline/hl2'] },
];

/** NITF 3: one document is one article, and may change the status of another. */
export const nitf: Format = {
  name: 'nitf',
  title: 'NITF 3',
  specification: 'https://iptc.org/standards/nitf/',
  advice: doctypeAdvice('NITF documents', '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">'),
  mediaTypes: ['text/vnd.iptc.nitf', 'application/nitf+xml'],
  recognises: (document) => document.kind === 'xml' && document.root.name === 'nitf',
  read(document, { timeZone, baseUrl }) {
    if (document.kind !== 'xml' || document.root.name !== 'nitf') {
      throw new DocumentError('It is called NITF, and its root element is not nitf');
    }
    const { root } = document;
    const draft = readableDraft(withBody(nitfDraft(root, timeZone)), baseOf(root, baseUrl));
    const isOnlyOrder = !draft.bodyHtml && draft.title === undefined;
    const orders = ordersOf(root);
    return [...(isOnlyOrder && orders.length > 0 ? [] : [{ pointer: '/nitf', draft }]), ...orders];
  },
  fields,
};

/** What an NITF document says of itself; inside of NewsML too, which says most of it first. */
export function nitfDraft(root: XmlElement, timeZone: string): LooseDraft {
  const docdata = at(root, 'head', 'docdata');
  const head = at(root, 'body', 'body.head');
  const pubdata = at(root, 'head', 'pubdata');
  const instant = (text: string | undefined) => instantOf(text, timeZone);
  const issued = instant(said(at(docdata, 'date.issue'), 'norm'));
  const embargo = embargoOf(docdata, issued, instant);
  const address = said(pubdata, 'ex-ref');
  const status = embargo.isUnclear ? 'withheld' : statusOf(said(docdata, 'management-status'));
  return {
    id:
      said(at(docdata, 'doc-id'), 'id-string') ??
      said(root, 'uno') ??
      said(at(docdata, 'du-key'), 'key'),
    url: address !== undefined && /^https?:\/\//i.test(address) ? address : undefined,
    title: titleOf(root),
    bodyHtml: nitfBodyHtml(root) || undefined,
    publishedAt:
      issued ??
      instant(said(at(head, 'dateline', 'story.date'), 'norm')) ??
      instant(said(pubdata, 'date.publication')),
    updatedAt: latestRevision(root, instant) ?? issued,
    version: count(said(at(docdata, 'du-key'), 'version')),
    status,
    embargoUntil: embargo.until,
    language: said(root, 'baselang') ?? said(root, 'lang'),
    byline: linesOf(head, 'byline').join(', ') || undefined,
    section: said(pubdata, 'position.section') ?? said(at(docdata, 'fixture'), 'fix-id'),
    extras: nitfExtras(root),
  };
}

/** A flash has a headline only; what is not to be shown needs nothing. */
function withBody(draft: LooseDraft): LooseDraft {
  const isShown = draft.status === undefined || draft.status === 'usable';
  return draft.bodyHtml === undefined && isShown ? { ...draft, body: '' } : draft;
}

/** Agencies write both spellings, and `cancelled` in either tense. */
function statusOf(text: string | undefined): 'usable' | 'withheld' | 'canceled' | undefined {
  const word = text?.toLowerCase();
  if (word === undefined) return undefined;
  if (/^(?:cancell?ed|killed|kill|withdrawn)$/.test(word)) return 'canceled';
  if (word === 'withheld') return 'withheld';
  return 'usable';
}

/** A release after the issue is an embargo; so is the status, which without a release has no end. */
function embargoOf(
  docdata: XmlElement | undefined,
  issued: string | undefined,
  instant: (text: string | undefined) => string | undefined,
): { until: string | undefined; isUnclear: boolean } {
  const release = said(at(docdata, 'date.release'), 'norm');
  const released = instant(release);
  const isEmbargoed = said(docdata, 'management-status')?.toLowerCase() === 'embargoed';
  const isUnread = release !== undefined && released === undefined;
  const isLater =
    released !== undefined && (issued === undefined || Date.parse(released) > Date.parse(issued));
  return {
    until: isEmbargoed || isLater ? released : undefined,
    isUnclear: isUnread || (isEmbargoed && released === undefined),
  };
}

function latestRevision(
  root: XmlElement,
  instant: (text: string | undefined) => string | undefined,
): string | undefined {
  const head = childElement(root, 'head');
  const revised = head === undefined ? [] : childElements(head, 'revision-history');
  const instants = revised.flatMap((revision) => instant(said(revision, 'norm')) ?? []);
  return instants.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

/** What the document does to the one it names: canceled is a withdrawal, withheld keeps it back. */
function ordersOf(root: XmlElement): Item[] {
  const docdata = at(root, 'head', 'docdata');
  const id = said(docdata, 'management-doc-idref');
  const status = statusOf(said(docdata, 'management-idref-status'));
  const pointer = '/nitf/head/docdata/@management-doc-idref';
  if (id === undefined) return [];
  const note = joined(notesOf(docdata), ' ');
  if (status === 'canceled') {
    const reason = note && cutText(note, LINE_LENGTH_MAX);
    return [{ pointer, withdrawal: { id, ...(reason !== undefined && { reason }) } }];
  }
  const extras = note === undefined ? {} : { extras: { editorialNote: note } };
  return status === 'withheld' ? [{ pointer, draft: { id, status, ...extras } }] : [];
}
