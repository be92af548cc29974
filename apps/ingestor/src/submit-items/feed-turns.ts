import { unavailable } from '@warta/service';

export interface FeedTurnLimits {
  /** Of all feeds together, beside the one at work. */
  readonly waitingMax: number;
  /** Whoever has not had a turn by then gets none. */
  readonly waitMs: number;
  /** What the caller is told who gets no turn. */
  readonly refusal: string;
}

interface Waiting {
  readonly begin: () => void;
  readonly refuse: () => void;
}

/**
 * Work of which one piece runs at a time. Feeds take turns: however much one of them has waiting, the
 * next piece of another waits for one of its pieces at most; and when all places are taken, the feed
 * that has the most of them gives one up.
 */
export class FeedTurns {
  readonly #limits: FeedTurnLimits;
  /** In the order of their next turns; none without anything waiting. */
  readonly #feeds = new Map<string, Waiting[]>();
  #isBusy = false;

  constructor(limits: FeedTurnLimits) {
    this.#limits = limits;
  }

  /** @throws ProblemError 503 when too many wait, or for too long. */
  async run<Result>(feed: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#isBusy) await this.#turn(feed);
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#putLast(feed);
      this.#beginNext();
    }
  }

  async #turn(feed: string): Promise<void> {
    this.#makeRoomFor(feed);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = {
      begin: resolve,
      refuse: () => reject(unavailable(this.#limits.refusal)),
    };
    const timer = setTimeout(() => {
      this.#leave(feed, waiting);
      waiting.refuse();
    }, this.#limits.waitMs);
    this.#feeds.set(feed, [...(this.#feeds.get(feed) ?? []), waiting]);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws ProblemError 503 when no other feed has more places than this one would have. */
  #makeRoomFor(feed: string): void {
    const { waitingMax, refusal } = this.#limits;
    const all = [...this.#feeds];
    if (all.reduce((sum, [, { length }]) => sum + length, 0) < waitingMax) return;
    const [longest] = all.sort(([, a], [, b]) => b.length - a.length);
    const own = this.#feeds.get(feed)?.length ?? 0;
    if (longest === undefined || longest[1].length <= own + 1) throw unavailable(refusal);
    const [other, queue] = longest;
    const last = queue.at(-1) as Waiting;
    this.#leave(other, last);
    last.refuse();
  }

  #leave(feed: string, waiting: Waiting): void {
    const rest = (this.#feeds.get(feed) ?? []).filter((one) => one !== waiting);
    if (rest.length > 0) this.#feeds.set(feed, rest);
    else this.#feeds.delete(feed);
  }

  #putLast(feed: string): void {
    const queue = this.#feeds.get(feed);
    if (queue === undefined) return;
    this.#feeds.delete(feed);
    this.#feeds.set(feed, queue);
  }

  /** The place of who has ended is that of who begins: nobody comes in between. */
  #beginNext(): void {
    const [first] = this.#feeds;
    if (first === undefined) {
      this.#isBusy = false;
      return;
    }
    const [feed, [next]] = first;
    if (next === undefined) return;
    this.#leave(feed, next);
    next.begin();
  }
}
