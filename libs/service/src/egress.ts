import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { AllowList } from './allow-list.ts';
import { isPublicAddress } from './public-address.ts';

/** For everything of a request together, redirects included. */
const DEADLINE_MS = 5_000;
/** Feeds are smaller; a page of which only the head is wanted, too. */
export const RESPONSE_BYTES_MAX = 2 * 1024 * 1024;
export const REDIRECTS_MAX = 3;

/** Below this only the web's own two ports: no mail, no shells, no databases of old. */
const UNPRIVILEGED_PORT_MIN = 1_024;
const WEB_PORTS: readonly number[] = [80, 443];

/** A request that was not sent, or got no answer that can be used. Its words are for admins. */
export class EgressError extends Error {
  /** The address itself is the fault: the same request will never be sent. */
  readonly isOfAddress: boolean;

  constructor(message: string, options: ErrorOptions & { isOfAddress?: boolean } = {}) {
    super(message, options);
    this.isOfAddress = options.isOfAddress ?? false;
  }
}

export interface EgressRequest {
  url: string;
  /** Sent as application/x-www-form-urlencoded with POST; without it, GET. */
  form?: Readonly<Record<string, string>>;
  /** Sent as it is with POST, and to no other address than the one that is named. */
  document?: EgressDocument;
}

export interface EgressDocument {
  contentType: string;
  bytes: Buffer;
  /** Signatures and the like. */
  headers: Readonly<Record<string, string>>;
}

export interface EgressResponse {
  status: number;
  /** Where it came from in the end. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * The only way out of a service but to its stores. The addresses come from strangers, so each is
 * looked at when the connection is made, after the name was resolved: one that is not public is
 * refused unless it is allowed by name, and so is a name of which only one address is not.
 * Redirects are looked at likewise, and take a form nowhere but to the same host. Nothing is sent
 * along: no cookies, no login.
 */
export class Egress {
  readonly #schemes: readonly string[];
  readonly #allow: AllowList;
  readonly #resolve: (hostname: string) => Promise<LookupAddress[]>;
  readonly #deadlineMs: number;

  constructor(options: {
    schemes: readonly ('http' | 'https')[];
    allow: AllowList;
    /** Of the system, unless a test has names of its own. */
    resolve?: (hostname: string) => Promise<LookupAddress[]>;
    deadlineMs?: number;
  }) {
    this.#schemes = options.schemes.map((scheme) => `${scheme}:`);
    this.#allow = options.allow;
    this.#resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
    this.#deadlineMs = options.deadlineMs ?? DEADLINE_MS;
  }

  /** Why nothing is ever sent to this address; undefined of one that may be spoken to. */
  refusalOf(address: string): string | undefined {
    try {
      const { hostname } = this.#permitted(address, undefined);
      this.#requireOpen(hostname.replace(/^\[|\]$/g, ''));
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** @throws EgressError */
  async send(request: EgressRequest): Promise<EgressResponse> {
    const signal = AbortSignal.timeout(this.#deadlineMs);
    let url = this.#permitted(request.url, undefined);
    for (let redirects = 0; ; redirects += 1) {
      const response = await this.#exchange(url, request, signal);
      const location = redirectOf(response);
      if (location === undefined) {
        return request.document === undefined
          ? readWhole(response, url, signal)
          : readHead(response, url);
      }
      response.destroy();
      if (request.document !== undefined) {
        throw new EgressError(`${url.host} redirects: name the address itself`);
      }
      if (redirects === REDIRECTS_MAX) {
        throw new EgressError(`${url.host} redirects more than ${REDIRECTS_MAX} times`);
      }
      // Older codes turn POST into GET: what was asked for would be lost.
      if (request.form !== undefined && ![307, 308].includes(response.statusCode ?? 0)) {
        throw new EgressError(`${url.host} redirects a POST with ${response.statusCode}`);
      }
      const next = this.#permitted(location, url);
      // A form has the secret of a subscription in it, which is for the host that was asked for.
      if (request.form !== undefined && next.hostname !== url.hostname) {
        throw new EgressError(`${url.host} redirects a POST to another host, ${next.host}`);
      }
      url = next;
    }
  }

  #permitted(location: string, from: URL | undefined): URL {
    // Of the address that was asked for, not of one that somebody redirects to.
    const isOfAddress = from === undefined;
    const url = URL.parse(location, from?.href);
    if (url === null) throw new EgressError('the address is no URL', { isOfAddress });
    if (!this.#schemes.includes(url.protocol)) {
      const reason = `${url.protocol}// is not spoken: WARTA_EGRESS_SCHEMES says what is`;
      throw new EgressError(reason, { isOfAddress });
    }
    if (from?.protocol === 'https:' && url.protocol !== 'https:') {
      throw new EgressError(`${from.host} redirects from https to http`);
    }
    if (url.username !== '' || url.password !== '') {
      throw new EgressError('the address has a user or password in it', { isOfAddress });
    }
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    if (port < UNPRIVILEGED_PORT_MIN && !WEB_PORTS.includes(port)) {
      throw new EgressError(`port ${port} is not the web's`, { isOfAddress });
    }
    return url;
  }

  async #exchange(url: URL, request: EgressRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const body = bodyOf(request);
    const addresses = await orWhenAborted(this.#addressesOf(url), signal, url);
    const options: RequestOptions = {
      method: body === undefined ? 'GET' : 'POST',
      agent: false,
      signal,
      headers: {
        'user-agent': 'warta',
        accept: '*/*',
        'accept-encoding': 'identity',
        ...(body === undefined
          ? {}
          : {
              ...body.headers,
              'content-type': body.contentType,
              'content-length': body.bytes.length,
            }),
      },
      // What was looked at is what is connected to: the name is not resolved again.
      lookup: (_hostname, wanted, done) => {
        const [first] = addresses;
        if (wanted.all === true) done(null, addresses);
        else done(null, first?.address ?? '', first?.family);
      },
    };
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const sent = send(url, options, resolve);
      sent.on('error', (error) => reject(failed(url, error, signal)));
      sent.end(body?.bytes);
    });
  }

