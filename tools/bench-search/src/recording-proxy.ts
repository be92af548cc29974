import { createServer, request as httpRequest } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AskedRequest } from './http-ask.ts';

/** Elasticsearch as one search service sees it, with every search it was asked written down. */
export class RecordingProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #target: string;
  readonly #searches: AskedRequest[];

  private constructor(server: Server, target: string, searches: AskedRequest[]) {
    this.#server = server;
    this.#target = target;
    this.#searches = searches;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(target: string): Promise<RecordingProxy> {
    const searches: AskedRequest[] = [];
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
        if (!/\/_search\b/.test(path) || body.length === 0) return;
        const { accept = '', 'content-type': type = '' } = headers;
        const url = new URL(path, target).href;
        searches.push({ url, method, headers: { accept, 'content-type': type }, body });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new RecordingProxy(server, target, searches);
  }

  forget(): void {
    this.#searches.length = 0;
  }

  /** The largest search since `forget`: names are looked up before it, and the watch asks small ones. */
  lastSearch(path: string): AskedRequest {
    const [largest] = this.#searches.toSorted(
      (one, other) => (other.body?.length ?? 0) - (one.body?.length ?? 0),
    );
    if (largest === undefined) throw new Error(`${path} asked nothing of ${this.#target}`);
    return largest;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
