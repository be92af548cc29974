import { pipeline } from 'node:stream/promises';
import { QueryExplanation, type SearchAnswer } from '@warta/contracts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { bold, dim, yellow } from './progress.ts';
import { heading, highlightForTerminal, printable, table } from './table.ts';
import type { Query, WartaClient } from './warta-client.ts';

/** What narrows a search, as the API calls it, by what the options are called. */
const parameters = {
  entity: 'entity',
  lang: 'lang',
  feed: 'feed',
  section: 'section',
  from: 'from',
  to: 'to',
  asOf: 'asOf',
} as const;

export interface SearchOptions extends ConnectionOptions {
  json?: boolean;
  entity?: string;
  lang?: string;
  feed?: string;
  section?: string;
  from?: string;
  to?: string;
  asOf?: string;
  sort?: string;
  size?: string;
  cursor?: string;
  facets?: string;
  copies?: boolean;
  sentences?: boolean;
  explain?: boolean;
  format?: string;
}

/** Formats in which everything that matches comes, however much, and those that show the newest. */
export const exportFormats = ['ndjson', 'csv'];
export const feedFormats = ['rss', 'atom', 'jsonfeed'];

/** One page for people, or the same for programs; with a format all of it as it comes. */
export async function search(
  settings: DevSettings,
  words: string[],
  options: SearchOptions,
): Promise<void> {
  const client = connect(settings, options);
  const query = queryOf(words, options);
  if (options.explain) return explain(client, String(query['q'] ?? ''), options.json === true);
  if (options.format !== undefined) return passOn(client, query, options.format);
  const answer = await client.search({
    ...query,
    sort: options.sort,
    size: options.size,
    cursor: options.cursor,
    facets: options.facets,
    ...(options.copies === true && { collapse: 'none' }),
    ...(options.sentences === true && { sentences: 'true' }),
  });
  if (options.json) console.log(JSON.stringify(answer, null, 2));
  else show(answer);
}

/** Words and filters as parameters of every address that searches. */
export function queryOf(words: readonly string[], options: SearchOptions): Query {
  const given = Object.entries(parameters).map(([option, name]) => [
    name,
    options[option as keyof typeof parameters],
  ]);
  return { ...(words.length > 0 && { q: words.join(' ') }), ...Object.fromEntries(given) };
}

async function passOn(client: WartaClient, query: Query, format: string): Promise<void> {
  const path = exportFormats.includes(format) ? '/v1/articles/export' : '/v1/articles';
  const body = await client.stream(path, { ...query, format });
  // Standard output is not ours to close.
  await pipeline(body, process.stdout, { end: false });
}

function show(answer: SearchAnswer): void {
  const { total, groups } = answer;
  console.log(
    `${counted(total)} found${groups ? `, ${counted(groups)} without copies` : ''}` +
      (answer.partial ? yellow(' (partial: a part of the index did not answer)') : ''),
  );
  for (const hit of answer.data) {
    const copies = hit.copies && hit.copies.matching > 1 ? `${hit.copies.matching} copies` : '';
    console.log(heading(printable(hit.title ?? hit.id)));
    const facts = [hit.feed, hit.publishedAt ?? '', hit.language, hit.id, copies];
    console.log(`  ${dim(facts.filter(Boolean).join('  '))}`);
    for (const sentence of hit.sentences ?? []) console.log(`  ${printable(sentence.text)}`);
    for (const part of hit.sentences ? [] : (hit.highlights.body ?? []).slice(0, 2)) {
      console.log(`  … ${highlightForTerminal(part)} …`);
    }
    const names = hit.entities.map((entity) => `${printable(entity.name)} ${entity.mentions}×`);
    if (names.length > 0) console.log(`  ${names.slice(0, 8).join('  ')}`);
  }
  for (const [facet, counts] of Object.entries(answer.facets ?? {})) {
    console.log(heading(facet));
    const rows = counts.values.map(({ value, name, articles }) => [
      printable(name ?? value),
      String(articles),
    ]);
    console.log(table(['value', 'articles'], rows));
  }
  if (answer.next) console.log(`\nmore: --cursor ${answer.next}`);
}

const counted = ({ value, relation }: SearchAnswer['total']) =>
  `${relation === 'gte' ? 'at least ' : ''}${value}`;

async function explain(client: WartaClient, q: string, asJson: boolean): Promise<void> {
  const explanation = await client.ask(QueryExplanation, '/v1/query/explain', { q });
  if (asJson) {
    console.log(JSON.stringify(explanation, null, 2));
    return;
  }
  console.log(`${bold(printable(explanation.query))}\n  ${printable(explanation.says)}`);
  for (const { text, entities } of explanation.expansions) {
    const names = entities.map(({ name, id, aliases }) =>
      printable([name ?? id, ...aliases].join(', ')),
    );
    console.log(
      `  ${printable(text)}: ${names.length > 0 ? names.join('; ') : dim('nobody is called so')}`,
    );
  }
  const { value, max } = explanation.cost;
  console.log(dim(`  costs ${value} of ${max}`));
}
