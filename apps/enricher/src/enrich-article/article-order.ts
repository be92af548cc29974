import type { Arrival } from '@warta/messaging';

/**
 * What is known of an article, from all that was ever said about it. Everything here is a pure
 * function of the *set* of what was said: merging is commutative, associative and idempotent, so
 * every order of delivery and any repetition end in the same state. One order is not free, because
 * an erased text cannot come back: an admin's restore keeps its place in the log.
 * docs/adr/0003-late-older-push.md and 0005-withheld-held-restored.md say what follows from it.
 */

/** One push of one content, or the merged pushes of that content. */
export interface Push {
  readonly kind: 'push';
  /** Equal exactly when what the publisher wrote is equal, an embargo included. */
  readonly contentHash: string;
  /** The publisher's version number. */
  readonly version?: number;
  /** The publisher's stamp as given, RFC 3339. */
  readonly updatedAt?: string;
  /** As given, RFC 3339; part of what `contentHash` covers. */
  readonly publishedAt?: string;
  /** As given, RFC 3339. */
  readonly embargoUntil?: string;
  readonly sourceId?: string;
  readonly url?: string;
  readonly submittedBy: string;
  readonly arrival: Arrival;
  /** When this content was first pushed, where a later push of it has the better stamp. */
  readonly firstAtMs?: number;
}

/** The publisher keeps the article back until a newer usable version. */
export interface Withhold {
  readonly kind: 'withhold';
  readonly version?: number;
  readonly updatedAt?: string;
  readonly sourceId?: string;
  readonly url?: string;
  readonly reason?: string;
  readonly submittedBy: string;
  readonly arrival: Arrival;
}

export interface Takedown {
  readonly kind: 'takedown';
  readonly sourceId?: string;
  readonly url?: string;
  readonly reason?: string;
  readonly submittedBy: string;
  readonly arrival: Arrival;
}

/** An admin lifts the takedown: what the feed pushes from now on counts again. */
export interface Restore {
  readonly kind: 'restore';
  readonly sourceId?: string;
  readonly url?: string;
  readonly reason?: string;
  readonly submittedBy: string;
  readonly arrival: Arrival;
}

/** Says that the log has reached this arrival, so that embargoes until then are over. */
export interface Reconsider {
  readonly kind: 'reconsider';
  readonly arrival: Arrival;
}

export type Said = Push | Withhold | Takedown | Restore | Reconsider;

/** All that was ever said about one article, merged. After a takedown no text is known. */
export interface History {
  /** One per content, by its hash. */
  readonly revisions: ReadonlyMap<string, Push>;
  /** The last one in the order of stamps. */
  readonly withhold?: Withhold;
  readonly takedown?: Takedown;
  /** What lifted the last takedown that was lifted: nothing said before it counts. */
  readonly restore?: Restore;
  /** Embargoes until then are over. Kept through everything: time does not go back. */
  readonly consideredAtMs?: number;
}

export const emptyHistory: History = { revisions: new Map() };

/** A clock a day ahead is a time zone mistaken; more is not to be believed. */
const UPDATED_AT_AHEAD_MAX_MS = 24 * 60 * 60 * 1_000;
const UPDATED_AT_IN_FUTURE = 'updated-at-in-future';

/** What is known once these have arrived too. */
export function merge(known: History, arrived: Iterable<Said>): History {
  const revisions = new Map(known.revisions);
  let { withhold, takedown, restore, consideredAtMs } = known;
  for (const said of arrived) {
    if (tellsTime(said)) consideredAtMs = Math.max(consideredAtMs ?? 0, said.arrival.atMs);
    if (said.kind === 'reconsider') continue;
    if (restore !== undefined && !isEarlier(restore.arrival, said.arrival)) continue;
    if (said.kind === 'takedown') {
      if (takedown === undefined || isEarlier(said.arrival, takedown.arrival)) takedown = said;
      revisions.clear();
      withhold = undefined;
    } else if (takedown !== undefined) {
      if (said.kind !== 'restore' || !isEarlier(takedown.arrival, said.arrival)) continue;
      restore = said;
      takedown = undefined;
    } else if (said.kind === 'withhold') {
      if (withhold === undefined || compareStamps(said, withhold) > 0) withhold = said;
    } else if (said.kind === 'push') {
      const same = revisions.get(said.contentHash);
      revisions.set(said.contentHash, same === undefined ? said : together(same, said));
    }
  }
  return {
    revisions,
    ...(withhold && { withhold }),
    ...(takedown && { takedown }),
    ...(restore && { restore }),
    ...(consideredAtMs !== undefined && { consideredAtMs }),
  };
}

