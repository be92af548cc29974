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
   * The counters that a push adds to.
   * @throws ProblemError 429 with Retry-After when one of them is full.
   */
  async admit(keyId: string, feed: string, record: FeedRecord | undefined): Promise<RateTicket> {
    const limits: Limit[] = [
      { name: 'key', counter: `key ${keyId}`, quota: this.#settings.keyArticlesPerMinute },
      {
        name: 'feed',
        counter: `feed ${feed}`,
        quota: record?.articlesPerMinute ?? this.#settings.feedArticlesPerMinute,
      },
    ];
    const ticket = new RateTicket(this.#counters, limits);
    await ticket.requireRoom();
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
  async requireRoom(): Promise<void> {
    const standings = await Promise.all(this.#limits.map((limit) => this.#standing(limit, 0)));
    const full = standings.filter(({ remaining }) => remaining === 0);
    const [first] = full;
    if (first === undefined) return;
    const seconds = Math.max(...full.map(({ resetSeconds }) => resetSeconds));
    throw new ProblemError(
      429,
      `The ${first.name} has pushed its ${first.quota} articles of this minute; send the same ` +
        `request again in ${seconds} seconds.`,
      { headers: { ...headersOf(standings), 'retry-after': String(seconds) } },
    );
  }

  /** Counts so many articles; a request with none counts as one. Returns headers for the answer. */
  async spend(articles: number): Promise<Record<string, string>> {
    const cost = Math.max(1, articles);
    return headersOf(await Promise.all(this.#limits.map((limit) => this.#standing(limit, cost))));
  }

  async #standing(limit: Limit, cost: number): Promise<Standing> {
    const state =
      cost === 0
        ? await this.#counters.get(limit.counter)
        : await this.#counters.penalty(limit.counter, cost);
    return {
      name: limit.name,
      quota: limit.quota,
      remaining: Math.max(0, limit.quota - (state?.consumedPoints ?? 0)),
      resetSeconds: Math.max(1, Math.ceil((state?.msBeforeNext ?? 0) / 1_000)),
    };
  }
}

interface Standing {
  readonly name: string;
  readonly quota: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** As draft-ietf-httpapi-ratelimit-headers-11 has them. */
function headersOf(standings: readonly Standing[]): Record<string, string> {
  return {
    'ratelimit-policy': standings
      .map(({ name, quota }) => `"${name}";q=${quota};w=${RATE_WINDOW_SECONDS}`)
      .join(', '),
    ratelimit: standings
      .map(({ name, remaining, resetSeconds }) => `"${name}";r=${remaining};t=${resetSeconds}`)
      .join(', '),
  };
}
