import { randomBytes } from 'node:crypto';
import {
  type ArticleView,
  ArticleView as ArticleViewSchema,
  type CreateKey,
  KeyCreated,
  type SearchAnswer,
  SearchAnswer as SearchAnswerSchema,
} from '@warta/contracts';
import { type RunningStack, stackStatus, type StackStatus } from '@warta/stack';
import {
  type E2eEnvironment,
  e2eEnvironment,
  type ServiceName,
  serviceNames,
  serversUnderTest,
  stackName,
} from './e2e-environment.ts';
import { Observer } from './observer.ts';
import { Processes } from './processes.ts';
import { PushClient, type PushClientOptions } from './push-client.ts';
import { until } from './until.ts';
import { answer } from './watch.ts';

const REQUEST_TIMEOUT_MS = 15_000;
/** Longer than any server needs to come back. */
const PATIENCE_MS = 180_000;
/** Consumers of a service that was just started again join their group. */
const READY_TIMEOUT_MS = 60_000;

export interface PlainAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** The Warta under test as a feed, a reader and an operator see it, with a feed of its own. */
export class Warta {
  readonly environment: E2eEnvironment;
  readonly servers: RunningStack;
  readonly processes: Processes;
  readonly observer: Observer;
  /** Nobody else pushes to it. */
  readonly feed: string;
  /** May write to the feed and search. */
  readonly key: string;

  private constructor(
    environment: E2eEnvironment,
    servers: RunningStack,
    feed: string,
    key: string,
  ) {
    this.environment = environment;
    this.servers = servers;
    this.processes = new Processes(environment.stateDir);
    this.observer = new Observer(environment, servers);
    this.feed = feed;
    this.key = key;
  }

  /** Waits until everything is ready, whatever the test before has done to it. */
  static async open(name: string): Promise<Warta> {
    const environment = e2eEnvironment();
    await Promise.all(serviceNames.map((service) => untilReady(environment, service)));
    const feed = `${name}-${randomBytes(3).toString('hex')}`;
    const servers = await serversUnderTest(environment);
    const warta = new Warta(environment, servers, feed, environment.adminKey);
    const scopes: CreateKey['scopes'] = ['articles:write', 'search:read', 'annotate'];
    const { key } = await warta.createKey({ name: `e2e ${feed}`, scopes, feeds: [feed] });
    return new Warta(environment, servers, feed, key);
  }

  close(): void {
    this.servers.detach();
  }

  async createKey(wanted: CreateKey): Promise<KeyCreated> {
    const { ingestorUrl, adminKey } = this.environment;
    const made = await this.ask('POST', `${ingestorUrl}/v1/keys`, { body: wanted, key: adminKey });
    const created = KeyCreated.parse(made.body);
    const { key } = created;
    // Every process reads the key from the topic, search a moment later than the ingestor.
    await until('the new key to be known to search', READY_TIMEOUT_MS, async () => {
      const { status } = await this.ask('GET', this.searchAddress({ size: '1' }), { key });
      return status !== 401;
    });
    return created;
  }

  async revokeKey(keyId: string): Promise<void> {
    const { ingestorUrl, adminKey } = this.environment;
    const url = `${ingestorUrl}/v1/keys/${keyId}`;
    const { status } = await this.ask('DELETE', url, { key: adminKey });
    if (status >= 300) throw new Error(`revoking ${keyId}: ${status}`);
  }

  pushClient(options: Pick<PushClientOptions, 'concurrency'>): PushClient {
    const { ingestorUrl, adminKey } = this.environment;
    const { key, feed } = this;
    return new PushClient({
      ingestorUrl,
      key,
      adminKey,
      feed,
      patienceMs: PATIENCE_MS,
      ...options,
    });
  }

  push(article: unknown, key = this.key): Promise<PlainAnswer> {
    return this.ask('POST', `${this.environment.ingestorUrl}/v1/articles`, { body: article, key });
  }

  takeDown(sourceId: string, key = this.key): Promise<PlainAnswer> {
    const url = `${this.environment.ingestorUrl}/v1/feeds/${this.feed}/articles`;
    return this.ask('DELETE', `${url}?id=${encodeURIComponent(sourceId)}`, { key });
  }

  /** As the admin: lifts a takedown. */
  restore(sourceId: string): Promise<PlainAnswer> {
    const { ingestorUrl, adminKey } = this.environment;
    const url = `${ingestorUrl}/v1/feeds/${this.feed}/articles/restore`;
    return this.ask('POST', `${url}?id=${encodeURIComponent(sourceId)}`, { key: adminKey });
  }

  async search(query: Record<string, string>): Promise<SearchAnswer> {
    const { status, body } = await this.ask('GET', this.searchAddress(query), {});
    if (status !== 200) throw new Error(`searching: ${status} ${JSON.stringify(body)}`);
    return SearchAnswerSchema.parse(body);
  }

  read(articleId: string, key = this.key): Promise<PlainAnswer> {
    return this.ask('GET', `${this.environment.searchUrl}/v1/articles/${articleId}`, { key });
  }

  annotate(text: unknown, key = this.key): Promise<PlainAnswer> {
    return this.ask('POST', `${this.environment.enricherUrl}/v1/annotate`, { body: text, key });
  }

  /** The article once search shows it as the caller wants it. */
  async shown(
    articleId: string,
    timeoutMs: number,
    wanted: (article: ArticleView) => boolean = () => true,
  ): Promise<ArticleView> {
    return until(`article ${articleId} to be shown`, timeoutMs, async () => {
      const { status, body } = await this.read(articleId);
      if (status !== 200) return undefined;
      const article = ArticleViewSchema.parse(body);
      return wanted(article) && article;
    });
  }

  /** Undefined when nothing answers. */
  ready(service: ServiceName): Promise<boolean | undefined> {
    return answer(`${this.environment.opsUrls[service]}/readyz`);
  }

  /** How the three servers are, asked from outside. */
  serverStatus(): Promise<StackStatus> {
    return stackStatus(stackName(this.environment));
  }

  /** Undefined when nothing answers. */
  live(service: ServiceName): Promise<boolean | undefined> {
    return answer(`${this.environment.opsUrls[service]}/livez`);
  }

  async allReady(): Promise<void> {
    await Promise.all(serviceNames.map((service) => untilReady(this.environment, service)));
  }

  async ask(
    method: string,
    url: string,
    { body, key = this.key }: { body?: unknown; key?: string },
  ): Promise<PlainAnswer> {
    const headers: Record<string, string> = { authorization: `Bearer ${key}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(url, {
      method,
      headers,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  private searchAddress(query: Record<string, string>): string {
    return `${this.environment.searchUrl}/v1/articles?${new URLSearchParams(query)}`;
  }
}

async function untilReady(environment: E2eEnvironment, service: ServiceName): Promise<void> {
  const url = `${environment.opsUrls[service]}/readyz`;
  await until(`${service} to be ready`, READY_TIMEOUT_MS, async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    const said = await response.text();
    if (!response.ok) throw new Error(said.trim().replaceAll('\n', '; '));
    return true;
  });
}
