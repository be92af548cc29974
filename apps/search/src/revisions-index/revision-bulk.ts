import type { BatchSignal } from '@warta/messaging';
import { bulkOutcome, requestOutcome } from '../article-index/bulk-outcome.ts';
import type { BulkItem, BulkOutcome } from '../article-index/bulk-outcome.ts';
import type { RevisionsIndex } from './revisions-index.ts';

/** As for articles: larger requests gain nothing. */
const BULK_BYTES_MAX = 5 * 1024 * 1024;
const BULK_TIMEOUT_MS = 30_000;
const SHARD_WAIT = '10s';

/** An answer nobody foresaw may pass, like an upgrade of the cluster; longer, and it will not. */
const UNKNOWN_RETRIED_MS = 15 * 60_000;
/** Batches that were taken away leave their unknowns behind; more than these are of the past. */
const UNKNOWN_REMEMBERED_MAX = 10_000;

/** One operation on the revisions index. */
export interface RevisionWrite {
  readonly articleId: string;
  /** Of the state it is about; absent for the ledger. */
  readonly rev?: number;
  readonly lines: readonly string[];
  readonly bytes: number;
}

/** Where a written document stands, to change it only if nobody else has. */
export interface WrittenAt {
  readonly seqNo: number;
  readonly primaryTerm: number;
}

export interface WriteAnswer {
  readonly write: RevisionWrite;
  readonly outcome: Exclude<BulkOutcome, { kind: 'unknown' | 'split' }>;
  readonly at?: WrittenAt | undefined;
}

type Item = BulkItem & { readonly _seq_no?: number; readonly _primary_term?: number };

export function revisionWrite(
  about: { articleId: string; rev?: number },
  action: object,
  source?: object,
): RevisionWrite {
  const lines = [action, ...(source ? [source] : [])].map((line) => JSON.stringify(line));
  return { ...about, lines, bytes: lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) };
}

/** Sends writes to the revisions index and tells of each what became of it. */
export class RevisionBulk {
  readonly #index: RevisionsIndex;
  readonly #now: () => number;
  /** Since when a write gets answers nobody foresaw. */
  readonly #unknownSince = new Map<string, number>();

  constructor(index: RevisionsIndex, now: () => number) {
    this.#index = index;
    this.#now = now;
  }

  /** Never rejects: failures are outcomes. A write that was beaten by a newer one is `stale`. */
  async send(writes: readonly RevisionWrite[], signal: BatchSignal): Promise<WriteAnswer[]> {
    const answers: WriteAnswer[] = [];
    for (const request of requestsOf(writes)) {
      answers.push(...(await this.#bulk(request)));
      await signal.heartbeat();
    }
    return answers;
  }

  async #bulk(writes: readonly RevisionWrite[]): Promise<WriteAnswer[]> {
    try {
      const { items } = await this.#index.client.bulk<string>(
        {
          index: this.#index.names.write,
          require_alias: true,
          timeout: SHARD_WAIT,
          filter_path: [
            'items.*.status',
            'items.*.error',
            'items.*._seq_no',
            'items.*._primary_term',
          ],
          operations: writes.flatMap(({ lines }) => lines),
        },
        { requestTimeout: BULK_TIMEOUT_MS },
      );
      if (items?.length !== writes.length) throw new Error('the answer lacks items');
      return writes.map((write, at) => this.#answer(write, Object.values(items[at] ?? {})[0]));
    } catch (error) {
      const outcome = requestOutcome(error);
      if (outcome.kind === 'split' && writes.length > 1) {
        const half = Math.ceil(writes.length / 2);
        const first = await this.#bulk(writes.slice(0, half));
        return [...first, ...(await this.#bulk(writes.slice(half)))];
      }
      return writes.map((write) => ({ write, outcome: this.#settled(write, outcome) }));
    }
  }

  #answer(write: RevisionWrite, item: Item | undefined): WriteAnswer {
    const { status = 0, error, _seq_no: seqNo, _primary_term: primaryTerm } = item ?? {};
    const isDeletedAlready = status === 404 && error === undefined;
    const outcome = isDeletedAlready ? ({ kind: 'done' } as const) : bulkOutcome({ status, error });
    const at =
      seqNo === undefined || primaryTerm === undefined ? undefined : { seqNo, primaryTerm };
    return { write, outcome: this.#settled(write, outcome), at };
  }

  #settled(write: RevisionWrite, outcome: BulkOutcome): WriteAnswer['outcome'] {
    const own = outcome.kind === 'split' ? outcome.alone : outcome;
    const key = `${write.articleId} ${write.rev ?? ''}`;
    if (own.kind !== 'unknown' && own.kind !== 'split') {
      if (own.kind !== 'retry') this.#unknownSince.delete(key);
      return own;
    }
    const detail = own.kind === 'unknown' ? own.detail : 'the request was refused whole';
    if (this.#unknownSince.size >= UNKNOWN_REMEMBERED_MAX) this.#unknownSince.clear();
    const since = this.#unknownSince.get(key) ?? this.#now();
    this.#unknownSince.set(key, since);
    return this.#now() - since < UNKNOWN_RETRIED_MS
      ? { kind: 'retry', detail }
      : { kind: 'dead-letter', reason: 'unknown', detail };
  }
}

/** In order. A write above the limit gets a request of its own. */
function requestsOf(writes: readonly RevisionWrite[]): RevisionWrite[][] {
  const requests: RevisionWrite[][] = [];
  let bytes = 0;
  for (const write of writes) {
    const last = requests.at(-1);
    bytes += write.bytes;
    if (last && bytes <= BULK_BYTES_MAX) {
      last.push(write);
    } else {
      requests.push([write]);
      bytes = write.bytes;
    }
  }
  return requests;
}
