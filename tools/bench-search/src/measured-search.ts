import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePorts, projectRoot } from '@warta/stack';
import type { RunningStack } from '@warta/stack';
import type { AskedRequest } from './http-ask.ts';

const READY_WITHIN_MS = 60_000;

/** As deployments start it (Dockerfile). */
const nodeOptions = '--max-semi-space-size=16 --max-old-space-size=200';

/** The schema of a run: names of Postgres have no hyphens. */
export const schemaOf = (prefix: string): string => prefix.replaceAll('-', '_');

export type Servers = Pick<RunningStack, 'kafkaBrokers' | 'elasticsearchUrl' | 'postgres'>;

/** The built search service as a process, with topics, tables and an index of the run's own. */
export class MeasuredSearch {
  readonly url: string;
  readonly #key: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, key: string) {
    this.#child = child;
    this.url = url;
    this.#key = key;
  }

  /** @throws Error when it is not built, or not ready in time. */
  static async start(options: {
    stack: Servers;
    prefix: string;
    /** In place of the stack's. */
    elasticsearchUrl?: string;
  }): Promise<MeasuredSearch> {
    const entry = join(projectRoot, 'apps/search/dist/src/main.js');
    if (!existsSync(entry)) throw new Error('The search service is not built: npm run build');
    const [port, opsPort] = await freePorts(2);
    const key = `bench-${randomBytes(24).toString('hex')}`;
    const env = environment(options, { port, opsPort }, key);
    // The jobs ask what a recording needs not know.
    await runJobs({ ...env, WARTA_ELASTICSEARCH_URL: options.stack.elasticsearchUrl });
    const child = spawn(process.execPath, [entry], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    process.once('exit', () => child.kill('SIGKILL'));
    try {
      await untilReady(child, `http://127.0.0.1:${opsPort}`);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    return new MeasuredSearch(child, `http://127.0.0.1:${port}`, key);
  }

  requestOf(path: string): AskedRequest {
    const headers = { authorization: `Bearer ${this.#key}` };
    return { url: `${this.url}${path}`, method: 'GET', headers };
  }

  async stop(): Promise<void> {
    // Ctrl-C in a terminal has reached it already.
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
  }
}

type Environment = Record<string, string>;

function environment(
  {
    stack,
    prefix,
    elasticsearchUrl,
  }: { stack: Servers; prefix: string; elasticsearchUrl?: string },
  { port, opsPort }: { port: number | undefined; opsPort: number | undefined },
  key: string,
): Environment {
  const { host, port: postgresPort, database, user, password } = stack.postgres;
  return {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'production',
    NODE_OPTIONS: nodeOptions,
    WARTA_HTTP_HOST: '127.0.0.1',
    WARTA_HTTP_PORT: String(port),
    WARTA_OPS_PORT: String(opsPort),
    WARTA_KAFKA_BROKERS: stack.kafkaBrokers.join(','),
    WARTA_KAFKA_REPLICATION_FACTOR: '1',
    WARTA_KAFKA_MIN_INSYNC: '1',
    WARTA_TOPIC_PREFIX: `${prefix}.`,
    WARTA_ELASTICSEARCH_URL: elasticsearchUrl ?? stack.elasticsearchUrl,
    WARTA_ELASTICSEARCH_INDEX_PREFIX: `${prefix}-`,
    WARTA_POSTGRES_HOST: host,
    WARTA_POSTGRES_PORT: String(postgresPort),
    WARTA_POSTGRES_DATABASE: database,
    WARTA_POSTGRES_USER: user,
    WARTA_POSTGRES_PASSWORD: password,
    WARTA_POSTGRES_SCHEMA: schemaOf(prefix),
    WARTA_ADMIN_KEY_SHA256: createHash('sha256').update(key).digest('hex'),
    WARTA_RECEIPT_KEYS: randomBytes(32).toString('base64'),
    WARTA_SEALING_KEYS: randomBytes(32).toString('base64'),
  };
}

const jobs = [
  'apps/ingestor/dist/create-topics.js',
  'apps/search/dist/src/migrate.js',
  'apps/search/dist/src/create-index.js',
];

/** Idempotent, so that a second service of the run may start them again. */
async function runJobs(env: Environment): Promise<void> {
  for (const job of jobs) {
    await promisify(execFile)(process.execPath, [join(projectRoot, job)], { env });
  }
}

async function untilReady(child: ChildProcess, opsUrl: string): Promise<void> {
  const giveUpAtMs = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the search service ended with ${child.exitCode}`);
    const answer = await fetch(`${opsUrl}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (performance.now() > giveUpAtMs) throw new Error('the search service does not become ready');
    await sleep(200);
  }
}
