import { csvColumns } from '@warta/contracts';
import type { CsvDelimiter, ExportedArticle } from '@warta/contracts';
import { stringify } from 'csv-stringify/sync';
import { quoteTexts } from './quote-texts.ts';

type Column = (typeof csvColumns)[number] | 'body';

/** What may begin a formula, also in the wide forms of East Asian keyboards (OWASP, CSV injection). */
const SIGNS = '[=+\\-@＝＋－＠]';

/** What is trimmed, dropped or not shown before one: spaces, control and format characters. */
const UNSEEN = '\\s\\p{Cc}\\p{Cf}';

/** What a spreadsheet takes for the beginning of a formula. */
const formula = new RegExp(`^(?:[${UNSEEN}]*${SIGNS}|[\\t\\r\\n])`, 'u');

/**
 * The same inside of a value, where a spreadsheet that is set to another delimiter begins a cell: it
 * sees the quotes of a line's first cell only. Looks back from each sign, so it is linear.
 */
const formulaInside: Readonly<Record<CsvDelimiter, RegExp>> = {
  comma: new RegExp(`(?<=[;\\t\\r\\n][${UNSEEN}"]*)${SIGNS}`, 'gu'),
  semicolon: new RegExp(`(?<=[,\\t\\r\\n][${UNSEEN}"]*)${SIGNS}`, 'gu'),
};

const characters: Readonly<Record<CsvDelimiter, string>> = { comma: ',', semicolon: ';' };

/** Without it Excel takes the text for one of another encoding. */
const BYTE_ORDER_MARK = '\ufeff';

export interface CsvOptions {
  readonly body?: boolean | undefined;
  readonly delimiter?: CsvDelimiter | undefined;
}

const NAMES_BETWEEN = '; ';

/** Lines of RFC 4180 without the header: every value is quoted, and none is a formula. */
export function csvLines(
  articles: readonly ExportedArticle[],
  { body = false, delimiter = 'comma' }: CsvOptions = {},
): string {
  const columns = columnsOf(body);
  const inside = formulaInside[delimiter];
  const defused = (value: string) => {
    const safe = value.replace(inside, "'$&");
    return formula.test(safe) ? `'${safe}` : safe;
  };
  return stringify(
    articles.map((article) => {
      const cells = cellsOf(article);
      return columns.map((column) => cells[column] ?? '');
    }),
    {
      quoted: true,
      quoted_empty: true,
      delimiter: characters[delimiter],
      record_delimiter: 'windows',
      cast: { string: defused },
    },
  );
}

/** The first line: the names of the columns. With semicolons, which are for Excel, as Excel wants it. */
export function csvHeader({ body = false, delimiter = 'comma' }: CsvOptions = {}): string {
  const line = stringify([columnsOf(body)], {
    quoted: true,
    delimiter: characters[delimiter],
    record_delimiter: 'windows',
  });
  return delimiter === 'semicolon' ? BYTE_ORDER_MARK + line : line;
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
    quotes: quoteTexts(article).join(NAMES_BETWEEN),
    body: article.body,
  };
}
