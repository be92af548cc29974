import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { hashKey } from '@warta/service';
import { INGESTOR_MEMORY_MIB_MAX } from './config.ts';
import {
  ADMIN_KEY,
  Client,
  createTestTopics,
  RECEIPT_KEY,
  SEALING_KEY,
  testBrokers,
  until,
} from './testing.ts';

jest.setTimeout(120_000);

const entry = new URL('../dist/main.js', import.meta.url).pathname;

/** As deployments start it; INGESTOR_MEMORY_MIB_MAX says why. */
const NODE_FLAGS = ['--max-semi-space-size=16', '--max-old-space-size=200'];

const SHUTDOWN_MS_MAX = 20_000;
/** Against one that never does: a busy machine takes its time to load it. */
const LISTENING_WITHIN_MS = 60_000;

const settings = {
  WARTA_HTTP_HOST: '127.0.0.1',
  WARTA_HTTP_PORT: '0',
  WARTA_OPS_PORT: '0',
  WARTA_SEARCH_URL: 'https://search.example',
  WARTA_ADMIN_KEY_SHA256: hashKey(ADMIN_KEY),
  WARTA_RECEIPT_KEYS: RECEIPT_KEY.toString('base64'),
  WARTA_SEALING_KEYS: SEALING_KEY.toString('base64'),
};

/** The built service in a process of its own. */
class Ingestor {
  readonly lines: Record<string, unknown>[] = [];
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown[]>;

  constructor(environment: Record<string, string>) {
    if (!existsSync(entry))
      throw new Error('The ingestor is not built: run `npm run build` first.');
    this.#child = spawn(process.execPath, [...NODE_FLAGS, entry], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Not its exit: what it said last may still be on its way then.
    this.#exit = once(this.#child, 'close');
    let rest = '';
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      this.lines.push(...lines.map((line) => JSON.parse(line) as Record<string, unknown>));
    });
  }

  /** Address of one of its ports, once it listens. */
  async url(port: 'http' | 'ops'): Promise<string> {
    const listening = () => this.lines.find(({ msg }) => msg === 'listening');
    await until(() => listening() !== undefined, LISTENING_WITHIN_MS);
    return String(listening()?.[port]);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async exitCode(): Promise<number | null> {
    const [code] = await this.#exit;
    return code as number | null;
  }

  /** High-water mark since its start; only Linux tells it. */
  residentMib(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  }
}

describe('the process', () => {
  it('names all problems of its configuration at once and exits 78', async () => {
    const ingestor = new Ingestor({ WARTA_HTTP_PORT: 'web', WARTA_KAFKA_BROKERS: 'nowhere' });
    expect(await ingestor.exitCode()).toBe(78);
    const [{ problems } = {}] = ingestor.lines;
    expect(problems).toEqual([
      expect.stringContaining('WARTA_HTTP_PORT'),
      expect.stringContaining('WARTA_ADMIN_KEY_SHA256'),
      expect.stringContaining('WARTA_KAFKA_BROKERS'),
      expect.stringContaining('WARTA_RECEIPT_KEYS'),
      expect.stringContaining('WARTA_SEARCH_URL'),
      expect.stringContaining('WARTA_SEALING_KEYS'),
    ]);
  });

  it('says which port is taken and exits 70', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    const environment = { ...settings, WARTA_KAFKA_BROKERS: '127.0.0.1:1', WARTA_HTTP_PORT: port };
    const ingestor = new Ingestor(environment);
    expect(await ingestor.exitCode()).toBe(70);
    expect(JSON.stringify(ingestor.lines)).toContain(
      `EADDRINUSE: address already in use 127.0.0.1:${port}`,
    );
    taken.close();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 within 20 s of %s, also while no broker can be reached',
    async (signal) => {
      const ingestor = new Ingestor({ ...settings, WARTA_KAFKA_BROKERS: '127.0.0.1:1' });
      await ingestor.url('http');
      const asked = performance.now();
      ingestor.kill(signal);
      expect(await ingestor.exitCode()).toBe(0);
      expect(performance.now() - asked).toBeLessThan(SHUTDOWN_MS_MAX);
    },
  );
});

describe('under more than it can hold', () => {
  const itOnLinux = existsSync('/proc/self/status') ? it : it.skip;

  itOnLinux('sheds load honestly and stays within its resident memory', async () => {
    const topics = await createTestTopics();
    const ingestor = new Ingestor({
      ...settings,
      WARTA_KAFKA_BROKERS: testBrokers(),
      WARTA_TOPIC_PREFIX: topics.prefix,
    });
    try {
      const ops = await ingestor.url('ops');
      await until(async () => (await fetch(`${ops}/readyz`)).status === 200, LISTENING_WITHIN_MS);
      const client = new Client(await ingestor.url('http'), ADMIN_KEY);
      const push = async (n: number, text: number, comment: number) => {
        const html = `<p>${`Kalimat ${n} `.repeat(text)}</p><!--${'x'.repeat(comment)}-->`;
        return (await client.push({ feed: 'f', id: `load-${n}`, bodyHtml: html })).status;
      };
      const statuses = new Set<number>();
      for (const [count, text, comment] of [
        [300, 300, 0],
        [100, 12_000, 0],
        [120, 12_000, 750_000],
        [120, 12_000, 750_000],
      ] as const) {
        const all = Array.from({ length: count }, (_, n) => push(n, text, comment));
        for (const status of await Promise.all(all)) statuses.add(status);
      }
      expect([...statuses].sort()).toEqual([202, 503]);
      for (const [type, document] of largeDocuments()) {
        const sent = Array.from({ length: 6 }, () =>
          client.items('f', document, { 'content-type': type }),
        );
        for (const { status } of await Promise.all(sent)) statuses.add(status);
      }
      expect([202, 413, 415, 422, 503]).toEqual(expect.arrayContaining([...statuses]));
      process.stderr.write(`ingestor: at most ${Math.round(ingestor.residentMib())} MiB\n`);
      expect(ingestor.residentMib()).toBeLessThan(INGESTOR_MEMORY_MIB_MAX);
      ingestor.kill('SIGTERM');
      expect(await ingestor.exitCode()).toBe(0);
    } finally {
      ingestor.kill('SIGKILL');
      await topics.drop();
    }
  });
});

/** Of nearly 4 MiB: one that is taken, and some made to take memory. */
function largeDocuments(): [type: string, text: string][] {
  const rss = (item: (n: number) => string) =>
    `<rss version="2.0"><channel>${Array.from({ length: 1_000 }, (_, n) => item(n)).join('')}</channel></rss>`;
  const text = '&lt;p&gt;Teks.&lt;/p&gt;'.repeat(150);
  return [
    [
      'application/rss+xml',
      rss((n) => `<item><guid>${n}</guid><description>${text}</description></item>`),
    ],
    ['application/xml', rss(() => '<a/>'.repeat(180))],
    ['application/json', `[${'[],'.repeat(1_300_000)}[]]`],
    ['text/html', `<p>${'<b>'.repeat(1_200_000)}`],
  ];
}
