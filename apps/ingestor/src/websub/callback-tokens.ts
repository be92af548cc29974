import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSubSubscription } from '@warta/contracts';
import { unavailable } from '@warta/service';

/** A hub may ask another replica before that has read what this one stored. */
const KNOWN_WITHIN_MS = 1_000;
const LOOK_EVERY_MS = 50;
/**
 * Hubs that come so early are few. Strangers who try tokens may use these places up, and no more:
 * a wait costs a request in hand for its time, but no body.
 */
const WAITING_MAX = 8;

/** Finds subscriptions by the token of their callback, which nobody can guess. */
export class CallbackTokens {
  readonly #current: (feed: string) => WebSubSubscription | undefined;
  #waiting = 0;

  /** @param current the subscription of a feed, as far as this process has read. */
  constructor(current: (feed: string) => WebSubSubscription | undefined) {
    this.#current = current;
  }

  /**
   * Undefined when none has the token, whether or not there is such a feed: the answer and its time
   * tell nothing of what is registered.
   * @throws ProblemError 503 when it cannot be waited for: a hub asks again then.
   */
  async find(feed: string, token: string): Promise<WebSubSubscription | undefined> {
    const webSub = this.#now(feed, token);
    if (webSub !== undefined) return webSub;
    if (this.#waiting >= WAITING_MAX) {
      throw unavailable('Too many unknown callbacks at once; send the same request again.');
    }
    this.#waiting += 1;
    try {
      const deadline = performance.now() + KNOWN_WITHIN_MS;
      while (performance.now() < deadline) {
        await sleep(LOOK_EVERY_MS);
        const read = this.#now(feed, token);
        if (read !== undefined) return read;
      }
      return undefined;
    } finally {
      this.#waiting -= 1;
    }
  }

  #now(feed: string, token: string): WebSubSubscription | undefined {
    const webSub = this.#current(feed);
    return isToken(webSub, token) ? webSub : undefined;
  }
}

export function isToken(
  webSub: WebSubSubscription | undefined,
  token: string,
): webSub is WebSubSubscription {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return webSub !== undefined && timingSafeEqual(hash(webSub.token), hash(token));
}
