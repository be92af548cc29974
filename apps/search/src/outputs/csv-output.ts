import { csvColumns } from '@warta/contracts';
import type { ExportedArticle } from '@warta/contracts';
import { stringify } from 'csv-stringify/sync';

type Column = (typeof csvColumns)[number] | 'body';

/**
 * What a spreadsheet takes for the beginning of a formula, also behind spaces that it trims and in
 * the wide forms of East Asian keyboards (OWASP, CSV injection).
 */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

const NAMES_BETWEEN = '; ';

/** Lines of RFC 4180 without the header: every value is quoted, and none is a formula. */
export function csvLines(articles: readonly ExportedArticle[], withBody = false): string {
  const columns = columnsOf(withBody);
  return stringify(
    articles.map((article) => {
      const cells = cellsOf(article);
      return columns.map((column) => cells[column] ?? '');
    }),
    {
      quoted: true,
      quoted_empty: true,
      record_delimiter: 'windows',
      cast: { string: (value) => (formula.test(value) ? `'${value}` : value) },
    },
  );
}

/** The first line: the names of the columns. */
export function csvHeader(withBody = false): string {
  return stringify([columnsOf(withBody)], { quoted: true, record_delimiter: 'windows' });
}

function columnsOf(withBody: boolean): Column[] {
  return [...csvColumns, ...(withBody ? (['body'] as const) : [])];
}

function cellsOf(article: ExportedArticle): Record<Column, string | number | undefined> {
  const { id, feed, publishedAt, updatedAt, language, section, title, byline, url } = article;
  const named = (type: ExportedArticle['entities'][number]['type']) =>
    article.entities
      .flatMap((entity) => (entity.type === type ? [entity.name] : []))
      .join(NAMES_BETWEEN);
  return {
    ...{ id, feed, publishedAt, updatedAt, language, section, title, byline, url },
    people: named('PERSON'),
    organizations: named('ORGANIZATION'),
    places: named('LOCATION'),
    events: named('EVENT'),
    duplicateOf: article.duplicateOf?.articleId,
    rev: article.rev,
    revision: article.revision,
    sourceId: article.sourceId,
    body: article.body,
  };
}
