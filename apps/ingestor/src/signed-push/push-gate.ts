import { randomBytes } from 'node:crypto';
import type { FeedRecord } from '@warta/contracts';
import { ProblemError, unavailable } from '@warta/service';
import type { AccessBook, Caller, Sealer } from '@warta/service';
import type { Platform } from '@warta/messaging';
import { countsAt, openSecret } from '../feeds/signing-secret.ts';
import { faultOfSignature, isSigned, isTimed, verifySignature } from './verify-signature.ts';
import type { SignatureHeaders, SignatureVerdict } from './verify-signature.ts';

/** What of a request a signature is about. */
export interface SignedRequest {
  readonly headers: SignatureHeaders;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  /** Without its content coding, before any parsing. */
  readonly body: Buffer;
}

/** Who a feed is to others when it comes by its signature alone. */
export const callerOfFeed = (feed: string): Caller => ({
  keyId: `feed:${feed}`,
  scopes: ['articles:write'],
  feeds: [feed],
});

/** What a push must pass beside its key: its feed signs what it sends if it can. */
export class PushGate {
  readonly #book: AccessBook;
  readonly #sealer: Sealer;
  readonly #logger: Platform['logger'];

  constructor(options: { book: AccessBook; sealer: Sealer; logger: Platform['logger'] }) {
    this.#book = options.book;
    this.#sealer = options.sealer;
    this.#logger = options.logger;
  }

  /**
   * Whether a signed request without a key is worth reading. The same for every feed, registered or
   * not: strangers learn nothing of what there is.
   * @throws ProblemError 401, or 503 while feeds are not known.
   */
  requirePossible(feed: string, headers: SignatureHeaders): void {
    const reason = this.#book.unavailable(Date.now());
    if (reason !== undefined) throw unavailable(`Feeds cannot be checked just now: ${reason}.`);
    const fault = faultOfSignature(headers, Date.now());
    if (fault !== undefined) throw unauthorized(feed, fault);
  }

  /**
   * The caller of a signed request without a key: the feed itself, for itself alone.
   * @throws ProblemError 401 when it is not the feed's signature, 503 while that cannot be told.
   */
  callerBySignature(feed: string, request: SignedRequest): Caller {
    this.requirePossible(feed, request.headers);
    const { verdict, unopened } = this.#verdict(this.#book.feed(feed), request, Date.now());
    if (verdict.kind === 'signed') return callerOfFeed(feed);
    if (unopened === 0) throw unauthorized(feed, verdict.reason);
    this.#logger.error({ feed, unopened }, KEY_GONE);
    throw unavailable('Signatures cannot be checked just now; send the same request again.');
  }

  /**
   * What is known of the feed that a push is for; undefined of a feed that only keys name.
   * Of a paused one some items may be taken: that is for who reads them.
   * @throws ProblemError 401 when it signs its pushes and did not sign this.
   */
  admit(feed: string, request: SignedRequest): FeedRecord | undefined {
    const record = this.#book.feed(feed);
    this.#requireSignature(record, request);
    return record;
  }

  /**
   * A takedown must not be repeated by whoever has a copy of it, when its article has come back.
   * @throws ProblemError 401 for a signature that proves no time.
   */
  requireTimed(feed: string, { headers }: SignedRequest): void {
    if (isTimed(headers) || !isSigned(headers)) return;
    throw unauthorized(feed, 'of a takedown, plain HMAC is not enough, since it proves no time');
  }

  /**
   * A paused feed may still take its articles down: what must vanish does not wait for an admin.
   * @throws ProblemError 401 as `admit`.
   */
  admitTakedown(feed: string, request: SignedRequest): void {
    const record = this.#book.feed(feed);
    if (record !== undefined && record.secrets.length > 0) this.requireTimed(feed, request);
    this.#requireSignature(record, request);
  }

  #requireSignature(record: FeedRecord | undefined, request: SignedRequest): void {
    // Also when all of them have expired: signing ends when an admin ends it, never by itself.
    if (record === undefined || record.secrets.length === 0) return;
    if (!isSigned(request.headers)) throw unauthorized(record.feed, 'this one is not signed');
    const { verdict, unopened } = this.#verdict(record, request, Date.now());
    if (verdict.kind === 'signed') return;
    if (unopened === 0) throw unauthorized(record.feed, verdict.reason);
    throw unavailable(`Signatures of the feed ${record.feed} cannot be checked: ${KEY_GONE}.`);
  }

  #verdict(record: FeedRecord | undefined, request: SignedRequest, nowMs: number): Judgement {
    const counting = record?.secrets.filter((secret) => countsAt(secret, nowMs)) ?? [];
    const opened = counting.map((secret) => openSecret(record?.feed ?? '', secret, this.#sealer));
    const secrets = opened.filter((secret) => secret !== undefined);
    const { headers } = request;
    const tried = secrets.length === 0 ? [SECRET_OF_NOBODY] : secrets;
    const verdict = verifySignature(headers, signedContentOf(request), tried, nowMs);
    return { verdict, unopened: opened.length - secrets.length };
  }
}

interface Judgement {
  readonly verdict: SignatureVerdict;
  /** Of the secrets that count. */
  readonly unopened: number;
}

const KEY_GONE =
  'a secret of it was sealed under a key that WARTA_SEALING_KEYS no longer has; add the key, or ' +
  'give the feed another secret';

/** So that feeds without secrets, and those there are not, take the same time and words. */
const SECRET_OF_NOBODY = `whsec_${randomBytes(32).toString('base64')}`;

/**
 * The body. A takedown has none, and says in its address what it takes down: there, method and
 * target stand for it, else one signature would do for every article.
 */
function signedContentOf({ method, target, body }: SignedRequest): Buffer {
  return method === 'DELETE' ? Buffer.from(`${method} ${target}`) : body;
}

function unauthorized(feed: string, reason: string): ProblemError {
  return new ProblemError(
    401,
    `Pushes of the feed ${feed} must be signed with its secret: ${reason}. Send webhook-id, ` +
      'webhook-timestamp and webhook-signature of Standard Webhooks 1.0, or X-Hub-Signature: ' +
      'sha256=<hex>, over the body as it is sent, before any compression.',
    { headers: { 'www-authenticate': 'Signature realm="warta"' } },
  );
}
