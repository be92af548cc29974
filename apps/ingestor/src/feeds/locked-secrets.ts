import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedRecord } from '@warta/contracts';
import type { Platform } from '@warta/messaging';
import { Gauge } from 'prom-client';
import type { Sealer } from '@warta/service';
import type { FeedRegistry } from './feed-registry.ts';
import { countsAt, openSecret } from './signing-secret.ts';

/** Opening all secrets of a thousand feeds takes some milliseconds. */
const LOOK_EVERY_MS = 30_000;

/** Feeds with a secret that counts, their own or their hub's, which none of the sealing keys opens. */
export function feedsWithLockedSecrets(
  records: readonly FeedRecord[],
  sealer: Sealer,
  nowMs: number,
): string[] {
  const isLocked = ({ feed, secrets, webSub }: FeedRecord) => {
    const isFollowed = webSub?.state === 'active' || webSub?.state === 'pending';
    const counting = secrets.filter((secret) => countsAt(secret, nowMs));
    const all = isFollowed ? [...counting, webSub.secret] : counting;
    return all.some((secret) => openSecret(feed, secret, sealer) === undefined);
  };
  return records.filter(isLocked).map(({ feed }) => feed);
}

/**
 * Tells operators that a sealing key was taken away too early, before a hub or a feed is turned away:
 * by the log when it begins or changes, and by a metric for as long as it lasts.
 */
export class LockedSecrets {
  readonly #feeds: FeedRegistry;
  readonly #logger: Platform['logger'];
  readonly #gauge: Gauge;
  readonly #stopped = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #told = '';

  constructor(options: { feeds: FeedRegistry } & Platform) {
    this.#feeds = options.feeds;
    this.#logger = options.logger;
    this.#gauge = new Gauge({
      name: 'ingestor_feeds_with_locked_secrets',
      help: 'Feeds whose pushes or deliveries get 503: no key of WARTA_SEALING_KEYS opens a secret.',
      registers: [options.metrics],
    });
  }

  /** @param isComplete whether all feeds have been read by now. */
  start(isComplete: () => boolean): void {
    this.#loop = this.#run(isComplete);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
  }

  async #run(isComplete: () => boolean): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      if (isComplete()) this.#look();
      const waitMs = isComplete() ? LOOK_EVERY_MS : LOOK_EVERY_MS / 100;
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  #look(): void {
    const feeds = feedsWithLockedSecrets(this.#feeds.list(), this.#feeds.sealer, Date.now());
    this.#gauge.set(feeds.length);
    const names = feeds.join(' ');
    if (names !== '' && names !== this.#told) {
      this.#logger.error(
        { feeds },
        'secrets of these feeds cannot be opened, and what they sign gets 503: give back the key ' +
          'that was taken out of WARTA_SEALING_KEYS, or give them other secrets',
      );
    }
    this.#told = names;
  }
}
