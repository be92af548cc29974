import type { LooseDraft } from './agency-draft.ts';
import { DocumentError } from './draft.ts';
import { hasTag } from './html-text.ts';
import { nitfDraft } from './nitf.ts';
import { childElements, isElement, parseXml } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { escaped, htmlOf, htmlWithin, xhtmlNames } from './xml-html.ts';
import type { HtmlNames } from './xml-html.ts';
import { at } from './xml-paths.ts';

/** The text of an article that stands inside of a document of another format. */
export interface InnerText {
  readonly body?: string;
  readonly bodyHtml?: string;
  /** What an NITF document says, its text too. */
  readonly nitf?: LooseDraft;
}

/** In markup of a house's own any name may be of text; these two never are. */
const houseNames: HtmlNames = new Map<string, string | null>([
  ...[...xhtmlNames].filter(([, name]) => name !== null),
  ['script', null],
  ['style', null],
]);

/**
 * The text of the elements within, whatever markup they are: NITF, whole or from its body on; XHTML,
 * whole or from any element on; else that of a house's own. Where there is text there is a body.
 * @returns nothing when there is none to be shown.
 */
export function textOfMarkup(holder: XmlElement, timeZone: string): InnerText | undefined {
  const [root] = childElements(holder);
  if (root === undefined) return undefined;
  const isNitf = root.name.toLowerCase() === 'nitf';
  if (isNitf || at(holder, 'body.content') || at(holder, 'body', 'body.content')) {
    return { nitf: nitfDraft(isNitf ? root : holder, timeZone) };
  }
  const html = isXhtml(root)
    ? htmlWithin(at(root, 'body') ?? holder, xhtmlNames)
    : houseHtml(holder);
  return html.trim() === '' ? undefined : { bodyHtml: html.trim() };
}

function isXhtml({ name, namespace }: XmlElement): boolean {
  if (namespace.endsWith('/xhtml')) return true;
  const small = name.toLowerCase();
  return small === 'html' || small === 'body' || (houseNames.get(small) ?? null) !== null;
}

/**
 * Of elements that are not HTML's each with text of its own is a paragraph, unless it stands within
 * one. Recursion is as deep as the tree, which parseXml bounds.
 */
function houseHtml(element: XmlElement): string {
  const isParagraph = hasOwnText(element);
  return element.children
    .map((child) => {
      if (!isElement(child)) return escaped(child);
      if (houseNames.has(child.name.toLowerCase())) return htmlOf(child, houseNames);
      const content = houseHtml(child);
      return !isParagraph && hasOwnText(child) ? `<p>${content}</p>` : content;
    })
    .join('');
}

const hasOwnText = ({ children }: XmlElement) =>
  children.some((child) => !isElement(child) && child.trim() !== '');

/** The same for markup that was escaped or encoded, and for text that is none. */
export function textOfCharacters(
  text: string,
  type: string,
  timeZone: string,
): InnerText | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (type.includes('html')) return { bodyHtml: trimmed };
  if (type.includes('plain') || !hasTag(trimmed)) return { body: trimmed };
  if (!trimmed.startsWith('<')) return type === '' ? { body: trimmed } : { bodyHtml: trimmed };
  try {
    const whole = trimmed.replace(/^<\?xml\s[^<>]*\?>/, '');
    return textOfMarkup(parseXml(`<text>${whole}</text>`), timeZone);
  } catch (error) {
    if (error instanceof DocumentError) return { bodyHtml: trimmed };
    throw error;
  }
}
