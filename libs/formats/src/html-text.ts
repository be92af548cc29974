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