/**
 * Whether its arrival lifts embargoes. Not every event's does: a retry would have to be written
 * down for that alone. Of the others, the scan for embargoes that are due takes care.
 */
function tellsTime(said: Said): boolean {
  return said.kind === 'reconsider' || (said.kind === 'push' && said.embargoUntil !== undefined);
}

type Stamped = Pick<Push, 'version' | 'updatedAt' | 'arrival'>;

/** The publisher's updatedAt as far as we believe it, and what we doubt. */
export function believedUpdatedAt({ updatedAt, arrival }: Pick<Stamped, 'updatedAt' | 'arrival'>): {
  updatedAt?: string;
  flags: string[];
} {
  if (updatedAt === undefined) return { flags: [] };
  if (Date.parse(updatedAt) - arrival.atMs <= UPDATED_AT_AHEAD_MAX_MS) {
    return { updatedAt, flags: [] };
  }
  return { updatedAt: new Date(arrival.atMs).toISOString(), flags: [UPDATED_AT_IN_FUTURE] };
}

/** Orders revisions: the publisher's version, then its updatedAt, then the arrival. */
export function compareOrder(a: Push, b: Push): number {
  // The hash is only reached by two records of one place: two logs that both began at this offset.
  return compareStamps(a, b) || compareText(a.contentHash, b.contentHash);
}

/**
 * Whether a usable version is strictly newer than what was withheld. One with the very stamp that
 * was withheld is not, although it came later: it may have been on its way for long.
 */
export function isNewerThan(push: Push, withhold: Withhold): boolean {
  const isSameVersion = push.version === withhold.version;
  const areUpdated = push.updatedAt !== undefined && withhold.updatedAt !== undefined;
  if (isSameVersion && areUpdated) return orderTimeMs(push) > orderTimeMs(withhold);
  if (isSameVersion && push.version !== undefined) return false;
  return compareStamps(push, withhold) > 0;
}

function compareStamps(a: Stamped, b: Stamped): number {
  return (
    (a.version ?? 0) - (b.version ?? 0) ||
    orderTimeMs(a) - orderTimeMs(b) ||
    compareArrivals(a.arrival, b.arrival)
  );
}

export function compareArrivals(a: Arrival, b: Arrival): number {
  return (
    a.atMs - b.atMs ||
    a.partition - b.partition ||
    Number(BigInt(a.offset) > BigInt(b.offset)) - Number(BigInt(a.offset) < BigInt(b.offset))
  );
}

function orderTimeMs(push: Stamped): number {
  const { updatedAt } = believedUpdatedAt(push);
  return updatedAt === undefined ? push.arrival.atMs : Date.parse(updatedAt);
}

/** When this content was first pushed. */
export function firstArrivalMs({ firstAtMs, arrival }: Push): number {
  return firstAtMs ?? arrival.atMs;
}

function together(a: Push, b: Push): Push {
  const { firstAtMs: _, ...better } = isBetterStamp(b, a) ? b : a;
  const firstAtMs = Math.min(firstArrivalMs(a), firstArrivalMs(b));
  return firstAtMs === better.arrival.atMs ? better : { ...better, firstAtMs };
}

/**
 * Of two pushes of the same content: the higher publisher's stamp, as given, wins; among equals
 * the earlier arrival. So a retry raises nothing, however late it comes.
 */
function isBetterStamp(push: Push, known: Push): boolean {
  const difference =
    (push.version ?? -1) - (known.version ?? -1) || compareNumbers(stampMs(push), stampMs(known));
  return difference > 0 || (difference === 0 && isEarlier(push.arrival, known.arrival));
}

function stampMs({ updatedAt }: Push): number {
  return updatedAt === undefined ? -Infinity : Date.parse(updatedAt);
}

function isEarlier(a: Arrival, b: Arrival): boolean {
  return compareArrivals(a, b) < 0;
}

/** Not by subtraction: -Infinity minus itself is not a number. */
function compareNumbers(a: number, b: number): number {
  return Number(a > b) - Number(a < b);
}

function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
