import { compile } from 'html-to-text';

/** With its markup. Titles have 1,000 characters at most, summaries as many as extras hold. */
const SOURCE_LENGTH_MAX = 20_000;
/** Conversion recurses. */
const DEPTH_MAX = 50;
/** Tags nested wrongly take time with the square of their number; titles have a few. */
const TAGS_MAX = 200;

const toLine = compile({
  wordwrap: false,
  limits: { maxDepth: DEPTH_MAX, maxInputLength: undefined, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: 'ul', options: { itemPrefix: '' } },
    // NOTE: not the library's table layout, which `colspan=1000000` keeps busy for minutes.
    { selector: 'table', format: 'block' },
    ...['img', 'script', 'style'].map((selector) => ({ selector, format: 'skip' })),
  ],
});

/** As it is, one character for each of HTML's names, numbers and pairs of both; the lines stay. */
const toCharacters = compile({ wordwrap: false, preserveNewlines: true });

const TAG = /<(?:!--|\/?[A-Za-z][^<>]*>)/;
/** Elements of which one at least is in every HTML that has more than one paragraph. */
const LINES =
  /<\/?(?:p|br|hr|div|li|h[1-6]|pre|t[rdh]|d[td]|blockquote|section|article|figcaption)[\s/>]/i;
const EMPTY_LINE = /\n[^\S\n]*\n/;

export const hasTag = (text: string) => TAG.test(text);

/**
 * Whether the line breaks of what is meant as HTML are those of its text: it has nothing else that
 * makes lines. Without any tag each counts; beside tags within a line, those that part paragraphs do,
 * for tools also break lines where a source gets too wide.
 */
export function keepsLineBreaks(html: string): boolean {
  return !hasTag(html) || (EMPTY_LINE.test(html) && !LINES.test(html));
}

/** Whether its HTML, or its text, tells paragraphs apart. */
export function hasLines(text: string): boolean {
  return LINES.test(text) || (keepsLineBreaks(text) && text.includes('\n'));
}

/**
 * Text without tags in which characters are written by name or number, as often escaped twice as in
 * titles: its characters decoded, its lines as they were.
 */
export function decodedText(text: string): string {
  const once = characters(text);
  return isHtml(once) ? characters(once) : once;
}

/**
 * One line of what is plain text by its format: what looks like a tag is none. Characters by name are
 * decoded all the same, for nobody means to show those.
 */
export const plainLine = (text: string) => oneLine(hasTag(text) ? text : decodedText(text));

const characters = (text: string) => toCharacters(inItsLines(text.replaceAll('<', '&lt;')));

/**
 * What is to be converted with its line breaks: they are line feeds that nobody wrote by number, and
 * no more than two in a row, for the converter's stack grows with those.
 */
export const inItsLines = (html: string) =>
  html
    .replace(/&(?:#(?:0{0,20}1[03]|[xX]0{0,20}[aAdD])|NewLine)(?:;|(?![\da-zA-Z]))/g, '\n')
    .replace(/\r\n?/g, '\n')
    .replace(/\n\s*\n/g, '\n\n');

/** Whether text is meant as HTML: it has a tag, a comment, or a character's name. */
export function isHtml(text: string): boolean {
  return /<(?:!--|\/?[A-Za-z][^<>]*>)|&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/.test(
    text,
  );
}

/**
 * A title or name as plain text in one line: tags gone, characters decoded. Feeds escape their titles
 * twice as often as once, so what still looks like HTML after decoding is decoded once more.
 */
export function htmlLine(text: string): string {
  const start = text.slice(0, SOURCE_LENGTH_MAX);
  if (!isHtml(start)) return oneLine(text);
  const once = plain(start);
  return isHtml(once) ? plain(once) : once;
}

function plain(html: string): string {
  const isFlood = html.split('<').length > TAGS_MAX;
  return oneLine(toLine(isFlood ? html.replace(/<\/?[A-Za-z][^<>]*>/g, ' ') : html));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
