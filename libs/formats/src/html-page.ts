import { parseStrictJson, StrictJsonError } from '@warta/contracts';
import { DocumentError } from './draft.ts';
import type { ArticleDraft } from './draft.ts';
import type { Format, ReadingContext } from './format.ts';
import { pageArticle } from './html-article.ts';
import { PageMeta } from './html-meta.ts';
import { htmlPageFields } from './html-page-fields.ts';
import { scanPage } from './html-scan.ts';
import type { ScannedPage } from './html-scan.ts';
import { hasLines } from './html-text.ts';
import { articlesOf } from './json-ld.ts';

/** A text of JSON-LD this long is the article's; shorter ones are often its first words. */
const WHOLE_LENGTH_MIN = 500;
/** A page is of one; others are named beside it. */
const DATA_ARTICLES_MAX = 20;
/** How much longer the page's own text must be to be believed more. */
const LONGER = 1.5;

/**
 * A whole page as browsers get it: one article. What its JSON-LD says comes first, then what its head
 * says; the text is that of the JSON-LD when it is whole, else that found on the page.
 */
export const htmlPage: Format = {
  name: 'html-page',
  title: 'HTML pages',
  specification: 'https://html.spec.whatwg.org/',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  recognises: (document) => document.kind === 'html',
  read(document, context) {
    if (document.kind !== 'html') throw new DocumentError('The document is not HTML');
    return [{ pointer: '/html', draft: draftOf(scanPage(document.text), context) }];
  },
  fields: htmlPageFields,
};

function draftOf(page: ScannedPage, context: ReadingContext): ArticleDraft {
  const meta = new PageMeta(page, context);
  const { url, base: baseUrl } = meta;
  const data = dataArticle(page, url, { ...context, ...(baseUrl && { baseUrl }) });
  const head = meta.draft();
  // NOTE: not the JSON-LD's identifier: a page is known by its address, whatever else it carries.
  const { id: _, body, bodyHtml, extras, ...said } = data;
  const title = said.title ?? head.title;
  return withoutUndefined({
    ...head,
    ...said,
    title,
    url: url ?? said.url,
    ...textOf(page, title ?? '', { body, bodyHtml }),
    extras: { ...head.extras, ...extras },
  });
}

/** The article that the page is of: the one with the page's address, else the only one. */
function dataArticle(
  page: ScannedPage,
  url: string | undefined,
  context: ReadingContext,
): ArticleDraft {
  const values = page.data.flatMap((text) => dataOf(text));
  const articles = articlesOf(values, context, DATA_ARTICLES_MAX).map(({ draft }) => draft);
  const ofPage = articles.find((article) => article.url && url && isSamePage(article.url, url));
  return ofPage ?? (articles.length === 1 ? articles[0] : undefined) ?? {};
}

/** Templates write the one address in several ways. */
function isSamePage(a: string, b: string): boolean {
  const [one, other] = [a, b].map((url) =>
    url
      .replace(/^https?:\/\/(?:www\.|m\.)?/i, '')
      .replace(/[?#].*$/, '')
      .replace(/\/$/, ''),
  );
  return one === other;
}

/** Templates put comments around it and line breaks into its strings; what is broken more is no data. */
function dataOf(text: string): unknown[] {
  const plain = text
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/^\s*(?:<!--|\/\/ ?<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/ ?\]\]>|\]\]>)\s*;?\s*$/g, '');
  try {
    return [parseStrictJson(plain)];
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    return [];
  }
}

function textOf(
  page: ScannedPage,
  title: string,
  data: Pick<ArticleDraft, 'body' | 'bodyHtml'>,
): Pick<ArticleDraft, 'body' | 'bodyHtml'> {
  const said = data.body ?? data.bodyHtml ?? '';
  const isWhole = said.length >= WHOLE_LENGTH_MIN && !/(?:…|\.\.\.)\s*$/.test(said);
  // Paragraphs tell names, quotes and datelines apart: a text that lost them is the worse one.
  if (isWhole && hasLines(said)) return data;
  let found: string | undefined;
  try {
    found = pageArticle(page, title);
  } catch (error) {
    if (!isWhole || !(error instanceof DocumentError)) throw error;
  }
  if (found === undefined) return said === '' ? {} : data;
  const isBetter = isWhole ? found.length * LONGER > said.length : found.length > said.length;
  return isBetter ? { body: found } : data;
}

function withoutUndefined(draft: ArticleDraft): ArticleDraft {
  return Object.fromEntries(
    Object.entries(draft).filter(([, one]) => one !== undefined),
  ) as ArticleDraft;
}
