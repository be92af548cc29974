import type { Arrival } from '@warta/messaging';

/**
 * Which of a publisher's pushes counts. Everything here is a pure function of the *set* of pushes:
 * merging is commutative, associative and idempotent, so every order of delivery and any
 * repetition end in the same state. docs/adr/0003-late-older-push.md says what follows from it.
 */

/** One push of one content, or the merged pushes of that content. */
export interface Push {
  readonly kind: 'push';
  /** Equal exactly when what the publisher wrote is equal. */
  readonly contentHash: string;
  /** The publisher's version number. */
  readonly version?: number;
  /** The publisher's stamp as given, RFC 3339. */
  readonly updatedAt?: string;
  /** As given, RFC 3339; part of what `contentHash` covers. */
  readonly publishedAt?: string;
  readonly sourceId?: string;
  readonly url?: string;
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

/** All that was ever said about one article, merged. After a takedown nothing else is known. */
export interface History {
  /** One per content, by its hash. */
  readonly revisions: ReadonlyMap<string, Push>;
  readonly takedown?: Takedown;
}

export const emptyHistory: History = { revisions: new Map() };

/** What the world is told about a history. */
export type Published =
  | { readonly status: 'live'; readonly current: Push; readonly revisionCount: number }
  | { readonly status: 'canceled'; readonly takedown: Takedown };

/** A clock a day ahead is a time zone mistaken; more is not to be believed. */
const UPDATED_AT_AHEAD_MAX_MS = 24 * 60 * 60 * 1_000;
const UPDATED_AT_IN_FUTURE = 'updated-at-in-future';

/** What is known once these have arrived too. */
export function merge(known: History, arrived: Iterable<Push | Takedown>): History {
  const revisions = new Map(known.revisions);
  let { takedown } = known;
  for (const said of arrived) {
    if (said.kind === 'takedown') {
      if (takedown === undefined || isEarlier(said.arrival, takedown.arrival)) takedown = said;
      continue;
    }
    const same = revisions.get(said.contentHash);
    if (same === undefined || isBetterStamp(said, same)) revisions.set(said.contentHash, said);
  }
  return takedown === undefined ? { revisions } : { revisions: new Map(), takedown };
}

/** Undefined when nothing is known. */
export function publishedOf({ revisions, takedown }: History): Published | undefined {
  if (takedown !== undefined) return { status: 'canceled', takedown };
  let current: Push | undefined;
  for (const revision of revisions.values()) {
    if (current === undefined || compareOrder(revision, current) > 0) current = revision;
  }
  return current && { status: 'live', current, revisionCount: revisions.size };
}

/** The publisher's updatedAt as far as we believe it, and what we doubt. */
export function believedUpdatedAt({ updatedAt, arrival }: Pick<Push, 'updatedAt' | 'arrival'>): {
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
  return (
    (a.version ?? 0) - (b.version ?? 0) ||
    orderTimeMs(a) - orderTimeMs(b) ||
    compareArrivals(a.arrival, b.arrival) ||
    // Only reached by two records of one place: two logs that both began at this offset.
    compareText(a.contentHash, b.contentHash)
  );
}

export function compareArrivals(a: Arrival, b: Arrival): number {
  return (
    a.atMs - b.atMs ||
    a.partition - b.partition ||
    Number(BigInt(a.offset) > BigInt(b.offset)) - Number(BigInt(a.offset) < BigInt(b.offset))
  );
}

function orderTimeMs(push: Push): number {
  const { updatedAt } = believedUpdatedAt(push);
  return updatedAt === undefined ? push.arrival.atMs : Date.parse(updatedAt);
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
