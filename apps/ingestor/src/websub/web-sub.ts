import { randomBytes } from 'node:crypto';
import { LINE_LENGTH_MAX } from '@warta/contracts';
import type { FeedRecord, SubscribeFeed, WebSubSubscription } from '@warta/contracts';
import type { Platform } from '@warta/messaging';
import { EgressError, ProblemError, unavailable } from '@warta/service';
import type { Egress } from '@warta/service';
import { LRUCache } from 'lru-cache';
import { requireFeed } from '../feeds/feed-record.ts';
import type { ChangeOptions, FeedRegistry } from '../feeds/feed-registry.ts';
import { makeSecret, openSecret } from '../feeds/signing-secret.ts';
import { verifyHubSignature } from '../signed-push/verify-signature.ts';
import { CallbackTokens, isToken } from './callback-tokens.ts';
import { discoverHub } from './discover-hub.ts';
import { HubRequests } from './hub-requests.ts';
import type { DueLease } from './lease-renewal.ts';
import { answered, isRenewalDue } from './subscription-state.ts';
import type { HubQuestion } from './subscription-state.ts';

/** What hubs and renewals change leaves it standing which admin changed the feed last, and when. */
const BY_NOBODY: ChangeOptions = { by: undefined };

const TOKEN_BYTES = 24;

/** Hubs ask back within minutes whether a subscription is really to end. */
const REPLACED_MS = 10 * 60_000;
const REPLACED_MAX = 1_000;

/** What a delivery at a callback is. */
export type Delivery = { kind: 'gone' } | { kind: 'ignored' } | { kind: 'genuine'; topic: string };

/**
 * Follows topics by way of their hubs, W3C WebSub. The state of each subscription is in its feed's
 * record on the access topic, so that any replica can answer a hub, renew, and go on after another.
 */
export class WebSub {
  readonly #feeds: FeedRegistry;
  readonly #egress: Egress;
  readonly #hubs: HubRequests;
  readonly #tokens: CallbackTokens;
  /**
   * Topics that other ones took the place of, by callback. Of this process: a hub that asks back at
   * another one goes on until it delivers, and hears 410.
   */
  readonly #replaced = new LRUCache<string, string>({ max: REPLACED_MAX, ttl: REPLACED_MS });
  readonly #logger: Platform['logger'];

  /** @param callbackBase public base of this API, without a slash at its end. */
  constructor(options: {
    feeds: FeedRegistry;
    egress: Egress;
    callbackBase: string | undefined;
    logger: Platform['logger'];
  }) {
    this.#feeds = options.feeds;
    this.#egress = options.egress;
    this.#hubs = new HubRequests({ ...options, sealer: options.feeds.sealer });
    this.#tokens = new CallbackTokens((feed) => this.#feeds.get(feed)?.webSub);
    this.#logger = options.logger;
  }

  /**
   * Asks the topic's hub for it. Active once the hub has asked back, which may come before the answer.
   * @throws ProblemError 404, 409 without a callback address, 422 when topic or hub will not have it.
   */
  async subscribe(feed: string, wanted: SubscribeFeed, by: string): Promise<FeedRecord> {
    const before = requireFeed(this.#feeds.get(feed), feed);
    this.#hubs.requireCallbackBase();
    const { hub, topic } = await this.#found(wanted);
    const same = sameOf(before.webSub, hub, topic, feed, this.#feeds);
    const secret = same?.secret ?? this.#newSecret(feed);
    const token = same?.token ?? randomBytes(TOKEN_BYTES).toString('base64url');
    const record = await this.#feeds.change(
      feed,
      (current, { at }) => ({
        ...requireFeed(current, feed),
        webSub: {
          ...{ hub, topic, token, secret, requestedAt: at.toISOString() },
          state: same?.state ?? 'pending',
          ...(same?.leaseUntil === undefined ? {} : { leaseUntil: same.leaseUntil }),
        },
      }),
      { by },
    );
    const left = same === undefined ? before.webSub : undefined;
    const [asked] = await Promise.allSettled([
      this.#hubs.subscribe(record),
      left === undefined ? undefined : this.#leave(feed, left),
    ]);
    if (asked.status === 'fulfilled') return this.#feeds.get(feed) ?? record;
    const { reason: error } = asked as { reason: unknown };
    if (!(error instanceof EgressError)) throw error;
    await this.#deny(feed, token, error.message);
    throw new ProblemError(422, `The hub was not subscribed to: ${error.message}.`);
  }

  /** The subscription is over here at once, whatever its hub says. @throws ProblemError 404 */
  async unsubscribe(feed: string, by: string): Promise<FeedRecord> {
    const record = await this.#feeds.change(
      feed,
      (current) => {
        const before = requireFeed(current, feed);
        if (before.webSub === undefined) {
          throw new ProblemError(404, `The feed ${feed} is not subscribed to anything.`);
        }
        const { leaseUntil: _leaseUntil, ...kept } = before.webSub;
        return { ...before, webSub: { ...kept, state: 'ended' as const } };
      },
      { by },
    );
    if (record.webSub !== undefined) await this.#hubs.unsubscribe(feed, record.webSub);
    return record;
  }

