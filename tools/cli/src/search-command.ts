import { pipeline } from 'node:stream/promises';
import { type MatchingSentence, QueryExplanation, type SearchAnswer } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { bold, dim, marked, yellow } from './progress.ts';
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
  timeZone: 'timeZone',
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
  timeZone?: string;
  asOf?: string;
  sort?: string;
  size?: string;
  cursor?: string;
  facets?: string;
  copies?: boolean;
  sentences?: boolean;
  explain?: boolean;
  format?: string;
  body?: boolean;
  delimiter?: string;
}

/** Formats in which everything that matches comes, however much, and those that show the newest. */
export const exportFormats = ['ndjson', 'csv'];
export const feedFormats = ['rss', 'atom', 'jsonfeed'];

const optionsOfPages = ['sort', 'size', 'cursor', 'facets', 'copies', 'sentences'] as const;
const optionsOfFeeds = ['sort', 'size', 'cursor', 'copies'] as const;
const optionsOfExports = ['sort', 'body'] as const;
const optionsOfCsv = [...optionsOfExports, 'delimiter'] as const;
/** How a query is understood depends on the day that it calls today, and on nothing else of a search. */
const foreignToExplain = [
  ...(['entity', 'lang', 'feed', 'section', 'from', 'to', 'format'] as const),
  ...optionsOfPages,
  ...(['body', 'delimiter'] as const),
];
type OutputOption = (typeof optionsOfPages)[number] | (typeof optionsOfCsv)[number];

/** One page for people, or the same for programs; with a format all of it as it comes. */
export async function search(
  settings: DevSettings,
  words: string[],
  options: SearchOptions,
): Promise<void> {
  const { path, query } = searchRequest(words, options);
  const client = connect(settings, options);
  if (options.explain) return explain(client, path, query, options.json === true);
  if (options.format !== undefined) return passOn(await client.stream(path, query));
  const answer = await client.search(query);
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

/**
 * What is asked of which address. Pure.
 * @throws CliError for an option that means nothing with the format, such as a page of an export, or
 *   for an explanation.
 */
export function searchRequest(
  words: readonly string[],
  options: SearchOptions,
): { path: string; query: Query } {
  const { format, sort, size, cursor, facets, copies, sentences, body, delimiter } = options;
  if (options.explain === true) return explainRequest(words, options);
  const isExport = format !== undefined && exportFormats.includes(format);
  const known = knownOptions(format);
  const stray = [...optionsOfPages, ...optionsOfCsv].find(
    (option) => options[option] !== undefined && !known.includes(option),
  );
  if (stray !== undefined) {
    const place =
      format === undefined ? 'without --format csv or ndjson' : `with --format ${format}`;
    throw new CliError(`--${stray} means nothing ${place}.`, exitCodes.usage);
  }
  const query = {
    ...queryOf(words, options),
    ...{ format, sort, size, cursor, facets, delimiter },
    ...(copies === true && { collapse: 'none' }),
    ...(sentences === true && { sentences: 'true' }),
    ...(body === true && { body: 'true' }),
  };
  return { path: isExport ? '/v1/articles/export' : '/v1/articles', query };
}

function knownOptions(format: string | undefined): readonly OutputOption[] {
  if (format === undefined) return optionsOfPages;
  if (format === 'csv') return optionsOfCsv;
  return exportFormats.includes(format) ? optionsOfExports : optionsOfFeeds;
}

function explainRequest(
  words: readonly string[],
  options: SearchOptions,
): { path: string; query: Query } {
  const stray = foreignToExplain.find((option) => options[option] !== undefined);
  if (stray !== undefined) {
    throw new CliError(`--${stray} means nothing with --explain.`, exitCodes.usage);
  }
  const { timeZone, asOf } = options;
  return { path: '/v1/query/explain', query: { q: words.join(' '), timeZone, asOf } };
}

/** To standard output, as it comes. @throws CliError when it ends before its end. */
export async function passOn(body: ReadableStream<Uint8Array>): Promise<void> {
  try {
    // Standard output is not ours to close.
    await pipeline(body, process.stdout, { end: false });
  } catch (cause) {
    // Whoever reads the output may have seen enough, which main.ts knows.
    if ((cause as NodeJS.ErrnoException).code === 'EPIPE') throw cause;
    const message = 'The service cut the connection: what has come is not all. Ask again.';
    throw new CliError(message, exitCodes.failed, { cause });
  }
}

function show(answer: SearchAnswer): void {
  const { total, groups } = answer;
  console.log(
    `${counted(total)} found${groups ? `, ${counted(groups)} without copies` : ''}` +
      (answer.partial ? yellow(' (partial: a part of the index did not answer)') : ''),
  );
  for (const hit of answer.data) console.log(hitLines(hit).join('\n'));
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

/** A hit as a terminal shows it, with what of it matched. Pure. */
export function hitLines(hit: SearchAnswer['data'][number]): string[] {
  const { feed, publishedAt, language, id, copies, sentences, highlights, quotes = [] } = hit;
  const copied = copies && copies.matching > 1 ? `${copies.matching} copies` : '';
  const facts = [feed, publishedAt ?? '', language, id, copied];
  const parts = sentences ?? (highlights.body ?? []).slice(0, PARTS_SHOWN_MAX);
  const names = hit.entities.map(({ name, mentions }) => `${printable(name)} ${mentions}×`);
  return [
    heading(printable(hit.title ?? id)),
    `  ${dim(facts.filter(Boolean).join('  '))}`,
    ...parts.map((part) =>
      typeof part === 'string'
        ? `  … ${highlightForTerminal(part)} …`
        : `  ${markedSentence(part)}`,
    ),
    // Among the sentences they are already.
    ...(sentences === undefined ? quotes : []).map(({ highlight, speaker, speakerName }) => {
      const who = dim(printable(speakerName ?? speaker ?? ''));
      return `  “${highlightForTerminal(highlight)}”  ${who}`.trimEnd();
    }),
    ...(names.length > 0 ? [`  ${names.slice(0, NAMES_SHOWN_MAX).join('  ')}`] : []),
  ];
}

/** Its marks are places in the text that it stands in. */
function markedSentence({ text, start, marks }: MatchingSentence): string {
  let shown = '';
  let at = 0;
  for (const mark of marks) {
    const from = Math.max(at, mark.start - start);
    const to = Math.max(from, Math.min(mark.end - start, text.length));
    shown += printable(text.slice(at, from)) + marked(printable(text.slice(from, to)));
    at = to;
  }
  return shown + printable(text.slice(at));
}

/** A page of hits fits a screen or two; what is shown first is the best of each. */
const PARTS_SHOWN_MAX = 2;
const NAMES_SHOWN_MAX = 8;

const counted = ({ value, relation }: SearchAnswer['total']) =>
  `${relation === 'gte' ? 'at least ' : ''}${value}`;

async function explain(
  client: WartaClient,
  path: string,
  query: Query,
  asJson: boolean,
): Promise<void> {
  const explanation = await client.ask(QueryExplanation, path, query);
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
