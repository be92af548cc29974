import type { FeedElement } from './feed-element.ts';
import { htmlLine, isHtml } from './html-text.ts';
import { isElement, textOf } from './xml-document.ts';

/** A text construct or content of Atom as what it is. */
export interface AtomText {
  readonly kind: 'text' | 'html';
  readonly value: string;
}

/**
 * What a text construct (RFC 4287, 3.1) or content (4.1.3) says, Atom 0.3's modes too. Without a type
 * it is judged by its looks, since many publishers forget it; pictures and films are no text.
 */
export function atomText(element: FeedElement | undefined): AtomText | undefined {
  if (element === undefined) return undefined;
  const type = element.attribute('type')?.toLowerCase().split(';')[0]?.trim() ?? '';
  if (/^(?:image|audio|video|font)\//.test(type)) return undefined;
  const isEncoded =
    element.attribute('mode')?.toLowerCase() === 'base64' || type === 'application/octet-stream';
  const value = isEncoded ? decoded(element.text) : writtenIn(element, type);
  if (value === '') return undefined;
  const isPlain = type === 'text' || type === 'text/plain';
  const hasElements = element.element.children.some(isElement);
  const isMarkup = type.includes('html') || hasElements || (!isPlain && isHtml(value));
  return { kind: isMarkup ? 'html' : 'text', value };
}

/** The same in one line of plain text. */
export function atomLine(element: FeedElement | undefined): string | undefined {
  const text = atomText(element);
  if (text === undefined) return undefined;
  const isSure = text.kind === 'text' && element?.attribute('type') !== undefined;
  return (isSure ? text.value.replace(/\s+/g, ' ') : htmlLine(text.value)) || undefined;
}

/** HTML inside of a wrapper that is not escaped, as some have it, is the HTML. */
function writtenIn(element: FeedElement, type: string): string {
  if (type === 'html' || type === 'text/html') {
    const text = textOf(element.element).trim();
    if (isHtml(text)) return text;
  }
  return element.text;
}

/** Nothing when it is not base64 of text. */
function decoded(base64: string): string {
  const bytes = Buffer.from(base64.replace(/\s+/g, ''), 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return '';
  }
}
