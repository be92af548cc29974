import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { paths } from './schema.ts';
import { errorOf, unansweredError } from './warta-error.ts';

/** Every address of the search service, typed by its OpenAPI document. */
export type WartaClient = Client<paths>;

export interface WartaClientOptions {
  /** Of the search service, such as https://warta.example.org; '' for the page's own. */
  readonly baseUrl: string;
  /** An API key; without one only public addresses answer. */
  readonly key?: string | undefined;
  /** In place of the runtime's own, for tests and proxies. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client for browsers and Node. Its requests throw WartaError when the answer is no success, so
 * that `answerOf(client.GET(...))` is the answer itself. An aborted request rejects with the reason
 * of its signal. Nothing is tried again: `retryAfterSeconds` tells when that makes sense.
 */
export function createWartaClient(options: WartaClientOptions): WartaClient {
  const { baseUrl, key, fetch } = options;
  const client = createClient<paths>({
    baseUrl,
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  });
  client.use({
    onResponse: async ({ response }) => {
      if (!response.ok && response.status !== NOT_MODIFIED) throw await errorOf(response);
    },
    onError: ({ request, error }) => {
      if (request.signal.aborted) return;
      return unansweredError(error);
    },
  });
  return client;
}

/** No error: the caller sent If-None-Match and has the answer already. */
const NOT_MODIFIED = 304;

/** The body of an answer, of the type that the address promises for success. */
export async function answerOf<Answer>(
  request: Promise<{ data?: Answer; response: Response }>,
): Promise<NonNullable<Answer>> {
  const { data, response } = await request;
  if (data === undefined || data === null) throw await errorOf(response);
  return data;
}