  async #addressesOf(url: URL): Promise<LookupAddress[]> {
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(hostname);
    const addresses =
      family === 0 ? await this.#resolved(hostname) : [{ address: hostname, family }];
    for (const { address } of addresses) this.#requireOpen(hostname, address, family !== 0);
    return addresses;
  }

  /** @param address of the host; the host itself when that is one. */
  #requireOpen(hostname: string, address = hostname, isOfAddress = true): void {
    if (isIP(address) === 0) return;
    const isAllowed = this.#allow.allowsHost(hostname) || this.#allow.allowsAddress(address);
    if (isAllowed || isPublicAddress(address)) return;
    throw new EgressError(
      `${hostname} is at an address that is not public: WARTA_EGRESS_ALLOW may name it`,
      { isOfAddress },
    );
  }

  async #resolved(hostname: string): Promise<LookupAddress[]> {
    const addresses = await this.#resolve(hostname).catch(() => []);
    if (addresses.length > 0) return addresses;
    throw new EgressError(`there is no host ${hostname}`);
  }
}

function bodyOf({ document, form }: EgressRequest): EgressDocument | undefined {
  if (form === undefined) return document;
  const bytes = Buffer.from(new URLSearchParams(form).toString());
  return { contentType: 'application/x-www-form-urlencoded', bytes, headers: {} };
}

/** A name server that never answers must not outlast the deadline. */
function orWhenAborted<Value>(work: Promise<Value>, signal: AbortSignal, url: URL): Promise<Value> {
  return new Promise((resolve, reject) => {
    const late = () => reject(failed(url, new Error('aborted'), signal));
    signal.addEventListener('abort', late, { once: true });
    if (signal.aborted) late();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;
}

/** What a receiver says beside its status is its own affair: it is not read. */
function readHead(response: IncomingMessage, url: URL): EgressResponse {
  const { statusCode: status = 0, headers } = response;
  response.destroy();
  return { status, url: url.href, headers, body: Buffer.alloc(0) };
}

async function readWhole(
  response: IncomingMessage,
  url: URL,
  signal: AbortSignal,
): Promise<EgressResponse> {
  const coding = response.headers['content-encoding'] ?? 'identity';
  if (coding !== 'identity') {
    response.destroy();
    throw new EgressError(
      `${url.host} answers with content coding ${coding.slice(0, 20)}, unasked`,
    );
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > RESPONSE_BYTES_MAX) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw failed(url, error as Error, signal);
  }
  if (bytes > RESPONSE_BYTES_MAX) {
    throw new EgressError(`${url.host} answers with more than ${RESPONSE_BYTES_MAX} bytes`);
  }
  const { statusCode: status = 0, headers } = response;
  return { status, url: url.href, headers, body: Buffer.concat(chunks) };
}

function failed(url: URL, error: Error, signal: AbortSignal): EgressError {
  if (error instanceof EgressError) return error;
  const reason = signal.aborted ? 'did not answer in time' : 'could not be spoken to';
  return new EgressError(`${url.host} ${reason}`, { cause: error });
}
