import type { ReceiptPayload } from '@warta/contracts';
import { TransientError, within } from '@warta/messaging';
import type { DeadLetter, TopicAdmin } from '@warta/messaging';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { readIndexedOffsets } from '../article-index/index-progress.ts';
import { readDocument } from '../article-index/read-document.ts';
import type { FindDeadLetter, PipelineTopics } from './find-dead-letter.ts';
import { RecentOffsets } from './pipeline-offsets.ts';
import type { PipelineOffsets } from './pipeline-offsets.ts';
import { shownFields } from './shown-state.ts';
import type { ShownState } from './shown-state.ts';

/** Healthy it takes milliseconds. */
const OFFSET_WITHIN_MS = 2_000;

/** Asks Elasticsearch and Kafka what a receipt needs, a bounded number of questions at a time. */
export class ReceiptSources {
  readonly #index: ArticleIndex;
  readonly #deadLetters: FindDeadLetter;
  readonly #offsets: RecentOffsets;
  readonly #admin: TopicAdmin;
  readonly #submitted: string;

  constructor(
    index: ArticleIndex,
    { admin, deadLetters }: { admin: TopicAdmin; deadLetters: FindDeadLetter },
    { submitted, updated, partitions, group }: PipelineTopics & { group: string },
  ) {
    this.#index = index;
    this.#deadLetters = deadLetters;
    this.#admin = admin;
    this.#submitted = submitted;
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

  async submittedSince(partition: number, sinceMs: number): Promise<bigint> {
    const asked = this.#admin.offsetsSince(this.#submitted, sinceMs);
    return (await fromBroker(within(OFFSET_WITHIN_MS, asked))).get(partition) ?? 0n;
  }

  async letterOfPush(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    return fromBroker(this.#deadLetters.ofPush(payload));
  }

  async letterOfState(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    return fromBroker(this.#deadLetters.ofState(payload));
  }

  async letterOfRelease(payload: ReceiptPayload, endMs: number): Promise<DeadLetter | undefined> {
    return fromBroker(this.#deadLetters.ofRelease(payload, endMs));
  }
}

/** What the broker refuses is an outage: nothing in the question depends on who asks. */
async function fromBroker<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new TransientError('asking the broker about a push', { cause: error });
  }
}
