import type { LooseDraft, Media } from './agency-draft.ts';
import { filled, present } from './agency-draft.ts';
import { fromBase64 } from './base64-text.ts';
import { nitfDraft } from './nitf.ts';
import { childElement, childElements, textOf } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { htmlWithin, xhtmlNames } from './xml-html.ts';
import { at, childrenOf, count, descendants, lineOf, said } from './xml-paths.ts';

export interface G2Content {
  readonly body?: string | undefined;
  readonly bodyHtml?: string | undefined;
  /** What an NITF document in it says, its text too. */
  readonly nitf?: LooseDraft;
  readonly media: Media[];
}

/** An article with all its pictures in all their sizes has fewer. */
const CONTENTS_MAX = 500;

type Text = Omit<G2Content, 'media'>;

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
  const texts = contents.map((content) => textContent(content, timeZone));
  const text = texts.find((found) => found !== undefined);
  return {
    ...text,
    media: [
      ...media,
      ...icons.flatMap((icon) => mediaOf(icon, caption, credit)),
      ...imagesOf(contents),
    ],
  };
}

function textContent(content: XmlElement, timeZone: string): Text | undefined {
  if (content.name === 'inlineXML') return markup(content, timeZone);
  return content.name === 'inlineData' ? data(content) : undefined;
}

function markup(inline: XmlElement, timeZone: string): Text | undefined {
  const [root] = childElements(inline);
  const type = said(inline, 'contenttype')?.toLowerCase() ?? '';
  if (root === undefined) {
    const text = filled(textOf(inline));
    return text === undefined ? undefined : { body: textOf(inline).trim() };
  }
  if (root.name === 'nitf') {
    const nitf = nitfDraft(root, timeZone);
    return nitf.bodyHtml ? { nitf } : undefined;
  }
  const isHtml = root.name === 'html' || root.name === 'body' || root.name === 'div';
  if (!isHtml && !type.includes('html')) return undefined;
  const html = htmlWithin(childElement(root, 'body') ?? inline, xhtmlNames).trim();
  return html === '' ? undefined : { bodyHtml: html };
}

/** Text as it is, or in base64; of other types nothing can be read. */
function data(inline: XmlElement): Text | undefined {
  const type = said(inline, 'contenttype')?.toLowerCase() ?? 'text/plain';
  if (!type.startsWith('text/')) return undefined;
  const raw = textOf(inline);
  const isBase64 = said(inline, 'encoding')?.toLowerCase().endsWith('base64') ?? false;
  const text = (isBase64 ? fromBase64(raw) : raw)?.trim();
  if (text === undefined || text === '') return undefined;
  return type.includes('html') ? { bodyHtml: text } : { body: text };
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
