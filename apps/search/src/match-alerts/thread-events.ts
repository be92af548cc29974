import type { AlertArticle, AlertEventKind, AlertMatch } from '@warta/contracts';

/** A saved search and an article that it finds. */
export interface Match {
  readonly searchId: string;
  /** What was searched for: `ActiveSearch.asked`. */
  readonly asked: string;
  readonly group: string;
  readonly article: AlertArticle & { readonly revision: number };
  readonly matched: AlertMatch;
  readonly newsAtMs: number;
  readonly arrivedAtMs: number;
  /** It was missed when it arrived. */
  readonly isLate: boolean;
}

/** What is known of the threads that matches may belong to. */
export interface KnownThreads {
  /** By `threadKey` of the search and the group. */
  readonly byGroup: ReadonlyMap<string, string>;
  readonly events: readonly {
    readonly alertId: string;
    readonly searchId: string;
    readonly articleId: string;
    readonly kind: AlertEventKind;
    readonly rev: number;
    /** Absent when withdrawn. */
    readonly revision?: number | undefined;
  }[];
}

export interface NewEvent {
  readonly alertId: string;
  readonly kind: AlertEventKind;
  readonly stateKey: string;
  readonly match: Match;
}

/** What is written for some matches. */
export interface ThreadWrites {
  readonly alerts: readonly { alertId: string; searchId: string; group: string }[];
  readonly groups: readonly { alertId: string; searchId: string; group: string }[];
  /** In the order in which they are told. */
  readonly events: readonly NewEvent[];
}

export const threadKey = (searchId: string, id: string) => `${searchId} ${id}`;

/** What a thread says of an article so far. */
interface Told {
  readonly alertId: string;
  revision: number;
  isWithdrawn: boolean;
  /** The newest rev at which it was withdrawn. */
  withdrawnRev: number;
}

/**
 * What matches add to the threads there are: a thread per search and group, in it the first article,
 * its copies, and new revisions of each. What was told is not told again, whatever is matched how
 * often. Groups change, an article's thread stays: it then goes by both groups. Pure but for the ids.
 */
export function threadEvents(
  matches: readonly Match[],
  known: KnownThreads,
  newId: () => string,
): ThreadWrites {
  const told = toldOf(known);
  const byGroup = new Map(known.byGroup);
  const writes = {
    alerts: [] as ThreadWrites['alerts'][number][],
    groups: [] as ThreadWrites['groups'][number][],
    events: [] as NewEvent[],
  };
  for (const match of [...matches].sort((a, b) => a.newsAtMs - b.newsAtMs)) {
    const { searchId, group, article } = match;
    const articleKey = threadKey(searchId, article.id);
    const groupKey = threadKey(searchId, group);
    const before = told.get(articleKey);
    let alertId = before?.alertId ?? byGroup.get(groupKey);
    const isNewThread = alertId === undefined;
    if (alertId === undefined) {
      alertId = newId();
      writes.alerts.push({ alertId, searchId, group });
    }
    if (!byGroup.has(groupKey)) {
      byGroup.set(groupKey, alertId);
      writes.groups.push({ alertId, searchId, group });
    }
    const event = eventOf(match, before, isNewThread);
    if (event === undefined) continue;
    writes.events.push({ alertId, match, ...event });
    // It may come to lead others before its thread goes by that group.
    if (!byGroup.has(articleKey)) byGroup.set(articleKey, alertId);
    told.set(articleKey, {
      alertId,
      revision: article.revision,
      isWithdrawn: false,
      withdrawnRev: before?.withdrawnRev ?? 0,
    });
  }
  return writes;
}

function eventOf(
  { article }: Match,
  before: Told | undefined,
  isNewThread: boolean,
): Pick<NewEvent, 'kind' | 'stateKey'> | undefined {
  const stateKey = `r${article.revision}`;
  if (before === undefined) return { kind: isNewThread ? 'match' : 'copy', stateKey };
  if (before.isWithdrawn) {
    // A takedown is told by what hides it; what was matched before it must not undo that.
    return article.rev > before.withdrawnRev
      ? { kind: 'edit', stateKey: `b${article.rev}` }
      : undefined;
  }
  return article.revision > before.revision ? { kind: 'edit', stateKey } : undefined;
}

/** @param known its events in the order they happened. */
function toldOf({ events }: KnownThreads): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const { alertId, searchId, articleId, kind, rev, revision } of events) {
    const key = threadKey(searchId, articleId);
    const before = told.get(key);
    const isWithdrawn = kind === 'withdrawn';
    told.set(key, {
      alertId: before?.alertId ?? alertId,
      revision: Math.max(before?.revision ?? 0, revision ?? 0),
      isWithdrawn,
      withdrawnRev: isWithdrawn ? rev : (before?.withdrawnRev ?? 0),
    });
  }
  return told;
}
