import type { FeedRecord } from '@warta/contracts';
import { ProblemError } from '@warta/service';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** The window that all limits count in. */
export const RATE_WINDOW_SECONDS = 60;

export interface RateSettings {
  readonly keyArticlesPerMinute: number;
  /** Of feeds whose record says none. */
  readonly feedArticlesPerMinute: number;
}

interface Limit {
  readonly name: 'key' | 'feed';
  readonly counter: string;
  readonly quota: number;
}

/** Of its limits, that a document costs which had to be stopped: it took a worker for seconds. */
const STOPPED_SHARE = 1 / 4;

/**
 * How many articles a key and a feed may push in a minute, to each process. Whoever begins within the
 * limit is taken whole, so that a document larger than the limit is taken once and not never.
 */
export class PushRates {
  readonly #settings: RateSettings;
  readonly #counters = new RateLimiterMemory({ points: 1, duration: RATE_WINDOW_SECONDS });

  constructor(settings: RateSettings) {
    this.#settings = settings;
  }

  /**
   * Counts one article before anything of it is looked at, so that requests which begin together
   * count one another, and those that come to nothing count too.
   * @throws ProblemError 429 with Retry-After when a limit was reached; then nothing is counted.
   */
  async admit(keyId: string, feed: string, record: FeedRecord | undefined): Promise<RateTicket> {
    const quota = record?.articlesPerMinute ?? this.#settings.feedArticlesPerMinute;
    return this.#admitted([
      this.#keyLimit(keyId),
      { name: 'feed', counter: `feed ${feed}`, quota },
    ]);
  }

  /** As `admit`, of a request that does not even tell its feed. */
  async admitUnread(keyId: string): Promise<RateTicket> {
    return this.#admitted([this.#keyLimit(keyId)]);
  }

  #keyLimit(keyId: string): Limit {
    return { name: 'key', counter: `key ${keyId}`, quota: this.#settings.keyArticlesPerMinute };
  }

  async #admitted(limits: readonly Limit[]): Promise<RateTicket> {
    const ticket = new RateTicket(this.#counters, limits);
    await ticket.takeFirst();
    return ticket;
  }
}

/** One push among its limits. */
export class RateTicket {
  readonly #counters: RateLimiterMemory;
  readonly #limits: readonly Limit[];

  constructor(counters: RateLimiterMemory, limits: readonly Limit[]) {
    this.#counters = counters;
    this.#limits = limits;
  }

  /** @throws ProblemError 429 */
  async takeFirst(): Promise<void> {
    const counted = await this.#add(() => 1);
    const before = counted.map((one) => ({ ...one, consumed: one.consumed - 1 }));
    const full = before.filter(({ quota, consumed }) => consumed >= quota);
    const [first] = full;
    if (first === undefined) return;
    await this.#add(() => -1);
    const seconds = Math.max(...full.map(({ resetSeconds }) => resetSeconds));
    throw new ProblemError(
      429,
      `The ${first.name} has pushed its ${first.quota} articles of this minute; send the same ` +
        `request again in ${seconds} seconds.`,
      { headers: { ...headersOf(before), 'retry-after': String(seconds) } },
    );
  }

  /** Counts so many articles, the first of which is counted. Returns headers for the answer. */
  async spend(articles: number): Promise<Record<string, string>> {
    return headersOf(await this.#add(() => Math.max(0, articles - 1)));
  }

  /** Counts a document that had to be stopped: four of them are a minute's worth. */
  async spendStopped(): Promise<Record<string, string>> {
    return headersOf(await this.#add(({ quota }) => Math.ceil(quota * STOPPED_SHARE) - 1));
  }

  async #add(cost: (limit: Limit) => number): Promise<Standing[]> {
    return Promise.all(
      this.#limits.map(async (limit) => {
        const state = await this.#counters.penalty(limit.counter, cost(limit));
        return {
          name: limit.name,
          quota: limit.quota,
          consumed: state.consumedPoints,
          resetSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1_000)),
        };
      }),
    );
  }
}

interface Standing {
  readonly name: string;
  readonly quota: number;
  readonly consumed: number;
  readonly resetSeconds: number;
}

/** As draft-ietf-httpapi-ratelimit-headers-11 has them. */
function headersOf(standings: readonly Standing[]): Record<string, string> {
  return {
    'ratelimit-policy': standings
      .map(({ name, quota }) => `"${name}";q=${quota};w=${RATE_WINDOW_SECONDS}`)
      .join(', '),
    ratelimit: standings
      .map(
        ({ name, quota, consumed, resetSeconds }) =>
          `"${name}";r=${Math.max(0, quota - consumed)};t=${resetSeconds}`,
      )
      .join(', '),
  };
}
