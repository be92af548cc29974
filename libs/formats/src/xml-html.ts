import { attributeOf, isElement } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';

/** What an element becomes: an HTML element, nothing at all, or (absent) only what is in it. */
export type HtmlNames = ReadonlyMap<string, string | null>;

/**
 * The content of an element as HTML. Of attributes only where a link leads stays; the text is escaped,
 * so that nothing in it becomes markup. Recursion is as deep as the tree, which parseXml bounds.
 */
export function htmlWithin(element: XmlElement, names: HtmlNames): string {
  return element.children
    .map((child) => (isElement(child) ? htmlOf(child, names) : escaped(child)))
    .join('');
}

export function htmlOf(element: XmlElement, names: HtmlNames): string {
  const name = names.get(element.name.toLowerCase());
  if (name === null) return '';
  const content = htmlWithin(element, names);
  if (name === undefined) return content;
  if (name === 'br' || name === 'hr') return `<${name}>`;
  const href = name === 'a' ? attributeOf(element, 'href') : undefined;
  const link = href === undefined ? '' : ` href="${escaped(href)}"`;
  return `<${name}${link}>${content}</${name}>`;
}

export const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Names that mean the same in both. */
export const sameNames = (...names: string[]): [string, string][] =>
  names.map((name) => [name, name]);

const skipped = (...names: string[]): [string, null][] => names.map((name) => [name, null]);

/** XHTML as it is, without what is not shown or not text. */
export const xhtmlNames: HtmlNames = new Map<string, string | null>([
  ...sameNames('p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'section', 'article', 'blockquote'),
  ...sameNames(
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'pre',
    'br',
    'hr',
    'a',
    'em',
    'strong',
    'b',
    'i',
  ),
  ...sameNames('table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'),
  ...sameNames('figure', 'figcaption'),
  ...skipped('head', 'title', 'script', 'style', 'noscript', 'template', 'iframe', 'object'),
]);
