import { ITEMS_MAX } from '@warta/contracts';
import { baseOf } from './absolute-url.ts';
import { completed } from './agency-draft.ts';
import type { LooseDraft } from './agency-draft.ts';
import type { Item } from './draft.ts';
import { DocumentError } from './draft.ts';
import type { Format, ReadingContext } from './format.ts';
import { instantOf } from './instants.ts';
import { assertsOf, namesOf } from './newsml-g2-concepts.ts';
import { contentOf } from './newsml-g2-content.ts';
import type { G2Content } from './newsml-g2-content.ts';
import { g2Extras, headlineOf } from './newsml-g2-extras.ts';
import { newsmlG2Fields } from './newsml-g2-fields.ts';
import { packageText } from './newsml-g2-package.ts';
import { readableDraft } from './readable-draft.ts';
import { childElements } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, count, lineOf, linesOf, said } from './xml-paths.ts';

const NAMESPACE = /^https?:\/\/iptc\.org\/std\/nar\/2006-10-01\/?$/;

const articleItems = ['newsItem', 'packageItem'];
/** Of the standard too, and no articles: what they are about is not published as news. */
const otherItems = ['conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem'];
/** Sent alone they say nothing of whose they are. */
const parts = ['contentSet', 'contentMeta', 'itemMeta', 'groupSet', 'catalog'];

const TEXTS = 'send text/plain, XHTML or NITF beside it';

/** NewsML-G2: an item, or a message with many. Each becomes a draft, or is refused by its name. */
export const newsmlG2: Format = {
  name: 'newsml-g2',
  title: 'IPTC NewsML-G2 2.0–2.35',
  specification: 'https://iptc.org/standards/newsml-g2/',
  mediaTypes: ['newsMessage', ...articleItems, ...otherItems].map(
    (name) => `application/vnd.iptc.g2.${name.toLowerCase()}+xml`,
  ),
  recognises: (document) => document.kind === 'xml' && isG2(document.root),
  read(document, context) {
    if (document.kind !== 'xml' || !isG2(document.root)) {
      throw new DocumentError('It is called NewsML-G2, and its root is neither message nor item');
    }
    const { root } = document;
    if (root.name !== 'newsMessage') return [readItem(root, `/${root.name}`, context)];
    // One more than is taken says as much as all of them.
    const items = itemsOf(root).slice(0, ITEMS_MAX + 1);
    return items.map(({ item, pointer }) => readItem(item, pointer, context));
  },
  fields: newsmlG2Fields,
};

function isG2(root: XmlElement): boolean {
  if (NAMESPACE.test(root.namespace)) return true;
  const names = [
    'newsMessage',
    ...articleItems,
    ...otherItems,
    'contentSet',
    'contentMeta',
    'groupSet',
  ];
  return !/^(?:https?:|urn:(?!undeclared))/.test(root.namespace) && names.includes(root.name);
}

/** The items of a message, with their places as XPath counts them. */
function itemsOf(message: XmlElement): { item: XmlElement; pointer: string }[] {
  const sets = childElements(message, 'itemSet');
  return sets.flatMap((itemSet, index) => {
    const set = sets.length > 1 ? `itemSet[${index + 1}]` : 'itemSet';
    const counts = new Map<string, number>();
    return childElements(itemSet).map((item) => {
      const nth = (counts.get(item.name) ?? 0) + 1;
      counts.set(item.name, nth);
      return { item, pointer: `/newsMessage/${set}/${item.name}[${nth}]` };
    });
  });
}

const refusal = (pointer: string, at: string, detail: string): Item => ({
  pointer,
  refusal: [{ pointer: `${pointer}${at}`, detail }],
});

