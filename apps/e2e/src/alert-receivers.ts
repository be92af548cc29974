import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { StreamedAlert, WebhookMessage } from '@warta/contracts';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { Webhook } from 'standardwebhooks';

/** A desk's own program that alerts are sent to, on this machine. */
export class WebhookReceiver {
  readonly #server: Server;
  /** By the id under which it was sent: a sender that did not hear of an answer sends it once more. */
  readonly #received = new Map<string, { headers: Record<string, string>; body: string }>();

  #posts = 0;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#posts += 1;
      void text(request).then((body) => {
        const headers = request.headers as Record<string, string>;
        this.#received.set(headers['webhook-id'] ?? '', { headers, body });
        response.writeHead(204).end();
      });
    });
  }

  static async open(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/alerts`;
  }

  get count(): number {
    return this.#received.size;
  }

  /** How often anything came, the same once more too. */
  get posts(): number {
    return this.#posts;
  }

  /**
   * What came, in the order in which it came first.
   *
   * @throws when anything was not signed with the secret.
   */
  messages(secret: string): WebhookMessage[] {
    const webhook = new Webhook(secret);
    return [...this.#received.values()].map(({ headers, body }) =>
      WebhookMessage.parse(webhook.verify(body, headers)),
    );
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A person's client of GET /v1/alerts/stream. */
export class AlertListener {
  readonly heard: StreamedAlert[] = [];
  readonly #abort = new AbortController();

  /** Hears all that comes once it is returned. */
  static async open(url: string, key: string): Promise<AlertListener> {
    const listener = new AlertListener();
    const { signal } = listener.#abort;
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(url, { headers, signal });
    if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`);
    void listener.#listen(response.body).catch(() => undefined);
    return listener;
  }

  close(): void {
    this.#abort.abort();
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const events = body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    for await (const { data } of events) this.heard.push(StreamedAlert.parse(JSON.parse(data)));
  }
}
