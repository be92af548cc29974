import type { AlertEvent } from '@warta/contracts';
import { bold, dim, yellow } from './progress.ts';
import { highlightForTerminal, printable } from './table.ts';

/** What an event is about; of a withdrawn text nothing is known but that there was one. */
export function titleOf({ article, kind, withdrawnAt }: AlertEvent): string {
  if (article.title !== undefined) return printable(article.title);
  const isWithdrawn = withdrawnAt !== undefined || kind === 'withdrawn';
  return isWithdrawn ? 'a withdrawn article' : article.id;
}

/** An event as a terminal shows it. Pure. */
export function eventLines(event: AlertEvent): string[] {
  const { kind, at, article, arrivedAt, withdrawnAt } = event;
  const late = arrivedAt === undefined ? '' : `  ${yellow(`late: it arrived ${arrivedAt}`)}`;
  const withdrawn = withdrawnAt === undefined ? '' : `  ${yellow(`withdrawn ${withdrawnAt}`)}`;
  return [
    `  ${bold(kind)}  ${titleOf(event)}${late}${withdrawn}`,
    `  ${dim([at, article.feed, article.id].join('  '))}`,
    ...reasonLines(event),
  ];
}

/** Why it matched: where, and by which parts of the search. Pure. */
export function reasonLines({ matched }: AlertEvent): string[] {
  if (matched === undefined) return [];
  const { sentences, clauses } = matched;
  return [
    ...sentences.slice(0, SENTENCES_SHOWN_MAX).map(({ html }) => `  ${highlightForTerminal(html)}`),
    ...(clauses.length > 0 ? [`  because of ${clauses.map(printable).join(', ')}`] : []),
  ];
}

/** One screen has room for some alerts; the article has the rest. */
const SENTENCES_SHOWN_MAX = 2;
