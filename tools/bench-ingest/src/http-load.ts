import { Agent, request } from 'node:http';

/** One request of a load, ready to be sent. */
export interface LoadRequest {
  readonly body: Buffer;
  readonly articles: number;
}

/** What a load came to. */
export interface LoadResult {
  readonly articles: number;
  readonly seconds: number;
  /** Milliseconds of each answer, the fastest first. */
  readonly answersMs: readonly number[];
}

/** Requests under way at a time and the connections they keep. */
export interface LoadOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly concurrency: number;
}

/**
 * Sends every request once, so many at a time, and waits for each answer.
 * @throws Error at the first answer that is not 202: a load with refusals measures something else.
 */
export async function sendLoad(
  requests: readonly LoadRequest[],
  { url, headers, concurrency }: LoadOptions,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const answersMs: number[] = [];
  const waiting = requests.values();
  const startedAtMs = performance.now();
  const worker = async () => {
    for (const one of waiting) {
      const sentAtMs = performance.now();
      await sendOne(url, headers, one.body, agent);
      answersMs.push(performance.now() - sentAtMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - startedAtMs) / 1_000;
  agent.destroy();
  const articles = requests.reduce((sum, one) => sum + one.articles, 0);
  return { articles, seconds, answersMs: answersMs.sort((a, b) => a - b) };
}

function sendOne(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  agent: Agent,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === 202) return resolve();
          const said = Buffer.concat(chunks).toString().slice(0, 300);
          reject(new Error(`${url} answered ${answer.statusCode}: ${said}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
