import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { bodyText, BodyHtmlError } from './body-text.ts';
import { DocumentError } from './draft.ts';
import type { ScannedPage } from './html-scan.ts';

/**
 * What is left of a page when scripts, menus, players and what only formats are gone. Of 30 pages of
 * news sites in eight scripts the largest article has 1,100, the largest front page 1,400; finding
 * the article in this many takes 0.15 s, in most.
 */
export const PAGE_ELEMENTS_MAX = 3_000;

/**
 * Shorter texts are looked for again, up to three times, with what seemed to be furniture left in.
 * On a crowded page that takes long, and finds furniture.
 */
const SHORT_TEXT_MAX = 500;
const SEARCHED_AGAIN_ELEMENTS_MAX = 1_500;

/**
 * Each becomes a node of its own in the tree: half a million take seconds. Pages have up to 5,000,
 * nearly all of them `&nbsp;` and `&amp;`.
 */
const PAGE_ENTITIES_MAX = 20_000;

/** Of the content with its tags: a body has at most 200,000. The largest of those pages has 76,000. */
const PAGE_LENGTH_MAX = 250_000;

/** Lines with which pages send readers to other articles; the rest of the line is the other's title. */
const readAlso =
  /^(?:[-•*>»]\s*)?(?:baca|simak|lihat|tonton|pilihan editor|artikel terkait|berita terkait|read|see|watch|related)(?: juga| video| selengkapnya| also| more| articles?){0,2}\s?[:：]/i;
/** What stands where advertisements and players were. */
const placeholder =
  /^(?:advertisement|iklan|scroll to (?:continue|resume) (?:with|reading) ?[a-z]*|lanjutkan (?:membaca|dengan konten)|\[gambas:[^\]]*\])$/i;
const FURNITURE_LENGTH_MAX = 300;

/**
 * The text of the article on a page, found by what surrounds it, paragraphs separated by empty lines.
 * Nothing when there is none. Only text comes out: no element or attribute of the page is kept.
 * @throws DocumentError when the page is too large to be looked through.
 */
export function pageArticle(page: ScannedPage, title: string): string | undefined {
  if (page.elements > PAGE_ELEMENTS_MAX) {
    throw new DocumentError(`The page has more than ${PAGE_ELEMENTS_MAX} elements of content`);
  }
  if (page.content.length > PAGE_LENGTH_MAX) {
    throw new DocumentError(`The page has more than ${PAGE_LENGTH_MAX} characters of content`);
  }
  if (page.content.split('&').length > PAGE_ENTITIES_MAX) {
    throw new DocumentError(`The page has more than ${PAGE_ENTITIES_MAX} character references`);
  }
  const { document } = parseHTML(
    `<!doctype html><html><head><title></title></head><body>${page.content}</body></html>`,
  );
  document.title = title;
  const isCrowded = page.elements > SEARCHED_AGAIN_ELEMENTS_MAX;
  const charThreshold = isCrowded ? 1 : SHORT_TEXT_MAX;
  const article = new Readability(document, { disableJSONLD: true, charThreshold }).parse();
  const html = article?.content ?? '';
  const text = textOf(html)
    .split('\n')
    .filter((line) => line.length > FURNITURE_LENGTH_MAX || !isFurniture(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? undefined : text;
}

const isFurniture = (line: string) => readAlso.test(line) || placeholder.test(line.trim());

function textOf(html: string): string {
  try {
    return bodyText(html);
  } catch (error) {
    if (!(error instanceof BodyHtmlError)) throw error;
    throw new DocumentError(`The article on the page ${error.message}`);
  }
}
