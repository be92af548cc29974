import type { Media } from './agency-draft.ts';
import type { FeedElement } from './feed-element.ts';
import { imagesIn, imagesWithin } from './html-images.ts';

/** An article with more has a gallery elsewhere. */
const MEDIA_MAX = 100;
/** Groups hold the same thing in several sizes; groups in groups are nobody's. */
const GROUP_DEPTH_MAX = 3;

/** With the pictures of the article's own HTML behind them, escaped or not. */
export function withImages(media: readonly Media[], text: FeedElement | undefined): Media[] {
  if (text === undefined) return [...media];
  const known = new Set(media.map(({ url }) => url));
  const images = [...imagesWithin(text.element, text.base), ...imagesIn(text.text, text.base)];
  return [...media, ...images.filter(({ url }) => !known.has(url))];
}

/**
 * Pictures, sound, film and files of an item, as enclosures, Media RSS, iTunes and plain `image`
 * elements say them; each address once, with all that was said about it.
 */
export function mediaOf(item: FeedElement): Media[] {
  const found = [
    ...item.all('enclosure').map((enclosure) => enclosureOf(enclosure)),
    ...mediaRss(item, 0),
    ...item.all('itunes:image').map((image) => ({ url: image.url('href') ?? image.url() })),
    ...item.all('image').map((image) => imageOf(image)),
  ];
  const byUrl = new Map<string, Media>();
  for (const { url, ...rest } of found) {
    if (url === undefined || (byUrl.size >= MEDIA_MAX && !byUrl.has(url))) continue;
    byUrl.set(url, withoutUndefined({ ...rest, ...byUrl.get(url), url }));
  }
  const seconds = secondsOf(item.first('itunes:duration')?.text);
  const [first] = byUrl.values();
  if (first !== undefined && seconds !== undefined) first.seconds ??= seconds;
  return [...byUrl.values()];
}

type Found = { [Name in keyof Media]?: Media[Name] | undefined };

function enclosureOf(enclosure: FeedElement): Found {
  return {
    url: enclosure.url('url') ?? enclosure.url('href') ?? enclosure.url('resource'),
    type: enclosure.attribute('type'),
    bytes: countOf(enclosure.attribute('length')),
  };
}

/** RSS puts the address of an item's own picture into a child, an attribute or the text. */
function imageOf(image: FeedElement): Found {
  return {
    url: image.url('href') ?? image.url('url') ?? image.first('url')?.url() ?? image.url(),
    caption: image.first('title', 'caption')?.line,
  };
}

function mediaRss(parent: FeedElement, depth: number): Found[] {
  if (depth > GROUP_DEPTH_MAX) return [];
  const around = about(parent);
  return [
    ...parent.all('media:content').flatMap((content) => [
      {
        url: content.url('url') ?? content.first('media:player')?.url('url'),
        type: content.attribute('type') ?? content.attribute('medium'),
        width: countOf(content.attribute('width')),
        height: countOf(content.attribute('height')),
        bytes: countOf(content.attribute('filesize')),
        seconds: secondsOf(content.attribute('duration')),
        ...about(content, around),
      },
      ...thumbnails(content),
    ]),
    ...thumbnails(parent),
    ...parent.all('media:player').map((player) => ({ url: player.url('url') })),
    ...parent.all('media:group').flatMap((group) => mediaRss(group, depth + 1)),
  ];
}

function thumbnails(parent: FeedElement): Found[] {
  return parent.all('media:thumbnail').map((thumbnail) => ({
    url: thumbnail.url('url') ?? thumbnail.url(),
    width: countOf(thumbnail.attribute('width')),
    height: countOf(thumbnail.attribute('height')),
  }));
}

/** What is said of a medium itself, and where nothing is, of what it stands in. */
function about(element: FeedElement, around: Found = {}): Found {
  return {
    caption: element.first('media:description', 'media:title')?.line ?? around.caption,
    credit: element.first('media:credit', 'media:copyright')?.line ?? around.credit,
  };
}

function withoutUndefined(found: Found & { url: string }): Media {
  const kept = Object.entries(found).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as Media;
}

export function countOf(text: string | undefined): number | undefined {
  return /^\d{1,15}$/.test(text?.trim() ?? '') ? Number(text) : undefined;
}

/** Seconds, with or without a fraction, or `1:02:03`. */
export function secondsOf(text: string | undefined): number | undefined {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,8}(?:\.\d{1,6})?)$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  return Number(match[1] ?? 0) * 3_600 + Number(match[2] ?? 0) * 60 + Number(match[3]);
}
