import { Arrival } from '@warta/contracts';
import type { ReceiptPayload } from '@warta/contracts';
import { arrivalOfLetter, partitionOf, within } from '@warta/messaging';
import type { DeadLetter, DeadLetterReader } from '@warta/messaging';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { SharedLooks } from './shared-looks.ts';

/** Somebody who polls a receipt asks every second or so; a re-drive is not hidden for longer. */
const REMEMBERED_MS = 5_000;
const REMEMBERED_MAX = 1_000;

/** With the questions before it, still within the caller's deadline; it may hold two readings. */
const LOOK_WITHIN_MS = 7_000;

/** The clocks of two brokers may differ by this. */
const CLOCKS_DIFFER_MS = 60_000;

/** Letters since then are soon read through: who has just pushed waits for no reading of weeks. */
const RECENT_MS = 15 * 60_000;

/** Where the dead letters of both steps are. */
export interface PipelineTopics {
  readonly submitted: string;
  readonly updated: string;
  /** Of `updated`. */
  readonly partitions: number;
}

/** All that counts of a state here: it may have failed because the rest breaks the contract. */
const WithArrival = z.object({ arrival: Arrival });
const EmbargoDue = z.object({ kind: z.literal('reconsider'), cause: z.literal('embargo-due') });

/**
 * Looks for the dead letter of a push, at either step: the push itself, or the state it made; or
 * that of the enricher's request to publish it once its embargo was over.
 */
export class FindDeadLetter {
  readonly #topics: PipelineTopics;
  readonly #recent: SharedLooks;
  readonly #old: SharedLooks;
  readonly #remembered = new LRUCache<string, { letter: DeadLetter | undefined }>({
    max: REMEMBERED_MAX,
    ttl: REMEMBERED_MS,
  });

  constructor(reader: Pick<DeadLetterReader, 'findEach'>, topics: PipelineTopics) {
    this.#recent = new SharedLooks(reader);
    this.#old = new SharedLooks(reader);
    this.#topics = topics;
  }

  /** @throws TransientError when the broker does not answer in time. */
  async ofPush(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    const { topic, partition, offset, storedAt } = payload;
    return this.#find(payload, `push ${topic}/${partition}/${offset}`, {
      topic: this.#topics.submitted,
      partition,
      sinceMs: Date.parse(storedAt),
      fits: (letter) => {
        const arrival = arrivalOfLetter(letter);
        return arrival.partition === partition && arrival.offset === offset;
      },
    });
  }

  /** As `ofPush`, of the state that it made. */
  async ofState(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    const { articleId, topic, partition, offset, storedAt } = payload;
    const { updated, partitions } = this.#topics;
    return this.#find(payload, `state ${topic}/${partition}/${offset}`, {
      topic: updated,
      partition: partitionOf(articleId, partitions),
      sinceMs: Date.parse(storedAt),
      fits: ({ record: { value } }) => {
        const arrival = WithArrival.safeParse(parsed(value)).data?.arrival;
        return arrival?.partition === partition && arrival.offset === offset;
      },
    });
  }

  /** As `ofPush`, of the request to publish the article once its embargo was over, at `endMs`. */
  async ofRelease(payload: ReceiptPayload, endMs: number): Promise<DeadLetter | undefined> {
    const { articleId, partition } = payload;
    return this.#find(payload, `release ${articleId} ${endMs}`, {
      topic: this.#topics.submitted,
      partition,
      sinceMs: endMs,
      fits: ({ record: { value } }) => EmbargoDue.safeParse(parsed(value)).success,
    });
  }

  async #find(
    { articleId }: ReceiptPayload,
    name: string,
    asked: {
      topic: string;
      partition: number;
      sinceMs: number;
      fits: (letter: DeadLetter) => boolean;
    },
  ): Promise<DeadLetter | undefined> {
    const remembered = this.#remembered.get(name);
    if (remembered !== undefined) return remembered.letter;
    const { topic, partition, fits } = asked;
    const sinceMs = asked.sinceMs - CLOCKS_DIFFER_MS;
    const looks = Date.now() - sinceMs < RECENT_MS ? this.#recent : this.#old;
    const look = looks.find({ topic, partition, sinceMs, wanted: { key: articleId, fits } });
    const letter = await within(LOOK_WITHIN_MS, look, 'looking through the dead letters');
    this.#remembered.set(name, { letter });
    return letter;
  }
}

function parsed(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}
