import { createServer, request as httpRequest } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AskedRequest } from './http-ask.ts';

/** One request of the service, as it was sent. */
interface SentRequest extends AskedRequest {
  readonly path: string;
  readonly body: Buffer;
}

/** Elasticsearch as one search service sees it, with all that it was asked written down. */
export class RecordingProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #target: string;
  readonly #sent: SentRequest[];

  private constructor(server: Server, target: string, sent: SentRequest[]) {
    this.#server = server;
    this.#target = target;
    this.#sent = sent;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(target: string): Promise<RecordingProxy> {
    const sent: SentRequest[] = [];
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { method = 'GET', url: path = '/', headers } = incoming;
        const body = Buffer.concat(chunks);
        const onward = httpRequest(new URL(path, target), { method, headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        });
        onward.on('error', () => outgoing.destroy());
        onward.end(body);
        const { accept = '', 'content-type': type = '' } = headers;
        const url = new URL(path, target).href;
        sent.push({ path, url, method, headers: { accept, 'content-type': type }, body });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new RecordingProxy(server, target, sent);
  }

  forget(): void {
    this.#sent.length = 0;
  }

  /** How many requests since `forget`. */
  get requests(): number {
    return this.#sent.length;
  }

  /**
   * The search with the largest body since `forget`, the one that found the page, as a request of its
   * own. With it the service may have sent others; names are looked up before it.
   */
  lastSearch(path: string): AskedRequest {
    const searches = this.#sent.flatMap((one) => {
      if (/\/_search\b/.test(one.path)) return [one];
      return /\/_msearch\b/.test(one.path) ? partsOf(one, this.#target) : [];
    });
    const [largest] = searches.toSorted((one, other) => other.body.length - one.body.length);
    if (largest === undefined) throw new Error(`${path} asked nothing of ${this.#target}`);
    return largest;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The searches of a request with several, each in a state of the index that its body names. */
function partsOf({ method, body, headers }: SentRequest, target: string): SentRequest[] {
  const lines = body.toString().split('\n').filter(Boolean);
  const bodies = lines.filter((_, at) => at % 2 === 1).filter((line) => line.includes('"pit"'));
  const type = headers['content-type']?.replace('x-ndjson', 'json') ?? '';
  const path = '/_search?allow_partial_search_results=true';
  const url = new URL(path, target).href;
  const asOne = { accept: headers['accept'] ?? '', 'content-type': type };
  return bodies.map((one) => ({ path, url, method, headers: asOne, body: Buffer.from(one) }));
}
