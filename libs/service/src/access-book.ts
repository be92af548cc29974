import { createHash } from 'node:crypto';
import { Scope, TEAM_DEFAULT } from '@warta/contracts';
import type { AccessV1, FeedRecord, KeyRecord } from '@warta/contracts';
import { TransientError } from '@warta/messaging';

/** Longer than any key of ours (58 characters); keeps hashing of junk cheap. */
const KEY_LENGTH_MAX = 256;

/** A reader that has not been at the end of the topic for this long may miss revocations. */
export const ACCESS_STALE_MS = 5 * 60_000;

/** Whom an answer is for. */
export interface Caller {
  /** Public part of the key; `first-admin` for the one in the configuration. */
  keyId: string;
  scopes: readonly Scope[];
  feeds: 'all' | readonly string[];
  /** What the key is called. */
  name?: string;
  /** As the key says it; ask `teamOf`. */
  team?: string | undefined;
}

export const allowsScope = (caller: Caller, scope: Scope): boolean => caller.scopes.includes(scope);

export const allowsFeed = (caller: Caller, feed: string): boolean =>
  caller.feeds === 'all' || caller.feeds.includes(feed);

/** Whose things the caller makes and sees. Who may do everything sees those of all teams. */
export const teamOf = (caller: Caller): string => caller.team ?? TEAM_DEFAULT;

export type AccessDecision =
  | { kind: 'caller'; caller: Caller }
  | { kind: 'unknown'; reason: string }
  | { kind: 'unavailable'; reason: string };

/** How far the reader of the topic has come. */
export interface AccessReader {
  readonly caughtUp: boolean;
  /** When it was last at the end of the topic. */
  readonly lastRefreshedAt: Date | undefined;
}

/**
 * All keys and feeds as the access topic tells them; keys by their hash. The last event of a key or
 * feed wins.
 */
export class AccessBook {
  readonly #firstAdmin: { sha256: string; caller: Caller };
  readonly #byHash = new Map<string, KeyRecord>();
  readonly #byId = new Map<string, KeyRecord>();
  readonly #feeds = new Map<string, FeedRecord>();
  readonly #waiting = new Set<(event: AccessV1) => void>();
  #reader: AccessReader = { caughtUp: false, lastRefreshedAt: undefined };

  constructor(adminKeySha256: string) {
    this.#firstAdmin = {
      sha256: adminKeySha256,
      caller: {
        keyId: 'first-admin',
        scopes: Scope.options,
        feeds: 'all',
      },
    };
  }

  /** The reader whose progress decides whether this book can be trusted. */
  follow(reader: AccessReader): void {
    this.#reader = reader;
  }

  apply(event: AccessV1): void {
    if (event.kind === 'feed') this.#feeds.set(event.feed, event);
    else this.#applyKey(event);
    for (const notify of this.#waiting) notify(event);
  }

  #applyKey(record: KeyRecord): void {
    const before = this.#byId.get(record.keyId);
    if (before) this.#byHash.delete(before.sha256);
    this.#byId.set(record.keyId, record);
    this.#byHash.set(record.sha256, record);
  }

  /** What was registered of a feed; a feed that only keys name has no record. */
  feed(name: string): FeedRecord | undefined {
    return this.#feeds.get(name);
  }

  /** Every registered feed, paused ones too, by name. */
  listFeeds(): FeedRecord[] {
    return [...this.#feeds.values()].sort((a, b) => (a.feed < b.feed ? -1 : 1));
  }

  /** Every key, revoked ones too, oldest first. */
  list(): KeyRecord[] {
    return [...this.#byId.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  get(keyId: string): KeyRecord | undefined {
    return this.#byId.get(keyId);
  }

  /** Why nobody can be let in now; undefined when the book is complete and fresh. */
  unavailable(nowMs: number): string | undefined {
    if (!this.#reader.caughtUp) return 'the access topic has not been read to its end yet';
    const ageMs = nowMs - (this.#reader.lastRefreshedAt?.getTime() ?? 0);
    return ageMs > ACCESS_STALE_MS
      ? `the access topic was last read ${Math.round(ageMs / 1_000)} s ago`
      : undefined;
  }

  /**
   * Whether a key opens anything now. Keys are found by their SHA-256 in a map. That its time
   * depends on the data helps no attacker: whoever can steer towards a stored hash's first bytes
   * must already invert SHA-256 over 256 random bits, and the hash of a guess says nothing of a
   * near miss.
   */
  decide(key: string, nowMs: number): AccessDecision {
    const reason = this.unavailable(nowMs);
    if (reason !== undefined) return { kind: 'unavailable', reason };
    if (key.length > KEY_LENGTH_MAX) return { kind: 'unknown', reason: 'the key is not known' };
    const sha256 = hashKey(key);
    if (sha256 === this.#firstAdmin.sha256) {
      return { kind: 'caller', caller: this.#firstAdmin.caller };
    }
    const record = this.#byHash.get(sha256);
    if (!record) return { kind: 'unknown', reason: 'the key is not known' };
    if (record.revokedAt !== undefined) return { kind: 'unknown', reason: 'the key was revoked' };
    if (record.expiresAt !== undefined && Date.parse(record.expiresAt) <= nowMs) {
      return { kind: 'unknown', reason: 'the key has expired' };
    }
    const { keyId, scopes, feeds, name, team } = record;
    return { kind: 'caller', caller: { keyId, scopes, feeds, name, team } };
  }

  /** Whether who was let in before still would be: for answers that go on and on. */
  isStillOpen({ keyId }: Caller, scope: Scope, nowMs: number): boolean {
    if (keyId === this.#firstAdmin.caller.keyId) return true;
    const record = this.#byId.get(keyId);
    return (
      record !== undefined &&
      record.revokedAt === undefined &&
      record.scopes.includes(scope) &&
      (record.expiresAt === undefined || Date.parse(record.expiresAt) > nowMs)
    );
  }

  /**
   * Resolves when an event that fits is read from the topic from now on: what this process has
   * read back, every other process will read too.
   * @throws TransientError after `deadlineMs`.
   */
  async readBack<Event extends AccessV1>(
    fits: (event: AccessV1) => event is Event,
    deadlineMs: number,
  ): Promise<Event> {
    const { promise, resolve, reject } = Promise.withResolvers<Event>();
    const notify = (event: AccessV1) => {
      if (fits(event)) resolve(event);
    };
    const timer = setTimeout(
      () =>
        reject(new TransientError('the change was not read back from the access topic in time')),
      deadlineMs,
    );
    this.#waiting.add(notify);
    try {
      return await promise;
    } finally {
      this.#waiting.delete(notify);
      clearTimeout(timer);
    }
  }
}

/** SHA-256 of a whole key in small hex: all that is ever stored of it. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
