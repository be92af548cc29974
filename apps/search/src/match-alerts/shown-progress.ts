import { setTimeout as sleep } from 'node:timers/promises';
import { TransientError } from '@warta/messaging';
import type { BatchSignal } from '@warta/messaging';
import { askIndex } from '../article-index/ask-index.ts';
import type { ProgressDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { progressId } from '../article-index/index-progress.ts';

/** A refresh comes every second. */
const LOOK_EVERY_MS = 150;

/**
 * Copies of the index refresh each by itself, and `preference` picks one of them by its text: whoever
 * relies on what one has shown asks that one again. The same for every process and for the catch-up,
 * which goes on with what a round noted.
 */
export const OF_ONE_COPY = { preference: 'alerts' } as const;

/** Then the consumer's own patience, which says why it waits. */
const WAIT_MS_MAX = 60_000;

/** By its node; undefined as long as there is nothing in it. */
export type IndexCopy = string | undefined;

interface Shown {
  readonly copy: IndexCopy;
  readonly upTo: ReadonlyMap<number, bigint>;
}

/**
 * How far searches show what came through a topic. Progress is searched for, not read: a search finds
 * only what a refresh has shown, and what was written before progress is shown with it or before, by
 * the copy of the index that was asked.
 */
export class ShownProgress {
  readonly #index: ArticleIndex;
  readonly #topic: string;
  readonly #partitions: number;
  #looking: Promise<Shown> | undefined;

  constructor(index: ArticleIndex, topic: string, partitions: number) {
    this.#index = index;
    this.#topic = topic;
    this.#partitions = partitions;
  }

  /**
   * Returns when searches show every record of the partition before `nextOffset`, or its dead letter.
   * @returns the copy that shows them.
   * @throws TransientError when they do not in time, or the partition was taken away.
   */
  async waitFor(nextOffset: bigint, signal: BatchSignal): Promise<IndexCopy> {
    const deadlineMs = performance.now() + WAIT_MS_MAX;
    for (;;) {
      const { copy, upTo } = await this.#look();
      const shown = upTo.get(signal.partition) ?? 0n;
      if (shown >= nextOffset) return copy;
      if (signal.aborted() || performance.now() > deadlineMs) {
        throw new TransientError(
          `matching alerts: searches show ${this.#topic}/${signal.partition} up to ${shown}, not ${nextOffset}`,
        );
      }
      await signal.heartbeat();
    }
  }

  /**
   * What was asked since then was asked of these copies.
   * @throws TransientError when another one answers: a node went away, or came, and what it shows may
   * be older by a refresh.
   */
  async checkSame(copies: readonly IndexCopy[]): Promise<void> {
    const { copy } = await this.#search();
    if (copies.every((one) => one === copy)) return;
    throw new TransientError('matching alerts: another copy of the index answers than before');
  }

  /** One search for all who wait. */
  #look(): Promise<Shown> {
    this.#looking ??= (async () => {
      await sleep(LOOK_EVERY_MS);
      this.#looking = undefined;
      return this.#search();
    })();
    return this.#looking;
  }

  async #search(): Promise<Shown> {
    const { client, names } = this.#index;
    const values = Array.from({ length: this.#partitions }, (_, at) => progressId(this.#topic, at));
    return askIndex(this.#index, 'asking how far searches show articles', async () => {
      const { hits } = await client.search<ProgressDocument>({
        ...OF_ONE_COPY,
        index: names.read,
        query: { ids: { values } },
        size: values.length,
        // Else it is not told which node answers.
        explain: true,
      });
      const upTo = hits.hits.flatMap(({ _source: source }) =>
        source ? [[source.progress.partition, BigInt(source.progress.nextOffset)] as const] : [],
      );
      return { copy: hits.hits[0]?._node, upTo: new Map(upTo) };
    });
  }
}
