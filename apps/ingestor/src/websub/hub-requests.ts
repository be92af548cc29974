import type { FeedRecord, WebSubSubscription } from '@warta/contracts';
import type { Platform } from '@warta/messaging';
import { EgressError, ProblemError } from '@warta/service';
import type { Egress, Sealer } from '@warta/service';
import { openSecret } from '../feeds/signing-secret.ts';
import { LEASE_WANTED_SECONDS } from './subscription-state.ts';

/** Of a hub's own words, in what is shown to admins. */
const HUB_WORDS_MAX = 200;

/** What is asked of hubs. W3C WebSub, 5.1. */
export class HubRequests {
  readonly #egress: Egress;
  readonly #sealer: Sealer;
  readonly #callbackBase: string | undefined;
  readonly #logger: Platform['logger'];

  /** @param callbackBase public base of this API, without a slash at its end. */
  constructor(options: {
    egress: Egress;
    sealer: Sealer;
    callbackBase: string | undefined;
    logger: Platform['logger'];
  }) {
    this.#egress = options.egress;
    this.#sealer = options.sealer;
    this.#callbackBase = options.callbackBase;
    this.#logger = options.logger;
  }

  /** @throws ProblemError 409 */
  requireCallbackBase(): string {
    if (this.#callbackBase !== undefined) return this.#callbackBase;
    throw new ProblemError(
      409,
      'WebSub is off: set WARTA_INGESTOR_URL to the address at which hubs reach the ingestor.',
    );
  }

  /** @throws EgressError when it does not say yes. */
  async subscribe({ feed, webSub }: FeedRecord): Promise<void> {
    if (webSub === undefined) return;
    const secret = openSecret(feed, webSub.secret, this.#sealer);
    if (secret === undefined) throw new EgressError('the secret cannot be opened: subscribe anew');
    await this.#ask('subscribe', feed, webSub, {
      'hub.secret': secret,
      'hub.lease_seconds': String(LEASE_WANTED_SECONDS),
    });
  }

  /** As subscribe; what goes wrong is only logged, since it is asked again. */
  async renew(record: FeedRecord): Promise<void> {
    const { feed, webSub } = record;
    await this.#orWarn(this.subscribe(record), { feed, hub: webSub?.hub, mode: 'subscribe' });
  }

  /** What goes wrong is only logged: the next delivery is told that it is over. */
  async unsubscribe(feed: string, webSub: WebSubSubscription): Promise<void> {
    const work = this.#ask('unsubscribe', feed, webSub, {});
    await this.#orWarn(work, { feed, hub: webSub.hub, mode: 'unsubscribe' });
  }

  async #orWarn(
    work: Promise<void>,
    { mode, ...about }: { feed: string; hub: string | undefined; mode: string },
  ): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      this.#logger.warn({ ...about, reason: error.message }, `${mode} was not taken`);
    }
  }

  async #ask(
    mode: 'subscribe' | 'unsubscribe',
    feed: string,
    { hub, topic, token }: WebSubSubscription,
    more: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { status, body } = await this.#egress.send({
      url: hub,
      form: {
        'hub.mode': mode,
        'hub.topic': topic,
        'hub.callback': `${this.requireCallbackBase()}/v1/websub/${feed}/${token}`,
        ...more,
      },
    });
    if (status >= 200 && status <= 299) return;
    throw new EgressError(`it answers ${status} ${wordsOf(body)}`.trim());
  }
}

/** Printable ASCII on one line: they end in logs and answers. */
function wordsOf(body: Buffer): string {
  return body
    .subarray(0, HUB_WORDS_MAX)
    .toString('latin1')
    .replace(/[^\x20-\x7e]+/g, ' ');
}
