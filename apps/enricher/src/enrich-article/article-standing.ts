import { compareOrder, isNewerThan } from './article-order.ts';
import type { History, Push, Restore, Takedown, Withhold } from './article-order.ts';

/** What the world is told about a history. Only `live` has a text. */
export type Published =
  | { readonly status: 'live'; readonly current: Push; readonly revisionCount: number }
  | { readonly status: 'held'; readonly waiting: Push }
  | { readonly status: 'withheld'; readonly by: Withhold | Restore }
  | { readonly status: 'canceled'; readonly takedown: Takedown };

/**
 * Undefined when nothing is known that can be told. An embargoed correction leaves the older
 * revision live until it is due; a withheld version leaves nothing older live.
 */
export function publishedOf(history: History): Published | undefined {
  const { revisions, withhold, takedown, restore } = history;
  if (takedown !== undefined) return { status: 'canceled', takedown };
  const released = [...revisions.values()].filter((push) => isReleased(push, history));
  const current = newest(released);
  if (current !== undefined && released.some((push) => isUsable(push, history))) {
    return { status: 'live', current, revisionCount: revisions.size };
  }
  const waiting = newest(waitingIn(history));
  if (waiting !== undefined) return { status: 'held', waiting };
  const by = withhold ?? restore;
  return by && { status: 'withheld', by };
}

/** When an embargo ends that keeps something newer than what is shown. */
export function dueAtMs(history: History): number | undefined {
  const published = publishedOf(history);
  if (published?.status !== 'live' && published?.status !== 'held') return undefined;
  const newer = waitingIn(history).filter(
    (push) => published.status === 'held' || compareOrder(push, published.current) > 0,
  );
  const dueMs = newer.map((push) => embargoMs(push) ?? 0);
  return dueMs.length === 0 ? undefined : Math.min(...dueMs);
}

export function embargoMs({ embargoUntil }: Push): number | undefined {
  return embargoUntil === undefined ? undefined : Date.parse(embargoUntil);
}

function waitingIn(history: History): Push[] {
  return [...history.revisions.values()].filter(
    (push) => !isReleased(push, history) && isUsable(push, history),
  );
}

function isReleased(push: Push, { consideredAtMs = -Infinity }: History): boolean {
  return (embargoMs(push) ?? -Infinity) <= consideredAtMs;
}

function isUsable(push: Push, { withhold }: History): boolean {
  return withhold === undefined || isNewerThan(push, withhold);
}

function newest(pushes: readonly Push[]): Push | undefined {
  return pushes.reduce<Push | undefined>(
    (best, push) => (best === undefined || compareOrder(push, best) > 0 ? push : best),
    undefined,
  );
}