function readItem(item: XmlElement, pointer: string, context: ReadingContext): Item {
  if (otherItems.includes(item.name)) {
    return refusal(pointer, '', `is a ${item.name}: only newsItem and packageItem are articles`);
  }
  if (parts.includes(item.name)) {
    return refusal(pointer, '', `is a part of an item: send the newsItem that it belongs to`);
  }
  if (!articleItems.includes(item.name)) {
    return refusal(pointer, '', `is a ${item.name}, which is no item of NewsML-G2`);
  }
  if (said(item, 'guid') === undefined) return refusal(pointer, '/@guid', 'is needed');
  const created = at(item, 'itemMeta', 'versionCreated');
  if (created === undefined) return refusal(pointer, '/itemMeta/versionCreated', 'is needed');
  const status = statusOf(at(item, 'itemMeta', 'pubStatus'));
  if (status === null) {
    const detail = 'must be usable, withheld or canceled';
    return refusal(pointer, '/itemMeta/pubStatus', detail);
  }
  const content = contentOf(item, context.timeZone);
  const draft = draftOf({ item, status, content, context });
  if (draft.body === '' && content.unread !== undefined) {
    const type = said(content.unread, 'contenttype') ?? 'a type that is not said';
    return refusal(
      pointer,
      '/contentSet/inlineData',
      `is ${type}, of which no text can be read: ${TEXTS}`,
    );
  }
  return { pointer, draft: readableDraft(draft, baseOf(item, context.baseUrl)) };
}

type Status = 'usable' | 'withheld' | 'canceled';

/** Under whatever alias a catalog gives the scheme, or by its whole URI; null when it is another. */
function statusOf(element: XmlElement | undefined): Status | undefined | null {
  const code = said(element, 'qcode') ?? said(element, 'uri') ?? said(element, 'literal');
  if (code === undefined) return element === undefined ? undefined : null;
  const word = code.slice(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
  if (word === 'usable' || word === 'withheld' || word === 'canceled') return word;
  return word === 'cancelled' ? 'canceled' : null;
}

interface ItemParts {
  readonly item: XmlElement;
  readonly status: Status | undefined;
  readonly content: G2Content;
  readonly context: ReadingContext;
}

function draftOf({ item, status, content, context }: ItemParts): LooseDraft {
  const { timeZone } = context;
  const itemMeta = at(item, 'itemMeta');
  const contentMeta = at(item, 'contentMeta');
  const instant = (element: XmlElement | undefined) => instantOf(lineOf(element), timeZone);
  const updatedAt = instant(at(itemMeta, 'versionCreated'));
  const embargoed = at(itemMeta, 'embargoed');
  const embargoUntil = instant(embargoed);
  // Without an end that can be read it lasts until a version says otherwise.
  const isUnclear = embargoed !== undefined && embargoUntil === undefined;
  const asserts = assertsOf(item);
  const { nitf, ...text } = content.text;
  const extras = g2Extras(item, asserts, content.media);
  const firstCreated = instant(at(itemMeta, 'firstCreated'));
  const contentCreated = instant(at(contentMeta, 'contentCreated'));
  const headline = headlineOf(contentMeta);
  const creators = namesOf(contentMeta, 'creator', asserts);
  const own: LooseDraft = {
    id: said(item, 'guid'),
    version: count(said(item, 'version')),
    status: isUnclear && status !== 'canceled' ? 'withheld' : status,
    embargoUntil,
    updatedAt,
    publishedAt: firstCreated ?? contentCreated ?? updatedAt,
    title: headline ?? lineOf(at(itemMeta, 'title')),
    language: said(at(contentMeta, 'language'), 'tag') ?? said(item, 'lang'),
    byline: linesOf(contentMeta, 'by')[0],
    ...text,
    extras: { ...extras, ...(firstCreated !== undefined && { contentCreated }) },
  };
  const draft = nitf === undefined ? own : completed(own, nitf);
  const named = draft.byline === undefined || draft.byline === '' ? creators.join(', ') : undefined;
  return withText({ ...draft, ...(named && { byline: named }) }, item);
}

/** A picture's text is its caption, a package's the titles of what is in it; else it is empty. */
function withText(draft: LooseDraft, item: XmlElement): LooseDraft {
  if (draft.body !== undefined || draft.bodyHtml !== undefined) return draft;
  const descriptions = linesOf(at(item, 'contentMeta'), 'description');
  const [first] = descriptions;
  const isNotShown = draft.status === 'withheld' || draft.status === 'canceled';
  const extras = { ...draft.extras };
  if (first !== undefined && extras.summary === first) delete extras.summary;
  const body = first ?? packageText(item);
  if (body === undefined && isNotShown) return draft;
  return { ...draft, body: body ?? '', extras };
}
