import { randomUUID } from 'node:crypto';
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
  PushAccepted,
  ReceiptView,
  type RegisterFeed,
  type RotateSecret,
  type SearchAnswer,
  SearchAnswer as SearchAnswerSchema,
  SecretCreated,
  type SubscribeFeed,
} from '@warta/contracts';
import type { ZodType } from 'zod';
import { answerOf, BusyError, busyOf, withoutAnswer } from './service-error.ts';
import { signatureHeaders } from './sign-request.ts';
import { addressOf, missingAddress } from './warta-addresses.ts';
import type { AddressesGiven, WartaAddresses } from './warta-addresses.ts';

/** Longer than any deadline of the services, so that their own words reach the person. */
const REQUEST_TIMEOUT_MS = 30_000;

/** A document for a feed, as it is sent. */
export interface PushedDocument {
  bytes: Uint8Array;
  contentType?: string | undefined;
  /** Sent as Content-Location: what relative addresses are relative to (RFC 9110, 8.7). */
  baseUrl?: string | undefined;
  /** The same when it is sent again because no answer came; another one for another push. */
  id: string;
}

/** Exactly one of id and url, as the article was pushed. */
export interface NamedArticle {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly reason?: string | undefined;
}

/** How a sender shows that it may push for a feed that signs what it sends. */
export interface FeedSignature {
  /** `whsec_…` */
  readonly secret: string;
  /** The key, if there is one, is of somebody else and is not sent along. */
  readonly isEnough: boolean;
}

/** A document or a takedown under way, which may be sent more than once. */
interface Sent {
  readonly method: 'POST' | 'DELETE';
  readonly url: string;
  readonly id: string;
  readonly headers?: Record<string, string>;
  readonly bytes?: Uint8Array;
}

/** The two HTTP APIs, with their answers checked against the contracts. */
export class WartaClient {
  readonly #urls: Partial<WartaAddresses>;
  readonly #key: string | undefined;
  readonly #signature: FeedSignature | undefined;

  /** @throws CliError for addresses that are none. */
  constructor(
    { ingestorUrl, searchUrl }: AddressesGiven,
    key: string | undefined,
    signature?: FeedSignature,
  ) {
    this.#urls = {
      ...(ingestorUrl !== undefined && { ingestorUrl: addressOf(ingestorUrl) }),
      ...(searchUrl !== undefined && { searchUrl: addressOf(searchUrl) }),
    };
    this.#key = key;
    this.#signature = signature;
  }

  /** @throws CliError when it was not given. */
  get ingestorUrl(): string {
    return this.#urls.ingestorUrl ?? missingAddress('ingestor');
  }

  /** @throws CliError when it was not given. */
  get searchUrl(): string {
    return this.#urls.searchUrl ?? missingAddress('search');
  }

  async push(article: unknown): Promise<PushAccepted> {
    return PushAccepted.parse(await this.#call('POST', `${this.ingestorUrl}/v1/articles`, article));
  }

  /**
   * A document of any format.
   * @throws BusyError when trying again may help; ServiceError when it was refused as a whole.
   */
  async pushItems(feed: string, document: PushedDocument): Promise<ItemsAnswer> {
    const { bytes, contentType, baseUrl, id } = document;
    const headers: Record<string, string> = {
      'content-type': contentType ?? 'application/octet-stream',
    };
    if (baseUrl !== undefined) headers['content-location'] = baseUrl;
    const url = `${this.#feedUrl(feed)}/items`;
    return ItemsAnswer.parse(await this.#send({ method: 'POST', url, id, headers, bytes }));
  }

  /** @throws BusyError when trying again may help. */
  async takeDown(
    feed: string,
    named: NamedArticle,
    id: string = randomUUID(),
  ): Promise<PushAccepted> {
    const url = `${this.#feedUrl(feed)}/articles?${queryOf(named)}`;
    return PushAccepted.parse(await this.#send({ method: 'DELETE', url, id }));
  }

  /** Lifts a takedown: as an admin. */
  async restore(feed: string, named: NamedArticle): Promise<PushAccepted> {
    const url = `${this.#feedUrl(feed)}/articles/restore?${queryOf(named)}`;
    return PushAccepted.parse(await this.#call('POST', url));
  }

  async search(query: Query): Promise<SearchAnswer> {
    return this.ask(SearchAnswerSchema, '/v1/articles', query);
  }

  /** An answer of the search service, checked against its contract. @param path such as /v1/quotes. */
  async ask<Answer>(schema: ZodType<Answer>, path: string, query: Query = {}): Promise<Answer> {
    return schema.parse(await this.#call('GET', `${this.searchUrl}${path}${textOf(query)}`));
  }

  /** A change asked of the search service. @param version of what is changed, where it has one. */
  async change<Answer>(
    schema: ZodType<Answer>,
    { method, path, body, version }: SearchChange,
  ): Promise<Answer> {
    const headers: Record<string, string> =
      version === undefined ? {} : { 'if-match': `"${version}"` };
    const url = `${this.searchUrl}${path}`;
    return schema.parse(await answerOf(await this.#fetch(method, url, body, headers)));
  }

  /** An answer that is passed on as it comes, such as CSV. */
  async stream(path: string, query: Query = {}): Promise<ReadableStream<Uint8Array>> {
    const url = `${this.searchUrl}${path}${textOf(query)}`;
    const response = await fetch(url, { headers: this.#authorization() }).catch((error) => {
      throw withoutAnswer(url, error);
    });
    if (!response.ok) await answerOf(response);
    return response.body ?? new Blob([]).stream();
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
    throw new BusyError('How far it is cannot be told just now');
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

  /** As a feed sends: with its signature, or its key. */
  async #send({ method, url, id, headers, bytes }: Sent): Promise<unknown> {
    const { pathname, search } = new URL(url);
    const signature = this.#signature;
    const content = bytes ?? `${method} ${pathname}${search}`;
    const response = await this.#answered(url, {
      method,
      headers: {
        ...headers,
        ...(signature?.isEnough === true ? {} : this.#authorization()),
        ...(signature === undefined ? {} : signatureHeaders(signature.secret, id, content)),
        // Quoted, as a structured field has it.
        'idempotency-key': `"${id}"`,
      },
      ...(bytes === undefined ? {} : { body: Buffer.from(bytes) }),
    });
    const busy = busyOf(response);
    if (busy === undefined) return answerOf(response);
    await response.body?.cancel();
    throw busy;
  }

  #authorization(): Record<string, string> {
    return this.#key === undefined ? {} : { authorization: `Bearer ${this.#key}` };
  }

  /** @throws BusyError when no answer came. */
  async #answered(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
    } catch (error) {
      throw withoutAnswer(url, error);
    }
  }

  async #call(method: string, url: string, body?: unknown): Promise<unknown> {
    return answerOf(await this.#fetch(method, url, body));
  }

  async #fetch(
    method: string,
    url: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Response> {
    const headers = { ...this.#authorization(), ...more };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    return this.#answered(url, init);
  }
}

/** Values of a query; several of one name are repeated, undefined ones are no parameters. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface SearchChange {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly version?: number;
}

function textOf(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** Undefined values are no parameters. */
function queryOf(named: NamedArticle): URLSearchParams {
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  return new URLSearchParams(Object.fromEntries(given));
}