  /** Whether to agree with what a hub asks at a callback; what it changes is stored by then. */
  async answer(feed: string, token: string, question: HubQuestion): Promise<boolean> {
    if (
      question.mode === 'unsubscribe' &&
      this.#replaced.get(callbackOf(feed, token)) === question.topic
    ) {
      return true;
    }
    const known = await this.#tokens.find(feed, token);
    if (known === undefined || answered(known, question, Date.now()) === undefined) return false;
    if (question.mode === 'unsubscribe') return true;
    await this.#feeds.change(
      feed,
      (current, { at }) => {
        const before = requireFeed(current, feed);
        const after = isToken(before.webSub, token)
          ? answered(before.webSub, question, at.getTime())
          : undefined;
        if (after === undefined) throw new ProblemError(404, 'This was not asked for.');
        return { ...before, webSub: after };
      },
      BY_NOBODY,
    );
    return true;
  }

  /** Whether a callback is one at which deliveries are still waited for. @throws ProblemError 503 */
  async isOpen(feed: string, token: string): Promise<boolean> {
    const known = await this.#tokens.find(feed, token);
    return known !== undefined && known.state !== 'denied' && known.state !== 'ended';
  }

  /**
   * Whether a delivery is of a hub that was subscribed to, and signed with the secret it was given.
   * @throws ProblemError 503 when that cannot be told: the hub sends it again.
   */
  async delivery(
    feed: string,
    token: string,
    { signature, body }: { signature: string | undefined; body: Uint8Array },
  ): Promise<Delivery> {
    const known = await this.#tokens.find(feed, token);
    if (known === undefined || known.state === 'denied' || known.state === 'ended') {
      return { kind: 'gone' };
    }
    const secret = openSecret(feed, known.secret, this.#feeds.sealer);
    if (secret === undefined) {
      this.#logger.error({ feed, hub: known.hub }, SECRET_LOST);
      throw unavailable('Deliveries cannot be checked just now; send the same request again.');
    }
    const verdict = verifyHubSignature(signature ?? '', body, [secret]);
    if (verdict.kind === 'signed') return { kind: 'genuine', topic: known.topic };
    this.#logger.warn({ feed, hub: known.hub, reason: verdict.reason }, 'a delivery is ignored');
    return { kind: 'ignored' };
  }

  /** Subscriptions that would run out. */
  due(): DueLease[] {
    return this.#feeds
      .list()
      .flatMap(({ feed, webSub }) =>
        webSub && isRenewalDue(webSub, Date.now()) ? [{ feed, hub: webSub.hub }] : [],
      );
  }

  /** Asks for it again. Harmless from several replicas: it is the same subscription. */
  async renew(feed: string): Promise<void> {
    try {
      const record = await this.#feeds.change(
        feed,
        (current, { at }) => {
          // Another replica was first.
          if (!current?.webSub || !isRenewalDue(current.webSub, Date.now())) {
            throw new NotDueError();
          }
          return { ...current, webSub: { ...current.webSub, requestedAt: at.toISOString() } };
        },
        BY_NOBODY,
      );
      await this.#hubs.renew(record);
    } catch (error) {
      if (!(error instanceof NotDueError)) throw error;
    }
  }

  /** Another topic has taken its place. */
  async #leave(feed: string, left: WebSubSubscription): Promise<void> {
    if (left.state !== 'active' && left.state !== 'pending') return;
    this.#replaced.set(callbackOf(feed, left.token), left.topic);
    await this.#hubs.unsubscribe(feed, left);
  }

  async #found({ topic, hub }: SubscribeFeed): Promise<{ hub: string; topic: string }> {
    if (hub !== undefined) return { hub, topic };
    try {
      return await discoverHub(topic, this.#egress);
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      throw new ProblemError(422, 'The topic cannot be followed.', {
        errors: [{ pointer: '/topic', detail: error.message }],
      });
    }
  }

  async #deny(feed: string, token: string, reason: string): Promise<void> {
    await this.#feeds.change(
      feed,
      (current) => {
        const before = requireFeed(current, feed);
        // Verified all the same, or replaced by another one: that stays.
        if (!isToken(before.webSub, token) || before.webSub.state !== 'pending') return before;
        const webSub = { ...before.webSub, state: 'denied' as const };
        return { ...before, webSub: { ...webSub, reason: reason.slice(0, LINE_LENGTH_MAX) } };
      },
      BY_NOBODY,
    );
  }

  #newSecret(feed: string) {
    return makeSecret({ feed, createdAt: new Date() }, this.#feeds.sealer).record;
  }
}

const SECRET_LOST =
  'deliveries get 503: their secret was sealed under a key that WARTA_SEALING_KEYS no longer has; ' +
  'add the key, or subscribe anew';

const callbackOf = (feed: string, token: string) => `${feed} ${token}`;

class NotDueError extends Error {}

/** The running subscription to the same topic, which is asked for again under the same callback. */
function sameOf(
  webSub: WebSubSubscription | undefined,
  hub: string,
  topic: string,
  feed: string,
  { sealer }: FeedRegistry,
): WebSubSubscription | undefined {
  if (webSub?.hub !== hub || webSub.topic !== topic) return undefined;
  if (webSub.state !== 'active' && webSub.state !== 'pending') return undefined;
  return openSecret(feed, webSub.secret, sealer) === undefined ? undefined : webSub;
}
