import { AlertMatching } from './alert-matching.ts';
import type { CompiledQuery } from './alert-matching.ts';
import { fillIndex } from './fill-index.ts';
import { ask } from './http-ask.ts';
import { MeasuredSearch } from './measured-search.ts';
import { ownStack } from './own-stack.ts';
import { RecordingProxy } from './recording-proxy.ts';
import { savedQueries } from './saved-queries.ts';

/**
 * How long it takes to find which of 1,000 saved searches find which articles of a batch that was just
 * indexed, by several ways, in turns. The searches are what the search service makes of queries as
 * people type them, recorded on their way to Elasticsearch.
 *
 *     node --conditions=@warta/source tools/bench-search/src/measure-alerts.ts
 *
 * Needs the built search service; starts the three servers for itself. Compare the lines of one run.
 */
const SEARCHES = 1_000;
const ARTICLES = 2_000;
const BATCHES = [1, 20, 200];
const ROUNDS = 12;
/** The first rounds warm both sides up. */
const WARM = 4;
const READ_MAX = 1_000;

const say = (line: string) => process.stderr.write(`${line}\n`);
const endings: (() => unknown)[] = [];
try {
  await measure();
} finally {
  for (const end of endings.reverse()) await end();
}

async function measure(): Promise<void> {
  const stack = await ownStack(endings, say);
  const prefix = `bench-${process.pid}`;
  const proxy = await RecordingProxy.start(stack.elasticsearchUrl);
  endings.push(() => proxy.stop());
  const search = await MeasuredSearch.start({ stack, prefix, elasticsearchUrl: proxy.url });
  endings.push(() => search.stop());
  await fillIndex({ stack, prefix, count: ARTICLES, search, say });
  const matching = new AlertMatching(stack.elasticsearchUrl, `${prefix}-articles-read`);
  const articles = await matching.articles(READ_MAX);
  const typed = savedQueries(articles, SEARCHES);
  const stems = await matching.stemsOf(typed.flatMap(({ needs }) => needs.flat()));
  const queries: CompiledQuery[] = [];
  for (const query of typed) {
    const path = `/v1/articles?q=${encodeURIComponent(query.q)}&lang=id&sort=newest&size=1&collapse=none`;
    proxy.forget();
    await ask(search.requestOf(path));
    const { query: clause } = JSON.parse(String(proxy.lastSearch(path).body)) as { query: unknown };
    const needed = query.needs.map((group) => group.map((word) => stems.get(word) ?? word));
    queries.push({ ...query, clause, stems: needed });
  }
  say(`${queries.length} searches compiled`);
  const ids = articles.map(({ id }) => id);
  for (const size of BATCHES) {
    console.log(`${size} of ${ARTICLES} articles, ${queries.length} saved searches, in ms`);
    for (const line of await compare(matching, queries, batchesOf(ids, size))) console.log(line);
  }
}

function batchesOf(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: ROUNDS }, (_, round) =>
    Array.from({ length: size }, (_one, at) => ids[(round * 613 + at) % ids.length] ?? ''),
  );
}

/** One round of each way after the other: whatever else the machine does, it does to all of them. */
async function compare(
  matching: AlertMatching,
  queries: readonly CompiledQuery[],
  batches: readonly string[][],
): Promise<string[]> {
  const times = new Map<string, number[]>();
  const found = new Map<string, number>();
  for (const ids of batches) {
    for (const [name, way] of Object.entries(matching.ways)) {
      const began = performance.now();
      const some = await way(queries, ids);
      times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
      found.set(name, (found.get(name) ?? 0) + some);
    }
  }
  return [...times].map(([name, ms]) => {
    const sorted = ms.slice(WARM).sort((one, other) => one - other);
    const figures = {
      p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
      max: sorted.at(-1) ?? 0,
      found: found.get(name) ?? 0,
    };
    const shown = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(0)}`);
    return `  ${name.padEnd(40)} ${shown.map((figure) => figure.padEnd(16)).join('')}`.trimEnd();
  });
}
