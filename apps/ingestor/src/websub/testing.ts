import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArticleSubmitted } from '@warta/contracts';
import { decodeEvent, readLog, withPrefix } from '@warta/messaging';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { testBrokers } from '../testing.ts';

/** What a page of the publisher is. */
export interface Topic {
  headers?: Record<string, string | string[]>;
  body?: string;
  /** Where it has moved to. */
  redirect?: { status: number; to: string };
}

export interface HubSubscription {
  topic: string;
  callback: string;
  secret: string | undefined;
  /** How often the subscriber asked for it, and was asked back. */
  requests: number;
}

export interface HubRules {
  leaseSeconds: number;
  /** Asks back for another topic than the one that was asked for. */
  verifiedTopic?: string;
  /** Says no, at once or instead of asking back. */
  refusal?: { status: number; text: string };
  denial?: string;
  /** Asks back before it answers. */
  isSynchronous?: boolean;
}

/** A publisher and its hub on one server, as W3C WebSub has them. */
export class TestHub {
  readonly topics = new Map<string, Topic>();
  /** Active ones, by topic and callback. */
  readonly subscriptions = new Map<string, HubSubscription>();
  readonly rules: HubRules = { leaseSeconds: 3_600 };
  /** Requests of subscribers as they came. */
  readonly requests: Record<string, string>[] = [];
  /** Answers of callbacks to what the hub asked. */
  readonly verifications: { status: number; body: string; challenge: string }[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async start(): Promise<TestHub> {
    const hub = new TestHub();
    hub.#server.listen(0, '127.0.0.1');
    await once(hub.#server, 'listening');
    return hub;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** Sends content to all subscribers of a topic; ends those that answer 410. */
  async publish(
    topic: string,
    content: string,
    contentType: string,
    signatureOf = (secret: string) =>
      `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`,
  ): Promise<number[]> {
    const statuses: number[] = [];
    for (const [name, subscription] of this.subscriptions) {
      if (subscription.topic !== topic) continue;
      const signature = subscription.secret && signatureOf(subscription.secret);
      const { status } = await fetch(subscription.callback, {
        method: 'POST',
        headers: {
          'content-type': contentType,
          link: `<${this.url('/hub')}>; rel="hub", <${topic}>; rel="self"`,
          ...(signature ? { 'x-hub-signature': signature } : {}),
        },
        body: content,
      });
      statuses.push(status);
      if (status === 410) this.subscriptions.delete(name);
    }
    return statuses;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', this.url('/'));
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (request.method === 'POST') {
      const moved = /^\/moved-(307|308)$/.exec(pathname)?.[1];
      if (moved !== undefined) {
        response.writeHead(Number(moved), { location: this.url('/hub') }).end();
        return;
      }
      await this.#takeRequest(pathname, Buffer.concat(chunks).toString(), response);
      return;
    }
    const topic = this.topics.get(request.url ?? '');
    if (topic?.redirect) {
      response.writeHead(topic.redirect.status, { location: topic.redirect.to }).end();
      return;
    }
    response.writeHead(topic ? 200 : 404, topic?.headers ?? {}).end(topic?.body ?? '');
  }

  async #takeRequest(path: string, body: string, response: ServerResponse): Promise<void> {
    const form = Object.fromEntries(new URLSearchParams(body)) as Record<string, string>;
    this.requests.push({ ...form, path });
    const { 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback } = form;
    if (path !== '/hub' || !topic || !callback || !/^(un)?subscribe$/.test(mode ?? '')) {
      response.writeHead(400).end('no such hub, or a parameter is missing');
      return;
    }
    const { refusal } = this.rules;
    if (refusal) {
      response.writeHead(refusal.status).end(refusal.text);
      return;
    }
    const asked = () => this.#askBack(mode as 'subscribe' | 'unsubscribe', form);
    if (this.rules.isSynchronous) await asked();
    response.writeHead(202).end();
    if (!this.rules.isSynchronous) await asked();
  }

  async #askBack(mode: 'subscribe' | 'unsubscribe', form: Record<string, string>): Promise<void> {
    const { 'hub.topic': topic = '', 'hub.callback': callback = '' } = form;
    const { denial, verifiedTopic = topic, leaseSeconds } = this.rules;
    const challenge = randomBytes(20).toString('hex');
    const question = new URL(callback);
    const parameters: Record<string, string> =
      denial !== undefined
        ? { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': denial }
        : {
            'hub.mode': mode,
            'hub.topic': verifiedTopic,
            'hub.challenge': challenge,
            'hub.lease_seconds': String(leaseSeconds),
            // Of another kind of hub; to be passed over.
            'hub.verify_token': '',
            more: 'x',
          };
    for (const [name, value] of Object.entries(parameters)) question.searchParams.set(name, value);
    const answer = await fetch(question);
    const body = await answer.text();
    this.verifications.push({ status: answer.status, body, challenge });
    if (denial !== undefined || !answer.ok || body !== challenge) return;
    const name = `${topic} ${callback}`;
    const requests = (this.subscriptions.get(name)?.requests ?? 0) + 1;
    if (mode === 'unsubscribe') this.subscriptions.delete(name);
    else this.subscriptions.set(name, { topic, callback, secret: form['hub.secret'], requests });
  }
}

/**
 * A port that nobody has: an address that must be known before a service starts. Below the range that
 * the system hands out to clients, so that nobody takes it in between.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** Whether the log has an event of the article, whichever. */
export async function isSubmitted(
  topicPrefix: string,
  article: { feed: string; sourceId: string },
): Promise<boolean> {
  const definition = withPrefix(ArticleSubmitted, topicPrefix);
  let found = false;
  await readLog(
    { brokers: testBrokers().split(','), clientId: 'test-reader' },
    definition.topic,
    (record) => {
      const { event } = decodeEvent(definition, record);
      if (!('sourceId' in event) || event.sourceId !== article.sourceId) return;
      found ||= event.feed === article.feed;
    },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  return found;
}
