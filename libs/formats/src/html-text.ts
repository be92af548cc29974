import { compile } from 'html-to-text';

/** A title is at most 1,000 characters; what is longer than this with its markup is refused as too long. */
const SOURCE_LENGTH_MAX = 20_000;
/** Conversion recurses. */
const DEPTH_MAX = 50;

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
  const source = text.slice(0, SOURCE_LENGTH_MAX);
  if (!isHtml(source)) return oneLine(text);
  const once = oneLine(toLine(source));
  return isHtml(once) ? oneLine(toLine(once)) : once;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
