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
 * and 32 clients, in turns with the request that Warta made of it, recorded and sent again with the
 * same body by the same program.
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
  const kinds: MeasuredKind[] = [];
  for (const { title, paths } of benchQueries) {
    const warta = paths.map((path) => measured.requestOf(path));
    const raw: AskedRequest[] = [];
    for (const path of paths) {
      proxy.forget();
      await ask(recorded.requestOf(path));
      raw.push(proxy.lastSearch(path));
    }
    for (const clients of CLIENTS) {
      say(`${title}, ${clients} at a time`);
      const load = { clients, requests: Number(values.requests), rounds: Number(values.rounds) };
      kinds.push({ title, clients, ...(await measureLoad({ warta, raw }, load)) });
    }
  }
  return kinds;
}
