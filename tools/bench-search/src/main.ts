import { parseArgs } from 'node:util';
import { benchQueries } from './bench-queries.ts';
import { fillIndex } from './fill-index.ts';
import { ask, type AskedRequest } from './http-ask.ts';
import { measureLoad } from './measure-load.ts';
import { MeasuredSearch } from './measured-search.ts';
import { ownStack } from './own-stack.ts';
import { RecordingProxy } from './recording-proxy.ts';
import { searchReport, type MeasuredKind } from './search-report.ts';

/**
 * What searching through Warta costs beside asking Elasticsearch itself: each kind of query at 1, 8
 * and 32 clients, in turns with the request that Warta made of it to find the page, recorded and sent
 * again with the same body by the same program. What Warta asks besides, such as how many copies each
 * text has, is part of its cost alone. In turns with both, an address of the service that checks the
 * key and its parameters and asks nobody: what any answer of it takes, whatever it does.
 *
 *     npm run bench:search -- [--articles 2000] [--requests 300] [--rounds 3]
 *
 * Starts the three servers and the search service for itself. Figures of one machine at one time:
 * compare the lines of one run, never two runs.
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    requests: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '3' },
  },
});
const CLIENTS = [1, 8, 32] as const;

/** Explaining a query without names asks nothing of the index. */
const IDLE_PATH = '/v1/query/explain?q=feed:x';

/** Recorded searches of one query, of which the one with the fewest requests counts: none opens a state. */
const RECORDED = 4;

const say = (line: string) => process.stderr.write(`${line}\n`);
const endings: (() => unknown)[] = [];
try {
  console.log(searchReport(await measureAll()));
} finally {
  for (const end of endings.reverse()) await end();
}

async function measureAll(): Promise<MeasuredKind[]> {
  const stack = await ownStack(endings, say);
  const prefix = `bench-${process.pid}`;
  const proxy = await RecordingProxy.start(stack.elasticsearchUrl);
  endings.push(() => proxy.stop());
  // One search service is measured. The other one only shows what Warta asks of Elasticsearch.
  const recorded = await MeasuredSearch.start({ stack, prefix, elasticsearchUrl: proxy.url });
  endings.push(() => recorded.stop());
  const measured = await MeasuredSearch.start({ stack, prefix });
  endings.push(() => measured.stop());
  await fillIndex({ stack, prefix, count: Number(values.articles), search: measured, say });
  const idle = [measured.requestOf(IDLE_PATH)];
  const kinds: MeasuredKind[] = [];
  for (const { title, paths } of benchQueries) {
    const warta = paths.map((path) => measured.requestOf(path));
    const raw: AskedRequest[] = [];
    const requests: number[] = [];
    for (const path of paths) {
      const counts: number[] = [];
      for (let time = 0; time < RECORDED; time += 1) {
        proxy.forget();
        await ask(recorded.requestOf(path));
        counts.push(proxy.requests);
      }
      requests.push(Math.min(...counts));
      raw.push(proxy.lastSearch(path));
    }
    for (const clients of CLIENTS) {
      say(`${title}, ${clients} at a time`);
      const load = { clients, requests: Number(values.requests), rounds: Number(values.rounds) };
      const loads = await measureLoad({ raw, warta, idle }, load);
      kinds.push({ title, clients, requests: Math.max(...requests), ...loads });
    }
  }
  return kinds;
}
