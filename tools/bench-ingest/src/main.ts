import { parseArgs } from 'node:util';
import { Access, ArticleSubmitted } from '@warta/contracts';
import type { PushArticle } from '@warta/contracts';
import { TopicAdmin, withPrefix } from '@warta/messaging';
import { devStackOptions, defaultStateDir, freePorts, startStack, wipeStack } from '@warta/stack';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { Begun, untilSignal } from './begun.ts';
import { BenchProcess, type ProcessUse } from './child-process.ts';
import { type LoadRequest, type LoadResult, sendLoad } from './http-load.ts';
import { ingestReport, type MeasuredKind } from './ingest-report.ts';
import { MeasuredIngestor } from './measured-ingestor.ts';
import { Rounds } from './rounds.ts';
import { benchEvents, benchPushes, benchTexts } from './pushed-articles.ts';

/**
 * How fast articles are taken in, beside two floors of the same run: a bare node:http server that
 * only answers, and the Kafka producer alone with the same events.
 *
 *     npm run bench:ingest -- [--articles 6000] [--rounds 3] [--brokers host:port]
 *
 * Without --brokers it starts Kafka for itself. Figures of one machine at one time: compare the
 * lines of one run, never two runs.
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '6000' },
    rounds: { type: 'string', default: '3' },
    brokers: { type: 'string' },
  },
});
const articlesPerRound = Number(values.articles);
const rounds = Number(values.rounds);

const FEED = 'bench';
/** Of a feed system with a pool of its own, and of one that sends what it has collected. */
const kinds = [
  { title: 'single pushes, 64 at a time', route: 'v1/articles', perRequest: 1, concurrency: 64 },
  {
    title: 'batches of 200 as NDJSON, 4 at a time',
    route: `v1/feeds/${FEED}/items`,
    perRequest: 200,
    concurrency: 4,
  },
] as const;
type Kind = (typeof kinds)[number];

const say = (line: string) => process.stderr.write(`${line}\n`);
const prefix = `bench.${process.pid}.`;
const begun = new Begun();
const signal = untilSignal();
try {
  const measured = await Promise.race([measureOnKafka(), signal.rejected]);
  console.log(ingestReport(measured));
} catch (error) {
  if (!signal.wanted.aborted) throw error;
  say((error as Error).message);
  process.exitCode = 1;
} finally {
  await begun.end();
}
async function measureOnKafka(): Promise<MeasuredKind[]> {
  const brokers = await brokersToMeasureOn();
  const admin = new TopicAdmin(
    { brokers, clientId: 'bench' },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  const topics = [withPrefix(Access, prefix), withPrefix(ArticleSubmitted, prefix)];
  begun.add(() => admin.stop());
  begun.add(() => admin.deleteTopics(topics.flatMap(({ topic }) => [topic, `${topic}.dlq`])));
  await admin.ensureTopics(topics, { replicationFactor: 1, minInsyncReplicas: 1 });
  const { texts, from } = benchTexts();
  say(`${articlesPerRound} ${from} a round, ${rounds} rounds after one to warm up`);
  return measureAll(brokers, texts);
}

async function measureAll(
  brokers: string[],
  texts: Parameters<typeof benchPushes>[0],
): Promise<MeasuredKind[]> {
  const ingestor = await MeasuredIngestor.start({ brokers, prefix, feed: FEED });
  begun.add(() => ingestor.stop());
  const answering = BenchProcess.start('answering-floor.process.ts');
  begun.add(() => answering.stop());
  const producing = BenchProcess.start('producing-floor.process.ts');
  begun.add(() => producing.stop());
  const { port } = await answering.ask<{ port: number }>({});
  const floorUrl = `http://127.0.0.1:${port}`;
  const measured: MeasuredKind[] = [];
  for (const kind of kinds) {
    const parts = {
      ingestor: new Rounds('Warta ingestor'),
      answering: new Rounds('floor: node:http, answers only'),
      producing: new Rounds('floor: the Kafka producer alone'),
    };
    for (let round = 0; round <= rounds; round += 1) {
      say(`${kind.title}: round ${round} of ${rounds}`);
      const pushes = benchPushes(texts, articlesPerRound, `${kind.perRequest}-${round}`);
      const requests = requestsOf(pushes, kind);
      const { concurrency } = kind;
      const answered = await withUse(
        () => answering.ask<ProcessUse>({}),
        () => sendLoad(requests, { url: floorUrl, headers: {}, concurrency }),
      );
      const headers = {
        authorization: `Bearer ${ingestor.key}`,
        'content-type': kind.perRequest === 1 ? 'application/json' : 'application/x-ndjson',
      };
      const url = `${ingestor.url}/${kind.route}`;
      const ingested = await withUse(
        () => ingestor.use(),
        () => sendLoad(requests, { url, headers, concurrency }),
      );
      const produced = await producing.ask<LoadResult & ProcessUse>({
        brokers,
        prefix,
        events: benchEvents(pushes, FEED),
        perCall: kind.perRequest,
        concurrency,
      });
      if (round === 0) continue;
      parts.answering.add(answered);
      parts.ingestor.add(ingested);
      parts.producing.add(produced);
    }
    measured.push({
      title: kind.title,
      ingestor: parts.ingestor.measured(),
      answering: parts.answering.measured(),
      producing: parts.producing.measured(),
    });
  }
  return measured;
}

function requestsOf(pushes: readonly PushArticle[], { perRequest }: Kind): LoadRequest[] {
  const requests: LoadRequest[] = [];
  for (let at = 0; at < pushes.length; at += perRequest) {
    const part = pushes.slice(at, at + perRequest);
    const body = Buffer.from(part.map((push) => JSON.stringify(push)).join('\n'));
    requests.push({ body, articles: part.length });
  }
  return requests;
}

async function withUse(
  use: () => Promise<ProcessUse>,
  load: () => Promise<LoadResult>,
): Promise<LoadResult & ProcessUse> {
  const before = await use();
  const result = await load();
  const { cpuSeconds, residentMiB } = await use();
  return { ...result, cpuSeconds: cpuSeconds - before.cpuSeconds, residentMiB };
}

async function brokersToMeasureOn(): Promise<string[]> {
  if (values.brokers !== undefined) return values.brokers.split(',');
  const ports = await freePorts(4);
  const port = () => ports.pop() ?? 0;
  const options = {
    ...devStackOptions(),
    name: 'bench',
    stateDir: defaultStateDir('bench'),
    kafkaPort: port(),
    kafkaControllerPort: port(),
    elasticsearchPort: port(),
    postgresPort: port(),
  };
  begun.add(() => wipeStack(options, () => undefined));
  const stack = await startStack(options, ({ message }) => say(message), signal.wanted);
  begun.add(() => stack.stop());
  return stack.kafkaBrokers;
}
