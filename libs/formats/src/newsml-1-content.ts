import { filled, present } from './agency-draft.ts';
import type { Media } from './agency-draft.ts';
import { fromBase64 } from './base64-text.ts';
import { htmlLine } from './html-text.ts';
import { childElements, textOf } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, count, descendants, lineOf, said } from './xml-paths.ts';
import { textOfCharacters, textOfMarkup } from './xml-text.ts';
import type { InnerText } from './xml-text.ts';

/** One content of the tree of components, with what the components around it say it is. */
interface Content {
  readonly item: XmlElement;
  /** The nearest component; its lines are about this content. */
  readonly component: XmlElement;
  /** What stands under the pictures of the component. */
  readonly caption: string | undefined;
  /** Of the nearest component that has one, in small letters; empty when none has. */
  readonly role: string;
}

interface ReadContent extends Content {
  readonly text: InnerText;
}

export interface ReadContents {
  /** The article's text, from the content that is most likely its body. */
  readonly text: InnerText;
  readonly media: Media[];
  /** What holds a document of an office rather than text, as its type is called. */
  readonly unread: string | undefined;
  /** Summaries, contacts and the like, by the role they are given. */
  readonly others: readonly { role: string; text: string }[];
}

/** A story with all its pictures in all their sizes has fewer. */
const CONTENTS_MAX = 500;

const bodyRoles = /^(?:main|body|maintext|bodytext|text|story|article|news|newstext)/;
/** Beside the article, and never it. */
const besideRoles = /^(?:headline|subheadline|contact|stylesheet|caption|logo|abstract|summary)/;

/** Everything a news item holds; of alternatives, which 1.2 marks nowhere reliably, the first. */
export function contentsOf(newsItem: XmlElement, timeZone: string): ReadContents {
  const contents = childElements(newsItem, 'NewsComponent')
    .flatMap((component) => contentsWithin(component, ''))
    .slice(0, CONTENTS_MAX);
  const texts = contents.flatMap((content): ReadContent[] => {
    const text = textOfContent(content.item, timeZone);
    return text === undefined ? [] : [{ ...content, text }];
  });
  // NITF of a flash has a headline only.
  const withBody = texts.filter(({ text: { nitf } }) => nitf === undefined || nitf.bodyHtml);
  const main = mainOf(withBody) ?? mainOf(texts);
  return {
    text: main?.text ?? {},
    media: contents.flatMap(mediaOf),
    unread: contents.map(({ item }) => unreadType(item)).find((type) => type !== undefined),
    others: texts.flatMap((content) => {
      const { body, bodyHtml } = content.text;
      const text = bodyHtml === undefined ? filled(body) : filled(htmlLine(bodyHtml));
      if (content === main || text === undefined || content.role === 'stylesheet') return [];
      return [{ role: content.role, text }];
    }),
  };
}

const mainOf = (texts: readonly ReadContent[]) =>
  texts.find(({ role }) => bodyRoles.test(role)) ??
  texts.find(({ text }) => text.nitf !== undefined) ??
  texts.find(({ role }) => !besideRoles.test(role));

function contentsWithin(component: XmlElement, outerRole: string): Content[] {
  const role = said(at(component, 'Role'), 'FormalName')?.toLowerCase() ?? outerRole;
  const caption = captionOf(component);
  return childElements(component).flatMap((child) => {
    if (child.name === 'NewsComponent') return contentsWithin(child, role);
    return child.name === 'ContentItem' ? [{ item: child, component, caption, role }] : [];
  });
}

const typeOf = (item: XmlElement) =>
  said(at(item, 'MimeType'), 'FormalName') ?? said(at(item, 'Format'), 'FormalName');

const UNREADABLE = /pdf|rtf|postscript|msword|officedocument|zip|octet-stream/;

function unreadType(item: XmlElement): string | undefined {
  const type = typeOf(item);
  const data = at(at(item, 'Encoding') ?? item, 'DataContent');
  const isUnread = UNREADABLE.test(type?.toLowerCase() ?? '') && textOf(data).trim() !== '';
  return isUnread ? type : undefined;
}

/** Text alone; what is encoded and no text, and what lies elsewhere, is none. */
function textOfContent(item: XmlElement, timeZone: string): InnerText | undefined {
  const encoding = at(item, 'Encoding');
  const data = at(encoding ?? item, 'DataContent');
  if (data === undefined) return undefined;
  const type = typeOf(item)?.toLowerCase() ?? '';
  const isMedia = /^(?:image|audio|video)\b|jpe?g|gif|png|mpeg/.test(type);
  if (isMedia || type.includes('css') || UNREADABLE.test(type)) return undefined;
  if (childElements(data).length > 0) return textOfMarkup(data, timeZone);
  const notation = said(encoding, 'Notation')?.toLowerCase() ?? '';
  const text = notation.includes('base64') ? fromBase64(textOf(data)) : textOf(data);
  return text === undefined ? undefined : textOfCharacters(text, type, timeZone);
}

function mediaOf({ item, component, caption }: Content): Media[] {
  const url = said(item, 'Href');
  if (url === undefined) return [];
  const characteristics = at(item, 'Characteristics');
  const property = (...names: string[]) => {
    const found = (
      characteristics === undefined ? [] : childElements(characteristics, 'Property')
    ).find((candidate) => names.includes(said(candidate, 'FormalName')?.toLowerCase() ?? ''));
    return count(said(found, 'Value'));
  };
  const lines = at(component, 'NewsLines');
  const media = {
    url,
    type: typeOf(item),
    caption,
    credit: lineOf(at(lines, 'CreditLine')) ?? lineOf(at(lines, 'ByLine')),
    width: property('pixelwidth', 'width'),
    height: property('pixelheight', 'height'),
    bytes: count(lineOf(at(characteristics, 'SizeInBytes'))),
    seconds: property('duration', 'totalduration'),
  };
  return [present(media) as Media];
}

/** Text of the role caption inside of a picture's component, else its headline. */
function captionOf(component: XmlElement): string | undefined {
  const captions = childElements(component, 'NewsComponent').filter((inner) =>
    said(at(inner, 'Role'), 'FormalName')?.toLowerCase().startsWith('caption'),
  );
  const [caption] = captions.flatMap((inner) => descendants(inner, 'DataContent'));
  return lineOf(caption) ?? lineOf(at(component, 'NewsLines', 'HeadLine'));
}
