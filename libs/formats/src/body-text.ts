import { BODY_LENGTH_MAX } from '@warta/contracts';
import { compile } from 'html-to-text';
import type { HtmlToTextOptions } from 'html-to-text';
import { inItsLines, keepsLineBreaks } from './html-text.ts';
import { toNfc } from './to-nfc.ts';

/**
 * Elements inside one another. Conversion recurses, and articles of editors and page builders stay
 * below 40; what is nested deeper is refused rather than lost.
 */
export const HTML_DEPTH_MAX = 200;

/**
 * Conversion takes time with the square of the number of tags when they are nested wrongly: measured
 * 62 s for the 200,000 that fit into a request, 0.1 s for these. Long reads have a few thousand.
 */
export const HTML_TAGS_MAX = 10_000;

/** Stands where the converter left something out; no feed sends this private-use character twice. */
const CUT = '\uE0FF\uE0FE';

/** Neither shown to readers nor part of the text. */
const skippedElements = [
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'img',
  'video',
  'audio',
  'canvas',
  'nav',
  'button',
  'select',
  'textarea',
];

const paragraph = { leadingLineBreaks: 2, trailingLineBreaks: 2 };
const line = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: HTML_DEPTH_MAX, maxInputLength: undefined, ellipsis: CUT },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'blockquote', format: 'block', options: paragraph },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, ...paragraph },
    })),
    { selector: 'ul', options: { itemPrefix: '- ', ...paragraph } },
    { selector: 'figcaption', format: 'block', options: paragraph },
    // NOTE: not the library's table layout: `colspan=1000000` in 50 bytes makes it run for minutes.
    ...['table', 'tr'].map((selector) => ({ selector, format: 'block', options: paragraph })),
    ...['th', 'td'].map((selector) => ({ selector, format: 'block', options: line })),
    ...skippedElements.map((selector) => ({ selector, format: 'skip' })),
  ],
};

const toText = compile(options);
const toTextInItsLines = compile({ ...options, preserveNewlines: true });

/** Why HTML cannot be taken in; the message continues "bodyHtml …". */
export class BodyHtmlError extends Error {}

/**
 * The text of an article's HTML as a reader sees it: paragraphs separated by empty lines, links
 * without their addresses, no scripts; in NFC. HTML in which no element makes lines has those of its
 * source. Deterministic, so that the same push has the same hash.
 * @throws BodyHtmlError when something would have to be left out.
 */
export function bodyText(html: string): string {
  if (html.split('<').length - 1 > HTML_TAGS_MAX) {
    throw new BodyHtmlError(`must not have more than ${HTML_TAGS_MAX} tags`);
  }
  // Characters named by number come into being here.
  const converted = keepsLineBreaks(html) ? toTextInItsLines(inItsLines(html)) : toText(html);
  const text = toNfc(converted).trim();
  if (text.includes(CUT)) {
    throw new BodyHtmlError(`must not be nested deeper than ${HTML_DEPTH_MAX} elements`);
  }
  if (text.length > BODY_LENGTH_MAX) {
    throw new BodyHtmlError(`must not have more than ${BODY_LENGTH_MAX} characters of text`);
  }
  if (text.includes('\u0000')) throw new BodyHtmlError('must not contain the NUL character');
  return text;
}
