import { AlertMatching } from './alert-matching.ts';
import type { CompiledQuery } from './alert-matching.ts';
import { alertReport } from './alert-report.ts';
import type { MeasuredBatches } from './alert-report.ts';
import { fillIndex } from './fill-index.ts';
import { ask } from './http-ask.ts';
import { givenServers, leaveServers } from './given-stack.ts';
import { MeasuredSearch, schemaOf } from './measured-search.ts';
import type { Servers } from './measured-search.ts';
import { ownStack } from './own-stack.ts';
import { RecordingProxy } from './recording-proxy.ts';
import { savedQueries } from './saved-queries.ts';

/**
 * How long it takes to find which of 1,000 saved searches find which articles of a batch that was just
 * indexed, by several ways, in turns. The searches are what the search service makes of queries as
 * people type them, recorded on their way to Elasticsearch.
 *
 *     npm run bench:alerts
 *
 * Uses the servers of WARTA_TEST_KAFKA_BROKERS, WARTA_TEST_ELASTICSEARCH_URL and
 * WARTA_TEST_POSTGRES_URL, and takes away what it made there; without them it starts three for
 * itself. Compare the lines of one run, never two runs.
 */
const SEARCHES = 1_000;
const ARTICLES = 2_000;
const BATCHES = [1, 20, 200];
const ROUNDS = 14;
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
  const prefix = `bench-${process.pid}`;
  const stack = await servers(prefix);
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
  const measured: MeasuredBatches[] = [];
  for (const size of BATCHES) {
    measured.push({ size, ways: await compare(matching, queries, batchesOf(ids, size)) });
    say(`batches of ${size} measured`);
  }
  const title = `${queries.length} saved searches, ${ARTICLES} articles in the index`;
  console.log(`${title}: ms, median (longest); found\n${alertReport(measured)}`);
}

async function servers(prefix: string): Promise<Servers> {
  const given = givenServers(process.env);
  if (given === undefined) return ownStack(endings, say);
  endings.push(() => leaveServers(given, { prefix, schema: schemaOf(prefix) }));
  return given;
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
): Promise<MeasuredBatches['ways']> {
  const ways = Object.entries(matching.ways).map(([name, way]) => {
    return { name, way, roundsMs: [] as number[], found: 0 };
  });
  for (const [round, ids] of batches.entries()) {
    for (const one of ways) {
      const began = performance.now();
      one.found += await one.way(queries, ids);
      if (round >= WARM) one.roundsMs.push(performance.now() - began);
    }
  }
  return ways;
}
