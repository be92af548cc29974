import { isDeepStrictEqual } from 'node:util';
import type { AccessV1, FeedRecord } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import { ProblemError } from '@warta/service';
import type { AccessBook, Sealer } from '@warta/service';
import type { AccessLog } from '../access-keys/access-log.ts';
import { etagOf } from './feed-record.ts';
import type { Stamp } from './feed-record.ts';
import { refreshSeals } from './signing-secret.ts';

/** Each try loses only to a change in another process within some milliseconds. */
const TRIES_MAX = 5;

/** What a feed becomes. Asked again when another change came first; may throw a ProblemError. */
export type FeedChange = (before: FeedRecord | undefined, stamp: Stamp) => FeedRecord;

export interface ChangeOptions {
  /** Undefined when it is nobody's decision: the feed keeps its changedAt and changedBy. */
  by: string | undefined;
  /** RFC 9110 If-Match: only this state of the feed is changed, else 412. */
  ifMatch?: string | undefined;
}

/**
 * Registers and changes feeds. The access topic is their only store, and all of a feed is one
 * record: of two processes that change one feed at once, the later record would undo the earlier.
 * The topic has one partition, so the later writer sees in it what it has overwritten, and applies
 * its change again to that. Only a process that dies in these milliseconds leaves the other's
 * change undone.
 */
export class FeedRegistry {
  readonly sealer: Sealer;
  readonly #log: AccessLog;
  readonly #book: AccessBook;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: { log: AccessLog; book: AccessBook; sealer: Sealer }) {
    this.#log = options.log;
    this.#book = options.book;
    this.sealer = options.sealer;
  }

  get(feed: string): FeedRecord | undefined {
    return this.#book.feed(feed);
  }

  /** Every registered feed by name. */
  list(): FeedRecord[] {
    return this.#book.listFeeds();
  }

  /**
   * The feed as it is then, known here at once and everywhere within seconds.
   * @throws ProblemError 412 when the feed is not in the state that ifMatch names.
   * @throws TransientError when it cannot be said whether it is stored; the same again is harmless.
   */
  async change(feed: string, change: FeedChange, options: ChangeOptions): Promise<FeedRecord> {
    const before = this.#turns.get(feed);
    const turn = (async () => {
      await before?.catch(() => {});
      return this.#change(feed, change, options);
    })();
    this.#turns.set(feed, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(feed) === turn) this.#turns.delete(feed);
    }
  }

  async #change(
    feed: string,
    change: FeedChange,
    { by, ifMatch }: ChangeOptions,
  ): Promise<FeedRecord> {
    let base = this.#book.feed(feed);
    let wanted = this.#apply(change, base, { by, ifMatch });
    let refusal: unknown;
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const { stored, overwritten } = await this.#store(wanted, base);
      if (overwritten === undefined || isDeepStrictEqual(overwritten, base)) {
        if (refusal !== undefined) throw refusal;
        return stored;
      }
      base = wanted;
      try {
        wanted = this.#apply(change, overwritten, { by, ifMatch });
      } catch (error) {
        // The other change makes ours impossible: it stays, as it was.
        refusal = error;
        wanted = { ...overwritten, changedAt: laterThan(wanted.changedAt).toISOString() };
      }
    }
    throw new TransientError(`the feed ${feed} is being changed by several at once`);
  }

  #apply(
    change: FeedChange,
    before: FeedRecord | undefined,
    { by, ifMatch }: ChangeOptions,
  ): FeedRecord {
    if (ifMatch !== undefined) requireMatch(before, ifMatch);
    const at = laterThan(before?.changedAt);
    const after = change(before, { at, by: by ?? before?.changedBy ?? '' });
    const changed = by === undefined ? {} : { changedAt: at.toISOString(), changedBy: by };
    return refreshSeals({ ...after, ...changed }, this.sealer);
  }

  /** As it was read back, and the record that it came after in the log. */
  async #store(
    record: FeedRecord,
    base: FeedRecord | undefined,
  ): Promise<{ stored: FeedRecord; overwritten: FeedRecord | undefined }> {
    // As readers will see it: without fields that are undefined.
    const written = JSON.parse(JSON.stringify(record)) as FeedRecord;
    let overwritten = base;
    let isRead = false;
    const stored = await this.#log.store(written, (read: AccessV1): read is FeedRecord => {
      // Asked on while its batch is read: what comes after ours is for its own writer to mend.
      if (isRead || read.kind !== 'feed' || read.feed !== record.feed) return false;
      isRead = isDeepStrictEqual(read, written);
      if (!isRead) overwritten = read;
      return isRead;
    });
    return { stored, overwritten };
  }
}

/** Clocks of several processes differ; what a feed's record says of its changes still goes on. */
function laterThan(changedAt: string | undefined): Date {
  return new Date(Math.max(Date.now(), changedAt === undefined ? 0 : Date.parse(changedAt) + 1));
}

function requireMatch(record: FeedRecord | undefined, ifMatch: string): void {
  const etag = record && etagOf(record);
  const names = ifMatch.split(',').map((name) => name.trim());
  if (etag !== undefined && (names.includes('*') || names.includes(etag))) return;
  throw new ProblemError(412, 'The feed was changed since: read it again, then change it.', {
    headers: etag === undefined ? {} : { etag },
  });
}
