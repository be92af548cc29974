import {
  type ArticleView,
  ArticleView as ArticleViewSchema,
  type ChangeFeed,
  type CreateKey,
  FeedList,
  FeedReports,
  FeedView,
  ItemsAnswer,
  KeyCreated,
  KeyList,
  type KeyView,
  type Problem,
  PushAccepted,
  ReceiptView,
  type RegisterFeed,
  type RotateSecret,
  type SearchAnswer,
  SearchAnswer as SearchAnswerSchema,
  SecretCreated,
  type SubscribeFeed,
} from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';

/** Longer than any deadline of the services, so that their own words reach the person. */
const REQUEST_TIMEOUT_MS = 30_000;

/** A document for a feed, as it is sent. */
export interface PushedDocument {
  bytes: Uint8Array;
  contentType?: string | undefined;
  /** Sent as Content-Location: what relative addresses are relative to (RFC 9110, 8.7). */
  baseUrl?: string | undefined;
  idempotencyKey: string;
}

/** The service is away or busy: the same again, later, does no harm. */
export class BusyError extends Error {
  /** As the service asked for it. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The two HTTP APIs, with their answers checked against the contracts. */
export class WartaClient {
  readonly ingestorUrl: string;
  readonly searchUrl: string;
  readonly #key: string;

  constructor(urls: { ingestorUrl: string; searchUrl: string }, key: string) {
    this.ingestorUrl = urls.ingestorUrl.replace(/\/$/, '');
    this.searchUrl = urls.searchUrl.replace(/\/$/, '');
    this.#key = key;
  }

