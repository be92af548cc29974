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

/**
 * How far searches show what came through a topic. Progress is searched for, not read: a search finds
 * only what a refresh has shown, and what was written before progress is shown with it or before, by
 * the copy of the index that was asked.
 */
export class ShownProgress {
  readonly #index: ArticleIndex;
  readonly #topic: string;
  readonly #partitions: number;
  #looking: Promise<ReadonlyMap<number, bigint>> | undefined;

  constructor(index: ArticleIndex, topic: string, partitions: number) {
    this.#index = index;
    this.#topic = topic;
    this.#partitions = partitions;
  }

  /**
   * Returns when searches show every record of the partition before `nextOffset`, or its dead letter.
   * @throws TransientError when they do not in time, or the partition was taken away.
   */
  async waitFor(nextOffset: bigint, signal: BatchSignal): Promise<void> {
    const deadlineMs = performance.now() + WAIT_MS_MAX;
    for (;;) {
      const shown = (await this.#look()).get(signal.partition) ?? 0n;
      if (shown >= nextOffset) return;
      if (signal.aborted() || performance.now() > deadlineMs) {
        throw new TransientError(
          `matching alerts: searches show ${this.#topic}/${signal.partition} up to ${shown}, not ${nextOffset}`,
        );
      }
      await signal.heartbeat();
    }
  }

  /** One search for all who wait. */
  #look(): Promise<ReadonlyMap<number, bigint>> {
    this.#looking ??= (async () => {
      await sleep(LOOK_EVERY_MS);
      this.#looking = undefined;
      return this.#search();
    })();
    return this.#looking;
  }

  async #search(): Promise<ReadonlyMap<number, bigint>> {
    const { client, names } = this.#index;
    const values = Array.from({ length: this.#partitions }, (_, at) => progressId(this.#topic, at));
    return askIndex(this.#index, 'asking how far searches show articles', async () => {
      const { hits } = await client.search<ProgressDocument>({
        ...OF_ONE_COPY,
        index: names.read,
        query: { ids: { values } },
        size: values.length,
      });
      return new Map(
        hits.hits.flatMap(({ _source: source }) =>
          source ? [[source.progress.partition, BigInt(source.progress.nextOffset)] as const] : [],
        ),
      );
    });
  }
}
