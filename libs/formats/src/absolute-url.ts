import type { XmlElement } from './xml-document.ts';
import { namespaces } from './xml-namespaces.ts';

/** Written into a document as if it were into another one: no address means these characters. */
const ESCAPED_AMPERSAND = /&(?:amp|#0{0,3}38|#x0{0,3}26);/gi;

/**
 * The address as a reader's browser would open it, http or https; one that is absolute already stays
 * as it is written, for articles are known by it, but for an `&` that was escaped once too often.
 * @returns nothing when it is of another scheme, is none, or is relative to nothing.
 */
export function absoluteUrl(reference: string | undefined, base?: string): string | undefined {
  const written = (reference?.trim() ?? '').replace(ESCAPED_AMPERSAND, '&');
  if (written === '') return undefined;
  const url = URL.parse(written, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  const isWhole = /^https?:\/\/[^\s\\]+$/i.test(written);
  return isWhole ? written : url.href;
}

/** The base of what is in the element: its xml:base, itself relative to the one around it. */
export function baseOf(element: XmlElement, around: string | undefined): string | undefined {
  const own = xmlAttribute(element, 'base');
  return own === undefined ? around : (absoluteUrl(own, around) ?? around);
}

/** An attribute of XML itself: `base`, `lang`. */
export function xmlAttribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(
    (attribute) => attribute.name === name && attribute.namespace === namespaces.xml,
  )?.value;
}
