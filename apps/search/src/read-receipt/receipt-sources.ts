import type { ReceiptPayload } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { DeadLetter, TopicAdmin } from '@warta/messaging';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { readIndexedOffsets } from '../article-index/index-progress.ts';
import { readDocument } from '../article-index/read-document.ts';
import type { FindDeadLetter, PipelineTopics } from './find-dead-letter.ts';
import { RecentOffsets } from './pipeline-offsets.ts';
import type { PipelineOffsets } from './pipeline-offsets.ts';
import { shownFields } from './read-receipt.ts';
import type { ShownState } from './read-receipt.ts';

/** Asks Elasticsearch and Kafka what a receipt needs, a bounded number of questions at a time. */
export class ReceiptSources {
  readonly #index: ArticleIndex;
  readonly #deadLetters: FindDeadLetter;
  readonly #offsets: RecentOffsets;

  constructor(
    index: ArticleIndex,
    { admin, deadLetters }: { admin: TopicAdmin; deadLetters: FindDeadLetter },
    { submitted, updated, partitions, group }: PipelineTopics & { group: string },
  ) {
    this.#index = index;
    this.#deadLetters = deadLetters;
    this.#offsets = new RecentOffsets({
      submittedBounds: () => admin.bounds(submitted),
      enriched: () => admin.committed(group, submitted),
      updatedBounds: () => admin.bounds(updated),
      indexed: () => readIndexedOffsets(index, updated, partitions),
    });
  }

  async shown(articleId: string): Promise<ShownState | undefined> {
    return readDocument<ShownState>(this.#index, articleId, shownFields);
  }

  async offsets(): Promise<PipelineOffsets> {
    return this.#offsets.read();
  }

  async letterOfPush(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    return fromBroker(this.#deadLetters.ofPush(payload));
  }

  async letterOfState(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    return fromBroker(this.#deadLetters.ofState(payload));
  }
}

/** Whatever the broker answers but a letter, or none, is an outage: nothing in it depends on us. */
async function fromBroker<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new TransientError('looking through the dead letters', { cause: error });
  }
}
