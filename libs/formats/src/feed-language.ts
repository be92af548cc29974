import { xmlAttribute } from './absolute-url.ts';
import type { FeedElement } from './feed-element.ts';
import type { XmlElement } from './xml-document.ts';

/** What feeds say in place of a tag: names, and the code that Java and Blogger still have for Indonesian. */
const instead: ReadonlyMap<string, string> = new Map([
  ['in', 'id'],
  ['in-id', 'id-ID'],
  ['ina', 'id'],
  ['indonesia', 'id'],
  ['indonesian', 'id'],
  ['bahasa', 'id'],
  ['bahasa indonesia', 'id'],
  ['english', 'en'],
  ['inggris', 'en'],
  ['malay', 'ms'],
  ['bahasa melayu', 'ms'],
]);

/** The language of what is in the element: its xml:lang, empty for none, or the one around it. */
export function languageOf(element: XmlElement, around: string | undefined): string | undefined {
  const own = xmlAttribute(element, 'lang')?.trim();
  return own === undefined ? around : tagOf(own);
}

/** The language that an element says in words. */
export const languageIn = (element: FeedElement | undefined) => tagOf(element?.line);

function tagOf(said: string | undefined): string | undefined {
  const tag = said?.replaceAll('_', '-') || undefined;
  return tag && (instead.get(tag.toLowerCase()) ?? tag);
}
