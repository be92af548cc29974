import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { DynamicModule } from '@nestjs/common';
import { Access, ArticleSubmitted, ArticleUpdated } from '@warta/contracts';
import { KafkaProducer, TopicAdmin, withPrefix } from '@warta/messaging';
import { createLogger, hashKey, kafkaSettings, readConfig, runService } from '@warta/service';
import type { RunningService, ServiceModule } from '@warta/service';
import { Registry } from 'prom-client';
import { ingestorConfig } from './config.ts';
import type { IngestorConfig } from './config.ts';
import { IngestorModule } from './ingestor.module.ts';

export const ADMIN_KEY = 'the-first-admin-key-of-a-test';
export const RECEIPT_KEY = Buffer.alloc(32, 'receipts of a test');
export const SEALING_KEY = Buffer.alloc(32, 'secrets of a test');
export const SEARCH_URL = 'https://search.example';

/** The brokers of the running stack. */
export function testBrokers(): string {
  const brokers = process.env['WARTA_TEST_KAFKA_BROKERS'] ?? '';
  if (brokers === '') {
    throw new Error(
      'These tests need a running Kafka: start the stack and set WARTA_TEST_KAFKA_BROKERS to its ' +
        'brokers, such as 127.0.0.1:19092.',
    );
  }
  return brokers;
}

/** Topics of its own for a test file, and their end. */
export async function createTestTopics(): Promise<{ prefix: string; drop: () => Promise<void> }> {
  const prefix = `test.ingestor.${process.pid}.${Date.now().toString(36)}.`;
  const platform = { logger: createLogger('test', 'silent'), metrics: new Registry() };
  const admin = new TopicAdmin({ brokers: testBrokers().split(','), clientId: 'test' }, platform);
  const definitions = [
    withPrefix(Access, prefix),
    withPrefix(ArticleSubmitted, prefix),
    withPrefix(ArticleUpdated, prefix),
  ];
  await admin.ensureTopics(definitions, { replicationFactor: 1, minInsyncReplicas: 1 });
  return {
    prefix,
    drop: async () => {
      const topics = definitions.flatMap(({ topic }) => [topic, `${topic}.dlq`]);
      await admin.deleteTopics(topics);
      await admin.stop();
    },
  };
}

/** The ingestor as startService runs it, on free ports, in this process. */
export async function startIngestor(options: {
  prefix: string;
  brokers?: string;
  /** Beside or in place of those all tests have. */
  settings?: Record<string, string>;
  /** Gets every line of the log, down to `trace`. */
  log?: { write: (line: string) => void };
  /** Between its producer and the broker. */
  proxy?: TcpProxy;
}): Promise<RunningService> {
  const config = readConfig(ingestorConfig, {
    WARTA_HTTP_HOST: '127.0.0.1',
    WARTA_HTTP_PORT: '0',
    WARTA_OPS_PORT: '0',
    WARTA_KAFKA_BROKERS: options.brokers ?? testBrokers(),
    WARTA_TOPIC_PREFIX: options.prefix,
    WARTA_ADMIN_KEY_SHA256: hashKey(ADMIN_KEY),
    WARTA_SEARCH_URL: SEARCH_URL,
    WARTA_RECEIPT_KEYS: RECEIPT_KEY.toString('base64'),
    WARTA_SEALING_KEYS: SEALING_KEY.toString('base64'),
    ...options.settings,
  });
  const { proxy } = options;
  const module = proxy ? throughProxy(proxy) : IngestorModule;
  return runService(
    { name: 'ingestor', config: ingestorConfig, module },
    {
      config,
      logger: createLogger(
        'ingestor',
        options.log ? 'trace' : (process.env['WARTA_TEST_LOG_LEVEL'] ?? 'silent'),
        options.log,
      ),
      fatal: (reason) => {
        throw new Error(`the ingestor would have ended: ${String(reason)}`);
      },
    },
  );
}

/** The same module, but its producer takes the way through the proxy. */
function throughProxy(proxy: TcpProxy): ServiceModule<IngestorConfig> {
  return {
    register: (start): DynamicModule => {
      const { providers = [], ...module } = IngestorModule.register(start);
      const useFactory = () => {
        const settings = { ...kafkaSettings(start.config, 'ingestor'), route: proxy.route };
        const producer = new KafkaProducer(settings, start);
        start.lifecycle.add({
          name: 'producer',
          start: () => producer.start(),
          stop: () => producer.stop(),
        });
        start.health.add({ name: 'producer', ready: () => ({ ok: producer.ready }) });
        return producer;
      };
      const others = providers.filter(
        (provider) => !('provide' in provider && provider.provide === KafkaProducer),
      );
      return { ...module, providers: [...others, { provide: KafkaProducer, useFactory }] };
    },
  };
}

/** A way to the broker that can fall silent, as behind a stopped broker or a dead link. */
export class TcpProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isHeld = false;

  private constructor(host: string, port: number) {
    this.#server = createServer((near) => {
      const far = connect(port, host);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on('data', (bytes) => to.write(bytes));
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
        if (this.#isHeld) from.pause();
      }
    });
  }

  static async start(brokers: string): Promise<TcpProxy> {
    const [host = '', port] = (brokers.split(',')[0] ?? '').split(':');
    const proxy = new TcpProxy(host, Number(port));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** For `KafkaSettings.route`: whatever address a broker names, connect here. */
  readonly route = () => {
    const { port } = this.#server.address() as AddressInfo;
    return { host: '127.0.0.1', port };
  };

  /** Bytes pile up in both directions; connections stay open and new ones get no answer. */
  hold(): void {
    this.#isHeld = true;
    for (const socket of this.#sockets) socket.pause();
  }

  release(): void {
    this.#isHeld = false;
    for (const socket of this.#sockets) socket.resume();
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** A caller of the API. */
export class Client {
  readonly #url: string;
  readonly #key: string | undefined;

  constructor(url: string, key: string | undefined) {
    this.#url = url;
    this.#key = key;
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(this.#key === undefined ? {} : { authorization: `Bearer ${this.#key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = JSON.parse(text) as Record<string, unknown> & { errors?: { pointer: string }[] };
    const named = (json.errors ?? []).map(({ pointer }) => pointer).sort();
    return { status: response.status, headers: response.headers, text, json, named };
  }

  items(feed: string, document: unknown, headers: Record<string, string> = {}) {
    return this.send('POST', `/v1/feeds/${feed}/items`, document, headers);
  }

  push(article: unknown, headers: Record<string, string> = {}) {
    return this.send('POST', '/v1/articles', article, headers);
  }

  /** Makes a key with this admin's rights. */
  async makeKey(wanted: { scopes: string[]; feeds?: string[]; expiresAt?: string }) {
    const made = await this.send('POST', '/v1/keys', { name: 'test', ...wanted });
    if (made.status !== 201) throw new Error(`making a key: ${made.text}`);
    const { key, keyId } = made.json as unknown as { key: string; keyId: string };
    return { keyId, client: new Client(this.#url, key) };
  }

  /** Another process, the same key. */
  at(url: string): Client {
    return new Client(url, this.#key);
  }
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;

/** Far above what anything takes here, also on a busy machine; half of what a test may take. */
const WAITED_MS = 60_000;

/** Resolves once `isTrue` says so. @throws Error after `deadlineMs`. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  deadlineMs = WAITED_MS,
): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`not so within ${deadlineMs} ms: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
