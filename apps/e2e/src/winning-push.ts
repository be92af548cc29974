/** One record of the submitted topic, as far as it decides what an article becomes. */
export interface SubmittedPush {
  kind: 'publish' | 'withhold' | 'takedown' | 'restore' | 'reconsider';
  articleId: string;
  sourceId?: string;
  version?: number;
  updatedAt?: string;
  embargoUntil?: string;
  cause?: string;
  contentHash?: string;
  /** Every token in the text. */
  tokens: string[];
  appendedAtMs: number;
  partition: number;
  offset: number;
}

/** What an article must have become, all its records considered. Nothing: nobody pushed it. */
export type Expected = { /** Tokens of what a takedown erased. */ erased: string[] } & (
  | { status: 'canceled' | 'withheld' | 'held' | 'nothing' }
  | { status: 'live'; contentHash: string; revisionCount: number; tokens: string[] }
);

/**
 * Decision 2 of docs/design.md, written a second time and on purpose without the enricher's code:
 * a takedown wins over everything until it is restored, and then only what came later counts; of
 * the contents that are not under embargo, the one with the highest publisher's stamp wins, unstamped
 * ones count from their first arrival, and arrival decides among equals; a withheld version hides
 * everything that is not newer; an embargo is put off by a newer one that came before its end. The generator never stamps ahead of the clock, so nothing is clamped
 * here, and stamps what it withholds with versions.
 */
export function expectedOf(records: readonly SubmittedPush[]): Expected {
  if (records.length === 0) throw new Error('an article without a single record');
  const { isCanceled, isRestored, counting } = sinceRestored(records.toSorted(compareArrival));
  const left = new Set(counting.flatMap(({ tokens }) => tokens));
  const erased = records.flatMap(({ tokens }) => tokens).filter((token) => !left.has(token));
  if (isCanceled) return { status: 'canceled', erased };
  const withheld = counting
    .filter(({ kind }) => kind === 'withhold')
    .toSorted(compare)
    .at(-1);
  const byContent = new Map<string, SubmittedPush>();
  for (const push of counting.filter(({ kind }) => kind === 'publish')) {
    const hash = push.contentHash ?? '';
    const known = byContent.get(hash);
    if (!known || isBetterStamp(push, known)) byContent.set(hash, push);
  }
  const liftedMs = Math.max(...records.filter(liftsEmbargoes).map((one) => one.appendedAtMs));
  const usable = [...byContent.values()].filter(
    (push) => !withheld || (push.version !== withheld.version && compare(push, withheld) > 0),
  );
  const winner = winnerOf(usable.toSorted(compare).toReversed(), counting, liftedMs);
  if (winner) {
    const { contentHash = '', tokens } = winner;
    return { status: 'live', contentHash, revisionCount: byContent.size, tokens, erased };
  }
  if (usable.length > 0) return { status: 'held', erased };
  return { status: withheld || isRestored ? 'withheld' : 'nothing', erased };
}

/** The newest that is under no embargo, nor was when a newer one came under one that still lasts. */
function winnerOf(
  newestFirst: readonly SubmittedPush[],
  counting: readonly SubmittedPush[],
  liftedMs: number,
): SubmittedPush | undefined {
  let putOffSinceMs = Infinity;
  for (const push of newestFirst) {
    if (push.embargoUntil === undefined) return push;
    const endsMs = Date.parse(push.embargoUntil);
    if (endsMs <= liftedMs && endsMs <= putOffSinceMs) return push;
    const same = counting.filter(({ contentHash }) => contentHash === push.contentHash);
    putOffSinceMs = Math.min(putOffSinceMs, ...same.map(({ appendedAtMs }) => appendedAtMs));
  }
  return undefined;
}

/** What counts of one article's records, read in the order of the log. */
function sinceRestored(records: readonly SubmittedPush[]) {
  let isCanceled = false;
  let isRestored = false;
  let counting: SubmittedPush[] = [];
  for (const one of records) {
    if (one.kind === 'takedown') {
      isCanceled = true;
      counting = [];
    } else if (isCanceled && one.kind === 'restore') {
      isCanceled = false;
      isRestored = true;
    } else if (!isCanceled) {
      counting.push(one);
    }
  }
  return { isCanceled, isRestored, counting };
}

function liftsEmbargoes({ kind, cause, embargoUntil }: SubmittedPush): boolean {
  return kind === 'reconsider' ? cause === 'embargo-due' : embargoUntil !== undefined;
}

/** Of two pushes of one content: the higher stamp, else the one that was there first. */
function isBetterStamp(push: SubmittedPush, known: SubmittedPush): boolean {
  const versions = (push.version ?? -1) - (known.version ?? -1);
  if (versions !== 0) return versions > 0;
  const stamps = stampOf(push) - stampOf(known);
  return stamps === 0 ? compareArrival(push, known) < 0 : stamps > 0;
}

function stampOf({ updatedAt }: SubmittedPush): number {
  return updatedAt === undefined ? 0 : Date.parse(updatedAt);
}

function compare(a: SubmittedPush, b: SubmittedPush): number {
  const timeOf = (push: SubmittedPush) =>
    push.updatedAt === undefined ? push.appendedAtMs : Date.parse(push.updatedAt);
  return (a.version ?? 0) - (b.version ?? 0) || timeOf(a) - timeOf(b) || compareArrival(a, b);
}

/** Records of one article share a partition. */
function compareArrival(a: SubmittedPush, b: SubmittedPush): number {
  return a.appendedAtMs - b.appendedAtMs || a.offset - b.offset;
}
