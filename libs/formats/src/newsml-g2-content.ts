import type { Media } from './agency-draft.ts';
import { present } from './agency-draft.ts';
import { fromBase64 } from './base64-text.ts';
import { childElement, childElements, textOf } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, childrenOf, count, descendants, lineOf, said } from './xml-paths.ts';
import { textOfCharacters, textOfMarkup } from './xml-text.ts';
import type { InnerText } from './xml-text.ts';

export interface G2Content {
  readonly text: InnerText;
  readonly media: Media[];
  /** What holds something that is no text, and no picture, sound or film either. */
  readonly unread: XmlElement | undefined;
}

/** An article with all its pictures in all their sizes has fewer. */
const CONTENTS_MAX = 500;

/** The first content of an item that is text, and its pictures, sound and film. */
export function contentOf(item: XmlElement, timeZone: string): G2Content {
  const contentSet = childElement(item, 'contentSet');
  const contents = contentSet === undefined ? [] : childElements(contentSet).slice(0, CONTENTS_MAX);
  const caption = captionOf(item);
  const credit = lineOf(at(item, 'contentMeta', 'creditline'));
  const media = contents
    .filter(({ name }) => name === 'remoteContent')
    .flatMap((remote) => mediaOf(remote, caption, credit));
  const icons = childrenOf(at(item, 'contentMeta'), 'icon');
  return {
    text: firstText(contents, timeZone) ?? {},
    unread: contents.find(isUnread),
    media: [
      ...media,
      ...icons.flatMap((icon) => mediaOf(icon, caption, credit)),
      ...imagesOf(contents),
    ],
  };
}

/** NITF of a flash has a headline only: what has a body is looked for behind it, and nothing after that. */
function firstText(contents: readonly XmlElement[], timeZone: string): InnerText | undefined {
  let first: InnerText | undefined;
  for (const content of contents) {
    const text = textContent(content, timeZone);
    if (text !== undefined && (text.nitf === undefined || text.nitf.bodyHtml)) return text;
    first ??= text;
  }
  return first;
}

function textContent(content: XmlElement, timeZone: string): InnerText | undefined {
  const type = typeOf(content);
  if (content.name === 'inlineXML') {
    const isMarkup = childElements(content).length > 0;
    return isMarkup
      ? textOfMarkup(content, timeZone)
      : textOfCharacters(textOf(content), type, timeZone);
  }
  const text = content.name === 'inlineData' && isText(type) ? dataOf(content) : undefined;
  return text === undefined ? undefined : textOfCharacters(text, type, timeZone);
}

const typeOf = (content: XmlElement) => said(content, 'contenttype')?.toLowerCase() ?? '';

/** Of other types nothing can be read. */
const isText = (type: string) =>
  type === '' || (/^text\/|html|nitf|[/+]xml\b/.test(type) && !type.includes('rtf'));

const isUnread = (content: XmlElement) =>
  content.name === 'inlineData' &&
  textOf(content).trim() !== '' &&
  !/^(?:image|audio|video)\//.test(typeOf(content)) &&
  (!isText(typeOf(content)) || dataOf(content) === undefined);

/** As it is, or in base64. */
function dataOf(inline: XmlElement): string | undefined {
  const isBase64 = said(inline, 'encoding')?.toLowerCase().endsWith('base64') ?? false;
  return isBase64 ? fromBase64(textOf(inline)) : textOf(inline);
}

function captionOf(item: XmlElement): string | undefined {
  const descriptions = childElements(at(item, 'contentMeta') ?? item, 'description');
  const caption = descriptions.find((found) => said(found, 'role')?.endsWith('caption'));
  return lineOf(caption ?? descriptions[0]);
}

function mediaOf(
  remote: XmlElement,
  caption: string | undefined,
  credit: string | undefined,
): Media[] {
  const url = said(remote, 'href') ?? said(remote, 'residref');
  if (url === undefined) return [];
  const media = {
    url,
    type: said(remote, 'contenttype'),
    caption,
    credit,
    width: count(said(remote, 'width')),
    height: count(said(remote, 'height')),
    bytes: count(said(remote, 'size')),
    seconds: secondsOf(remote),
  };
  return [present(media) as Media];
}

/** A duration is in seconds unless it says otherwise. */
function secondsOf(remote: XmlElement): number | undefined {
  const duration = count(said(remote, 'duration'));
  const unit = said(remote, 'durationunit')?.toLowerCase() ?? 'seconds';
  if (duration === undefined) return undefined;
  if (unit.endsWith('milliseconds')) return duration / 1_000;
  return unit.endsWith('seconds') ? duration : undefined;
}

/** Pictures within XHTML. */
function imagesOf(contents: readonly XmlElement[]): Media[] {
  return contents
    .filter(({ name }) => name === 'inlineXML')
    .flatMap((inline) => descendants(inline, 'img'))
    .flatMap((image) => {
      const url = said(image, 'src');
      const caption = said(image, 'alt');
      return url === undefined ? [] : [present({ url, caption }) as Media];
    });
}
