import { ArticleSubmitted } from '@warta/contracts';
import { decodeEvent, readLog, withPrefix } from '@warta/messaging';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import {
  ADMIN_KEY,
  Client,
  createTestTopics,
  startIngestor,
  TcpProxy,
  testBrokers,
  until,
} from './testing.ts';

let topics: Awaited<ReturnType<typeof createTestTopics>>;
beforeAll(async () => {
  topics = await createTestTopics();
});
afterAll(() => topics?.drop());

const article = (id: string, body = 'Teks') => ({ feed: 'harian-contoh', id, body });

async function storedSourceIds(): Promise<Set<string | undefined>> {
  const definition = withPrefix(ArticleSubmitted, topics.prefix);
  const ids = new Set<string | undefined>();
  await readLog(
    { brokers: testBrokers().split(','), clientId: 'test-reader' },
    definition.topic,
    (record) => {
      const { event } = decodeEvent(definition, record);
      if (event.kind === 'publish') ids.add(event.sourceId);
    },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  return ids;
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.text();
  return response.status;
}

describe('without a broker from the start', () => {
  it('is alive, is not ready, and answers 503, never 401', async () => {
    const ingestor = await startIngestor({ ...topics, brokers: '127.0.0.1:1' });
    try {
      for (const key of [ADMIN_KEY, 'wk_whatever_key']) {
        const answer = await new Client(ingestor.httpUrl, key).push(article('1'));
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([
          503,
          expect.stringMatching(/^\d+$/),
        ]);
      }
      expect(await statusOf(`${ingestor.opsUrl}/livez`)).toBe(200);
      expect(await statusOf(`${ingestor.opsUrl}/readyz`)).toBe(503);
    } finally {
      const started = performance.now();
      await ingestor.stop();
      expect(performance.now() - started).toBeLessThan(20_000);
    }
  });
});

describe('with a broker that falls silent', () => {
  it('answers 503, says so at /readyz, and recovers by itself', async () => {
    const proxy = await TcpProxy.start(testBrokers());
    const ingestor = await startIngestor({ ...topics, proxy });
    const admin = new Client(ingestor.httpUrl, ADMIN_KEY);
    try {
      await until(() => ingestor.health.ready().ok);
      expect((await admin.push(article('before'))).status).toBe(202);
      proxy.hold();
      const answer = await admin.push(article('during'));
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([
        503,
        expect.stringMatching(/^\d+$/),
      ]);
      await until(() => !ingestor.health.ready().ok);
      expect(ingestor.health.alive().ok).toBe(true);
      proxy.release();
      await until(() => ingestor.health.ready().ok);
      expect((await admin.push(article('during'))).status).toBe(202);
      expect(await storedSourceIds()).toEqual(new Set(['before', 'during']));
    } finally {
      await ingestor.stop();
      await proxy.stop();
    }
  });

  it('sheds what exceeds its memory at once, acknowledges nothing, and takes all of it later', async () => {
    const proxy = await TcpProxy.start(testBrokers());
    const ingestor = await startIngestor({ ...topics, proxy });
    const admin = new Client(ingestor.httpUrl, ADMIN_KEY);
    const large = (n: number) => article(`large-${n}`, String(n).padEnd(199_000, '日'));
    const pushAll = (numbers: number[]) => Promise.all(numbers.map((n) => admin.push(large(n))));
    try {
      await until(() => ingestor.health.ready().ok);
      proxy.hold();
      const answers = await pushAll(Array.from({ length: 120 }, (_, n) => n));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
      expect(answers.every(({ headers }) => /^\d+$/.test(headers.get('retry-after') ?? ''))).toBe(
        true,
      );
      proxy.release();
      await until(() => ingestor.health.ready().ok);
      const later = await pushAll([0, 1, 2, 3, 4, 5]);
      expect(later.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 202]);
    } finally {
      await ingestor.stop();
      await proxy.stop();
    }
  });
});

describe('shutting down', () => {
  it('answers pushes in hand, and what it answered with 202 is in Kafka', async () => {
    const proxy = await TcpProxy.start(testBrokers());
    const ingestor = await startIngestor({ ...topics, proxy });
    const admin = new Client(ingestor.httpUrl, ADMIN_KEY);
    try {
      await until(() => ingestor.health.ready().ok);
      proxy.hold();
      const pushes = Array.from({ length: 20 }, (_, n) => admin.push(article(`drain-${n}`)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const stopped = ingestor.stop();
      setTimeout(() => proxy.release(), 500);
      const answers = await Promise.all(pushes);
      await stopped;
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
      expect(answers.every(({ headers }) => headers.get('connection') === 'close')).toBe(true);
      const ids = await storedSourceIds();
      for (const [n] of answers.entries()) expect(ids).toContain(`drain-${n}`);
      await expect(admin.push(article('after'))).rejects.toThrow();
    } finally {
      await proxy.stop();
    }
  });
});
