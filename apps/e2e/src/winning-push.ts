/** One record of the submitted topic, as far as it decides what an article becomes. */
export interface SubmittedPush {
  kind: 'publish' | 'takedown';
  articleId: string;
  sourceId?: string;
  version?: number;
  updatedAt?: string;
  contentHash?: string;
  /** Every token in the text. */
  tokens: string[];
  appendedAtMs: number;
  partition: number;
  offset: number;
}

/** What an article must have become, all its records considered. */
export type Expected =
  | { status: 'canceled' }
  | { status: 'live'; contentHash: string; revisionCount: number; tokens: string[] };

/**
 * Decision 2 of docs/design.md, written a second time and on purpose without the enricher's code:
 * a takedown wins over everything; of the contents, the one with the highest publisher's stamp
 * wins, unstamped ones count from their first arrival, and arrival decides among equals. The
 * generator never stamps ahead of the clock, so nothing is clamped here.
 */
export function expectedOf(pushes: readonly SubmittedPush[]): Expected {
  if (pushes.length === 0) throw new Error('an article without a single record');
  if (pushes.some(({ kind }) => kind === 'takedown')) return { status: 'canceled' };
  const byContent = new Map<string, SubmittedPush>();
  for (const push of pushes) {
    const hash = push.contentHash ?? '';
    const known = byContent.get(hash);
    if (!known || isBetterStamp(push, known)) byContent.set(hash, push);
  }
  const [winner] = [...byContent.values()].sort((a, b) => compare(b, a));
  return {
    status: 'live',
    contentHash: winner?.contentHash ?? '',
    revisionCount: byContent.size,
    tokens: winner?.tokens ?? [],
  };
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
