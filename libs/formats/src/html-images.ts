import { absoluteUrl } from './absolute-url.ts';
import type { Media } from './agency-draft.ts';
import { present } from './agency-draft.ts';
import { htmlLine } from './html-text.ts';
import { isElement } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';

/** Long reads have some dozens; galleries come as media of their own. */
const IMAGES_MAX = 30;
/** Of one tag; those with their picture written inside are longer and give no address. */
const TAG_LENGTH_MAX = 4_000;

/**
 * The pictures in an article's HTML, whose text goes without them: address, alternative text, size.
 * Those of one pixel, which count readers, are left out.
 */
export function imagesIn(html: string, base: string | undefined): Media[] {
  const tags = html.matchAll(/<img\s([^<>]*)>/gi);
  return distinctImages(
    tags.map(([, inside = '']) =>
      inside.length > TAG_LENGTH_MAX ? noImage : attributesIn(inside),
    ),
    base,
  );
}

/** The same where nobody escaped the HTML. */
export function imagesWithin(element: XmlElement, base: string | undefined): Media[] {
  return distinctImages(
    imageElements(element).map(
      ({ attributes }) => new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value])),
    ),
    base,
  );
}

const noImage: ReadonlyMap<string, string> = new Map();

function* imageElements(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name.toLowerCase() === 'img') yield child;
    yield* imageElements(child);
  }
}

function distinctImages(
  images: Iterable<ReadonlyMap<string, string>>,
  base: string | undefined,
): Media[] {
  const found = new Map<string, Media>();
  for (const attributes of images) {
    if (found.size >= IMAGES_MAX) break;
    const url = ['src', 'data-src', 'data-lazy-src', 'data-original']
      .map((name) => absoluteUrl(attributes.get(name), base))
      .find((address) => address !== undefined);
    const [width, height] = ['width', 'height'].map((name) => pixelsOf(attributes.get(name)));
    if (url === undefined || (width ?? 2) < 2 || (height ?? 2) < 2 || found.has(url)) continue;
    const caption = htmlLine(attributes.get('alt') ?? '') || undefined;
    found.set(url, present({ url, caption, width, height }) as Media);
  }
  return [...found.values()];
}

function attributesIn(inside: string): Map<string, string> {
  const pattern = /([a-z][a-z\d-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of inside.matchAll(pattern)) {
    const value = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&');
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value);
  }
  return attributes;
}

const pixelsOf = (text: string | undefined) =>
  /^\d{1,5}$/.test(text?.trim() ?? '') ? Number(text) : undefined;
