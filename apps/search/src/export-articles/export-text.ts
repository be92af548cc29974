import type { ExportArticles, ExportedArticle } from '@warta/contracts';
import { csvHeader, csvLines } from '../outputs/csv-output.ts';
import { ndjsonLines } from '../outputs/ndjson-output.ts';

/**
 * The pages as text. Waits for the first, so that a search that is refused, or cannot be answered just
 * now, is told so before anything is sent.
 */
export async function exportText(
  pages: AsyncGenerator<ExportedArticle[]>,
  { format, body, delimiter }: Pick<ExportArticles, 'format' | 'body' | 'delimiter'>,
): Promise<AsyncGenerator<string>> {
  const first = await pages.next();
  const options = { body, delimiter };
  const linesOf = (articles: readonly ExportedArticle[]) =>
    format === 'csv' ? csvLines(articles, options) : ndjsonLines(articles);
  return (async function* () {
    try {
      if (format === 'csv') yield csvHeader(options);
      for (let page = first; !page.done; page = await pages.next()) {
        if (page.value.length > 0) yield linesOf(page.value);
      }
    } finally {
      await pages.return(undefined);
    }
  })();
}

export function exportHeaders({ format }: Pick<ExportArticles, 'format'>): Record<string, string> {
  const [type, ending] =
    format === 'csv'
      ? ['text/csv; charset=utf-8; header=present', 'csv']
      : ['application/x-ndjson', 'ndjson'];
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="articles.${ending}"`,
  };
}
