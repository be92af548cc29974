import { compareOrder, firstArrivalMs, isNewerThan } from './article-order.ts';
import type { History, Push, Restore, Takedown, Withhold } from './article-order.ts';

/** What the world is told about a history. Only `live` has a text. */
export type Published =
  | { readonly status: 'live'; readonly current: Push; readonly revisionCount: number }
  | { readonly status: 'held'; readonly waiting: Push }
  | { readonly status: 'withheld'; readonly by: Withhold | Restore }
  | { readonly status: 'canceled'; readonly takedown: Takedown };

/** Contents that must not be shown, whatever their stamps say. */
export type KeptBack = ReadonlySet<string>;

const NONE: KeptBack = new Set();

/**
 * Undefined when nothing is known that can be told. An embargoed correction leaves the older
 * revision live until it is due; a withheld version leaves nothing older live.
 */
export function publishedOf(history: History, keptBack: KeptBack = NONE): Published | undefined {
  const { revisions, withhold, takedown, restore } = history;
  if (takedown !== undefined) return { status: 'canceled', takedown };
  const { current, waiting } = standingOf(history, keptBack);
  if (current !== undefined) return { status: 'live', current, revisionCount: revisions.size };
  if (waiting !== undefined) return { status: 'held', waiting };
  const by = withhold ?? restore;
  return by && { status: 'withheld', by };
}

/** When the embargo ends that keeps something newer than what is shown. */
export function dueAtMs(history: History, keptBack: KeptBack = NONE): number | undefined {
  if (history.takedown !== undefined) return undefined;
  const { waiting } = standingOf(history, keptBack);
  return waiting && embargoMs(waiting);
}

export function embargoMs({ embargoUntil }: Push): number | undefined {
  return embargoUntil === undefined ? undefined : Date.parse(embargoUntil);
}

interface Standing {
  /** The newest that may be shown. */
  readonly current?: Push;
  /** The newest that is waited for. It is newer than `current`, and nothing else is waited for. */
  readonly waiting?: Push;
}

/**
 * From the newest on. An embargo ends when the log has reached its end, unless a newer push under
 * an embargo of its own came before: then that one's counts. So an embargo may be put off, and
 * what became live when its embargo ended stays so while a later correction waits for its own.
 */
function standingOf(history: History, keptBack: KeptBack): Standing {
  const { revisions, withhold, consideredAtMs = -Infinity } = history;
  const usable = [...revisions.values()].filter(
    (push) => withhold === undefined || isNewerThan(push, withhold),
  );
  const waiting: Push[] = [];
  for (const push of usable.sort(compareOrder).reverse()) {
    const endsMs = embargoMs(push) ?? -Infinity;
    const isPutOff = waiting.some((newer) => firstArrivalMs(newer) < endsMs);
    if (endsMs <= consideredAtMs && !isPutOff && !keptBack.has(push.contentHash))
      return standing(push, waiting);
    // What cannot be shown and has no embargo has nothing to wait for.
    if (endsMs !== -Infinity) waiting.push(push);
  }
  return standing(undefined, waiting);
}

function standing(current: Push | undefined, [waiting]: readonly Push[]): Standing {
  return { ...(current && { current }), ...(waiting && { waiting }) };
}
