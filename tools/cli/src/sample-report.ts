import type { ArticleView } from '@warta/contracts';
import { bold, dim, green } from './progress.ts';
import type { SampleRun } from './sample-article.ts';
import { shownQuotes } from './shown-quotes.ts';
import { heading, highlightForTerminal, printable, table } from './table.ts';

/** What the sample run showed, readable at a glance. */
export function sampleReport(run: SampleRun, query: string): string {
  const { accepted, article, hit, searchableMs } = run;
  const fragments = [...(hit.highlights.title ?? []), ...(hit.highlights.body ?? [])];
  return [
    heading('The answer to the push'),
    `  202 ${accepted.status}  id ${accepted.id}`,
    `  ${dim('Location:')} ${accepted.location}`,
    heading(`Entities in “${printable(article.title ?? accepted.id)}”`),
    table(['type', 'name', 'how often', 'as printed', ''], article.entities.map(entityRow)),
    heading('Quotes'),
    ...quoteLines(article),
    heading(`Search  ${dim(`q=${query}`)}`),
    ...fragments.slice(0, 3).map((fragment) => `  … ${highlightForTerminal(fragment)} …`),
    `\n  ${green('●')} searchable ${bold(`${Math.round(searchableMs)} ms`)} after the push`,
  ].join('\n');
}

function entityRow(entity: ArticleView['entities'][number]): string[] {
  return [
    entity.type.toLowerCase(),
    printable(entity.name),
    `${entity.mentions.length}×`,
    entity.aliases.map(printable).join(', '),
    entity.wikidata ?? '',
  ];
}

function quoteLines(article: ArticleView): string[] {
  if (article.quotes.length === 0) return ['  none'];
  return shownQuotes(article).map(
    ({ speaker, cue, words }) => `  ${bold(speaker)} ${dim(cue)}  ${words}`,
  );
}
