import type { FeedRecord } from '@warta/contracts';
import { ProblemError, unavailable } from '@warta/service';
import type { AccessBook, Caller } from '@warta/service';
import { feedForPush } from '../feeds/feed-gate.ts';
import type { Sealer } from '../feeds/sealer.ts';
import { countsAt, openSecret } from '../feeds/signing-secret.ts';
import { isSigned, verifySignature } from './verify-signature.ts';
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

/** What a push must pass beside its key: its feed is not paused, and signs what it sends if it can. */
export class PushGate {
  readonly #book: AccessBook;
  readonly #sealer: Sealer;

  constructor(options: { book: AccessBook; sealer: Sealer }) {
    this.#book = options.book;
    this.#sealer = options.sealer;
  }

  /**
   * The caller of a signed request without a key: the feed itself, for itself alone.
   * @throws ProblemError 401 when it is not the feed's signature, 503 while that cannot be told.
   */
  callerBySignature(feed: string, request: SignedRequest): Caller {
    const reason = this.#book.unavailable(Date.now());
    if (reason !== undefined) throw unavailable(`Feeds cannot be checked just now: ${reason}.`);
    const record = this.#book.feed(feed);
    const verdict = record === undefined ? NOT_ITS_OWN : this.#verdict(record, request, Date.now());
    if (verdict.kind === 'refused') throw unauthorized(feed, verdict.reason);
    return callerOfFeed(feed);
  }

  /**
   * What is known of the feed that a push is for; undefined of a feed that only keys name.
   * @throws ProblemError 409 when it is paused; 401 when it signs its pushes and did not sign this.
   */
  admit(feed: string, request: SignedRequest): FeedRecord | undefined {
    const record = feedForPush(this.#book, feed);
    this.#requireSignature(record, request);
    return record;
  }

  /**
   * A paused feed may still take its articles down: what must vanish does not wait for an admin.
   * @throws ProblemError 401 as `admit`.
   */
  admitTakedown(feed: string, request: SignedRequest): void {
    this.#requireSignature(this.#book.feed(feed), request);
  }

  #requireSignature(record: FeedRecord | undefined, request: SignedRequest): void {
    // Also when all of them have expired: signing ends when an admin ends it, never by itself.
    if (record === undefined || record.secrets.length === 0) return;
    if (!isSigned(request.headers)) throw unauthorized(record.feed, 'this one is not signed');
    const verdict = this.#verdict(record, request, Date.now());
    if (verdict.kind === 'refused') throw unauthorized(record.feed, verdict.reason);
  }

  #verdict(record: FeedRecord, request: SignedRequest, nowMs: number): SignatureVerdict {
    const counting = record.secrets.filter((secret) => countsAt(secret, nowMs));
    const opened = counting.map((secret) => openSecret(record.feed, secret, this.#sealer));
    const secrets = opened.filter((secret) => secret !== undefined);
    const verdict = verifySignature(request.headers, signedContentOf(request), secrets, nowMs);
    if (verdict.kind === 'signed' || secrets.length === opened.length) return verdict;
    throw unavailable(
      `Signatures of the feed ${record.feed} cannot be checked: a secret of it was sealed under a ` +
        'key that WARTA_SEALING_KEYS no longer has. Add the key, or give the feed another secret.',
    );
  }
}

const NOT_ITS_OWN: SignatureVerdict = {
  kind: 'refused',
  reason: 'the signature is of no secret that counts, over these bytes',
};

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
