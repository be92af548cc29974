import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LINE_LENGTH_MAX } from '@warta/contracts';
import type { FeedRecord, SubscribeFeed, WebSubSubscription } from '@warta/contracts';
import type { Platform } from '@warta/messaging';
import { ProblemError } from '@warta/service';
import { EgressError } from '../egress/egress.ts';
import type { Egress } from '../egress/egress.ts';
import { requireFeed } from '../feeds/feed-record.ts';
import type { FeedRegistry } from '../feeds/feed-registry.ts';
import { makeSecret, openSecret } from '../feeds/signing-secret.ts';
import { verifyHubSignature } from '../signed-push/verify-signature.ts';
import { discoverHub } from './discover-hub.ts';
import { answered, isRenewalDue, LEASE_WANTED_SECONDS } from './subscription-state.ts';
import type { HubQuestion } from './subscription-state.ts';

/** Who changed a feed when its hub did. */
const BY_HUB = 'websub';

const TOKEN_BYTES = 24;

/** A hub may ask another replica before that has read what this one stored. */
const TOKEN_KNOWN_WITHIN_MS = 1_000;
const TOKEN_LOOK_EVERY_MS = 50;

/** Of a hub's own words, in what is shown to admins. */
const HUB_WORDS_MAX = 200;

/** What a delivery at a callback is. */
export type Delivery = { kind: 'gone' } | { kind: 'ignored' } | { kind: 'genuine'; topic: string };

/**
 * Follows topics by way of their hubs, W3C WebSub. The state of each subscription is in its feed's
 * record on the access topic, so that any replica can answer a hub, renew, and go on after another.
 */
export class WebSub {
  readonly #feeds: FeedRegistry;
  readonly #egress: Egress;
  readonly #callbackBase: string | undefined;
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
    this.#callbackBase = options.callbackBase;
    this.#logger = options.logger;
  }

  /**
   * Asks the topic's hub for it. Active once the hub has asked back, which may come before the answer.
   * @throws ProblemError 404, 409 without a callback address, 422 when topic or hub will not have it.
   */
  async subscribe(feed: string, wanted: SubscribeFeed, by: string): Promise<FeedRecord> {
    const before = requireFeed(this.#feeds.get(feed), feed);
    this.#requireCallbackBase();
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
    try {
      await this.#ask('subscribe', record);
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      await this.#deny(feed, token, error.message);
      throw new ProblemError(422, `The hub was not subscribed to: ${error.message}.`);
    }
    return this.#feeds.get(feed) ?? record;
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
    await this.#askOrWarn('unsubscribe', record);
    return record;
  }

  /** Whether to agree with what a hub asks at a callback; what it changes is stored by then. */
  async answer(feed: string, token: string, question: HubQuestion): Promise<boolean> {
    const known = await this.#subscription(feed, token);
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
      { by: BY_HUB },
    );
    return true;
  }

  /** Whether a delivery is of a hub that was subscribed to, and signed with the secret it was given. */
  async delivery(
    feed: string,
    token: string,
    { signature, body }: { signature: string | undefined; body: Uint8Array },
  ): Promise<Delivery> {
    const known = await this.#subscription(feed, token);
    if (known === undefined || known.state === 'denied' || known.state === 'ended') {
      return { kind: 'gone' };
    }
    const secret = openSecret(feed, known.secret, this.#feeds.sealer);
    const secrets = secret === undefined ? [] : [secret];
    const verdict = verifyHubSignature(signature ?? '', body, secrets);
    if (verdict.kind === 'signed') return { kind: 'genuine', topic: known.topic };
    this.#logger.warn({ feed, hub: known.hub, reason: verdict.reason }, 'a delivery is ignored');
    return { kind: 'ignored' };
  }

  /** Asks again for what would run out. Harmless from several replicas: it is the same subscription. */
  async renewDue(): Promise<void> {
    const due = this.#feeds.list().filter(({ webSub }) => webSub && isDueNow(webSub));
    for (const { feed } of due) await this.#renew(feed);
  }

  async #renew(feed: string): Promise<void> {
    try {
      const record = await this.#feeds.change(
        feed,
        (current, { at }) => {
          // Another replica was first.
          if (!current?.webSub || !isDueNow(current.webSub)) throw new NotDueError();
          return { ...current, webSub: { ...current.webSub, requestedAt: at.toISOString() } };
        },
        { by: BY_HUB },
      );
      await this.#askOrWarn('subscribe', record);
    } catch (error) {
      if (error instanceof NotDueError) return;
      this.#logger.warn({ err: error, feed }, 'renewing a subscription failed; it is tried again');
    }
  }

  async #askOrWarn(mode: 'subscribe' | 'unsubscribe', record: FeedRecord): Promise<void> {
    try {
      await this.#ask(mode, record);
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      const { feed, webSub } = record;
      this.#logger.warn({ feed, hub: webSub?.hub, reason: error.message }, `${mode} was not taken`);
    }
  }

  /** W3C WebSub, 5.1. @throws EgressError */
  async #ask(mode: 'subscribe' | 'unsubscribe', record: FeedRecord): Promise<void> {
    const { feed, webSub } = record;
    if (webSub === undefined) return;
    const secret = openSecret(feed, webSub.secret, this.#feeds.sealer);
    if (secret === undefined) throw new EgressError('the secret cannot be opened: subscribe anew');
    const { status, body } = await this.#egress.send({
      url: webSub.hub,
      form: {
        'hub.mode': mode,
        'hub.topic': webSub.topic,
        'hub.callback': `${this.#requireCallbackBase()}/v1/websub/${feed}/${webSub.token}`,
        ...(mode === 'unsubscribe'
          ? {}
          : { 'hub.secret': secret, 'hub.lease_seconds': String(LEASE_WANTED_SECONDS) }),
      },
    });
    if (status >= 200 && status <= 299) return;
    throw new EgressError(`it answers ${status} ${wordsOf(body)}`.trim());
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
      { by: BY_HUB },
    );
  }

  async #subscription(feed: string, token: string): Promise<WebSubSubscription | undefined> {
    if (this.#feeds.get(feed) === undefined) return undefined;
    const deadline = performance.now() + TOKEN_KNOWN_WITHIN_MS;
    for (;;) {
      const webSub = this.#feeds.get(feed)?.webSub;
      if (isToken(webSub, token)) return webSub;
      if (performance.now() > deadline) return undefined;
      await sleep(TOKEN_LOOK_EVERY_MS);
    }
  }

  #newSecret(feed: string) {
    return makeSecret({ feed, createdAt: new Date() }, this.#feeds.sealer).record;
  }

  #requireCallbackBase(): string {
    if (this.#callbackBase !== undefined) return this.#callbackBase;
    throw new ProblemError(
      409,
      'WebSub is off: set WARTA_INGESTOR_URL to the address at which hubs reach the ingestor.',
    );
  }
}

class NotDueError extends Error {}

const isDueNow = (webSub: WebSubSubscription) => isRenewalDue(webSub, Date.now());

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

function isToken(
  webSub: WebSubSubscription | undefined,
  token: string,
): webSub is WebSubSubscription {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return webSub !== undefined && timingSafeEqual(hash(webSub.token), hash(token));
}

/** Printable ASCII on one line: they end in logs and answers. */
function wordsOf(body: Buffer): string {
  return body
    .subarray(0, HUB_WORDS_MAX)
    .toString('latin1')
    .replace(/[^\x20-\x7e]+/g, ' ');
}