  async push(article: unknown): Promise<PushAccepted> {
    return PushAccepted.parse(await this.#call('POST', `${this.ingestorUrl}/v1/articles`, article));
  }

  /**
   * A document of any format.
   * @throws BusyError when trying again may help; CliError when the document was refused as a whole.
   */
  async pushItems(feed: string, document: PushedDocument): Promise<ItemsAnswer> {
    const { bytes, contentType, baseUrl, idempotencyKey } = document;
    const headers: Record<string, string> = {
      authorization: `Bearer ${this.#key}`,
      'content-type': contentType ?? 'application/octet-stream',
      // Quoted, as a structured field has it.
      'idempotency-key': `"${idempotencyKey}"`,
    };
    if (baseUrl !== undefined) headers['content-location'] = baseUrl;
    const url = `${this.ingestorUrl}/v1/feeds/${feed}/items`;
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    let response: Response;
    try {
      response = await fetch(url, { method: 'POST', headers, body: Buffer.from(bytes), signal });
    } catch (error) {
      const { origin } = new URL(url);
      throw new BusyError(`nothing answers at ${origin}`, undefined, { cause: error });
    }
    const isBusy = [429, 502, 503, 504].includes(response.status);
    if (!isBusy) return ItemsAnswer.parse(await answerOf(response));
    await response.body?.cancel();
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new BusyError(
      `${response.status} ${response.statusText}`,
      Number.isFinite(seconds) ? seconds * 1_000 : undefined,
    );
  }

  async takeDown(feed: string, sourceId: string): Promise<PushAccepted> {
    const url = `${this.ingestorUrl}/v1/feeds/${feed}/articles?id=${encodeURIComponent(sourceId)}`;
    return PushAccepted.parse(await this.#call('DELETE', url));
  }

  async search(query: Record<string, string>): Promise<SearchAnswer> {
    const url = `${this.searchUrl}/v1/articles?${new URLSearchParams(query)}`;
    return SearchAnswerSchema.parse(await this.#call('GET', url));
  }

  /** Undefined while the article is unknown, `gone` once it was taken down. */
  async read(id: string): Promise<ArticleView | 'gone' | undefined> {
    const response = await this.#fetch('GET', `${this.searchUrl}/v1/articles/${id}`);
    if (response.status === 404) return undefined;
    if (response.status === 410) return 'gone';
    return ArticleViewSchema.parse(await answerOf(response));
  }

  /**
   * How far a push has come.
   * @throws BusyError when that cannot be told just now.
   */
  async readReceipt(receipt: string): Promise<ReceiptView> {
    const url = `${this.searchUrl}/v1/receipts/${encodeURIComponent(receipt)}`;
    const response = await this.#fetch('GET', url);
    if (response.status !== 503) return ReceiptView.parse(await answerOf(response));
    await response.body?.cancel();
    throw new BusyError('how far it is cannot be told just now', undefined);
  }

  async createKey(key: CreateKey): Promise<KeyCreated> {
    return KeyCreated.parse(await this.#call('POST', `${this.ingestorUrl}/v1/keys`, key));
  }

  async listKeys(): Promise<KeyView[]> {
    return KeyList.parse(await this.#call('GET', `${this.ingestorUrl}/v1/keys`)).keys;
  }

  async revokeKey(keyId: string): Promise<void> {
    await this.#call('DELETE', `${this.ingestorUrl}/v1/keys/${encodeURIComponent(keyId)}`);
  }

  /** The registered feeds with their settings, by name. */
  async listFeeds(): Promise<FeedView[]> {
    return FeedList.parse(await this.#call('GET', `${this.ingestorUrl}/v1/feeds`)).feeds;
  }

  /** How every feed pushes, registered or not, as its articles in the index show it. */
  async feedReports(): Promise<FeedReports> {
    return FeedReports.parse(await this.#call('GET', `${this.searchUrl}/v1/feeds`));
  }

  async readFeed(feed: string): Promise<FeedView> {
    return FeedView.parse(await this.#call('GET', this.#feedUrl(feed)));
  }

  async registerFeed(wanted: RegisterFeed): Promise<FeedView> {
    return FeedView.parse(await this.#call('POST', `${this.ingestorUrl}/v1/feeds`, wanted));
  }

  async changeFeed(feed: string, change: ChangeFeed): Promise<FeedView> {
    return FeedView.parse(await this.#call('PATCH', this.#feedUrl(feed), change));
  }

  async setFeedState(feed: string, step: 'pause' | 'resume'): Promise<FeedView> {
    return FeedView.parse(await this.#call('POST', `${this.#feedUrl(feed)}/${step}`));
  }

  async rotateSecret(feed: string, wanted: RotateSecret): Promise<SecretCreated> {
    return SecretCreated.parse(await this.#call('POST', `${this.#feedUrl(feed)}/secrets`, wanted));
  }

  async subscribeFeed(feed: string, wanted: SubscribeFeed): Promise<FeedView> {
    return FeedView.parse(await this.#call('POST', `${this.#feedUrl(feed)}/websub`, wanted));
  }

  async unsubscribeFeed(feed: string): Promise<FeedView> {
    return FeedView.parse(await this.#call('DELETE', `${this.#feedUrl(feed)}/websub`));
  }

  async endSecret(feed: string, secretId: string): Promise<FeedView> {
    const url = `${this.#feedUrl(feed)}/secrets/${encodeURIComponent(secretId)}`;
    return FeedView.parse(await this.#call('DELETE', url));
  }

  #feedUrl(feed: string): string {
    return `${this.ingestorUrl}/v1/feeds/${encodeURIComponent(feed)}`;
  }

  async #call(method: string, url: string, body?: unknown): Promise<unknown> {
    return answerOf(await this.#fetch(method, url, body));
  }

  async #fetch(method: string, url: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#key}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method, headers, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) };
    if (body !== undefined) init.body = JSON.stringify(body);
    try {
      return await fetch(url, init);
    } catch (error) {
      const { origin } = new URL(url);
      throw new CliError(
        `Nothing answers at ${origin}. Is Warta running? Start it with: npm start`,
        exitCodes.notRunning,
        { cause: error },
      );
    }
  }
}

/** The JSON answer, or an error made of the problem the service described. */
async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text === '' ? undefined : JSON.parse(text);
  let problem: Partial<Problem> = {};
  try {
    problem = JSON.parse(text) as Partial<Problem>;
  } catch {
    problem = { detail: text.slice(0, 500) };
  }
  const fields = (problem.errors ?? []).map(({ pointer, detail }) => `\n  ${pointer}: ${detail}`);
  const said = [problem.title, problem.detail].filter(Boolean).join(': ');
  const hint = response.status === 401 ? ' Give a key with --key or WARTA_KEY.' : '';
  throw new CliError(
    `${response.status} ${said || response.statusText}${fields.join('')}${hint}`,
    response.status === 404 ? exitCodes.notFound : exitCodes.refused,
  );
}
