import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, projectRoot } from '@warta/stack';
import type { ProcessUse } from './child-process.ts';

const READY_WITHIN_MS = 60_000;

/** As deployments start it (Dockerfile). */
const nodeOptions = '--max-semi-space-size=16 --max-old-space-size=200';

/** The built ingestor as a process, with a key for one feed. */
export class MeasuredIngestor {
  readonly url: string;
  readonly key: string;
  readonly #opsUrl: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, opsUrl: string, key: string) {
    this.#child = child;
    this.url = url;
    this.#opsUrl = opsUrl;
    this.key = key;
  }

  /** @throws Error when it is not built, or not ready in time. */
  static async start(options: {
    brokers: readonly string[];
    prefix: string;
    feed: string;
  }): Promise<MeasuredIngestor> {
    const entry = join(projectRoot, 'apps/ingestor/dist/main.js');
    if (!existsSync(entry)) throw new Error('The ingestor is not built: npm run build');
    const [port, opsPort] = await freePorts(2);
    const adminKey = `bench-${randomBytes(24).toString('hex')}`;
    const env = {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      NODE_OPTIONS: nodeOptions,
      WARTA_HTTP_HOST: '127.0.0.1',
      WARTA_HTTP_PORT: String(port),
      WARTA_OPS_PORT: String(opsPort),
      WARTA_KAFKA_BROKERS: options.brokers.join(','),
      WARTA_TOPIC_PREFIX: options.prefix,
      WARTA_ADMIN_KEY_SHA256: createHash('sha256').update(adminKey).digest('hex'),
      WARTA_SEARCH_URL: 'http://127.0.0.1:8081',
      ...secretsOfTheRun(),
      ...unlimited,
    };
    const child = spawn(process.execPath, [entry], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    process.once('exit', () => child.kill('SIGKILL'));
    const url = `http://127.0.0.1:${port}`;
    const opsUrl = `http://127.0.0.1:${opsPort}`;
    try {
      await untilReady(child, opsUrl);
      const key = await makeKey(url, adminKey, options.feed);
      return new MeasuredIngestor(child, url, opsUrl, key);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** As its own metrics tell it. */
  async use(): Promise<ProcessUse> {
    const metrics = await (await fetch(`${this.#opsUrl}/metrics`)).text();
    const value = (name: string) =>
      Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN);
    return {
      cpuSeconds: value('process_cpu_seconds_total'),
      residentMiB: value('process_resident_memory_bytes') / 1024 / 1024,
    };
  }

  async stop(): Promise<void> {
    // Ctrl-C in a terminal has reached it already.
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
  }
}

/** A measurement must not be of the limits. */
const unlimited = {
  WARTA_KEY_ARTICLES_PER_MINUTE: '1000000000',
  WARTA_FEED_ARTICLES_PER_MINUTE: '1000000000',
};

function secretsOfTheRun(): Record<string, string> {
  return {
    WARTA_RECEIPT_KEYS: randomBytes(32).toString('base64'),
    WARTA_SEALING_KEYS: randomBytes(32).toString('base64'),
  };
}

async function untilReady(child: ChildProcess, opsUrl: string): Promise<void> {
  const giveUpAtMs = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the ingestor ended with ${child.exitCode}`);
    const answer = await fetch(`${opsUrl}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (performance.now() > giveUpAtMs) throw new Error('the ingestor does not become ready');
    await sleep(200);
  }
}

async function makeKey(url: string, adminKey: string, feed: string): Promise<string> {
  const answer = await fetch(`${url}/v1/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'bench', scopes: ['articles:write'], feeds: [feed] }),
  });
  if (answer.status !== 201) throw new Error(`making a key: ${await answer.text()}`);
  return ((await answer.json()) as { key: string }).key;
}
