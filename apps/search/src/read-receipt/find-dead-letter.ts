import { Arrival } from '@warta/contracts';
import type { ReceiptPayload } from '@warta/contracts';
import { arrivalOfLetter, partitionOf } from '@warta/messaging';
import type { DeadLetter, DeadLetterReader } from '@warta/messaging';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AskLimit } from '../article-index/ask-limit.ts';

/** Somebody who polls a receipt asks every second or so; a re-drive is not hidden for longer. */
const REMEMBERED_MS = 5_000;
const REMEMBERED_MAX = 1_000;

/** With the wait and the questions before it, still within the caller's deadline. */
const READ_WITHIN_MS = 4_000;

/** The clocks of two brokers may differ by this. */
const CLOCKS_DIFFER_MS = 60_000;

/** Each joins the broker as a consumer for a moment. */
const READING = { runningMax: 1, waitingMax: 32, waitMsMax: 2_000 };

/** Where the dead letters of both steps are. */
export interface PipelineTopics {
  readonly submitted: string;
  readonly updated: string;
  /** Of `updated`. */
  readonly partitions: number;
}

/** All that counts of a state here: it may have failed because the rest breaks the contract. */
const WithArrival = z.object({ arrival: Arrival });

/** Looks for the dead letter of a push, at either step: the push itself, or the state it made. */
export class FindDeadLetter {
  readonly #reader: DeadLetterReader;
  readonly #topics: PipelineTopics;
  readonly #limit = new AskLimit(READING);
  readonly #remembered = new LRUCache<string, { letter: DeadLetter | undefined }>({
    max: REMEMBERED_MAX,
    ttl: REMEMBERED_MS,
  });

  constructor(reader: DeadLetterReader, topics: PipelineTopics) {
    this.#reader = reader;
    this.#topics = topics;
  }

  /** @throws TransientError when the broker does not answer in time, or too many ask at once. */
  async ofPush(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    const { topic, partition, offset } = payload;
    return this.#remember(`push ${topic}/${partition}/${offset}`, () =>
      this.#find(payload, this.#topics.submitted, partition, (letter) => {
        const arrival = arrivalOfLetter(letter);
        return arrival.partition === partition && arrival.offset === offset;
      }),
    );
  }

  /** As `ofPush`, of the state that it made. */
  async ofState(payload: ReceiptPayload): Promise<DeadLetter | undefined> {
    const { articleId, topic, partition, offset } = payload;
    const { updated, partitions } = this.#topics;
    return this.#remember(`state ${topic}/${partition}/${offset}`, () =>
      this.#find(payload, updated, partitionOf(articleId, partitions), (letter) =>
        isStateOf(payload, letter),
      ),
    );
  }

  #find(
    { storedAt }: ReceiptPayload,
    topic: string,
    partition: number,
    fits: (letter: DeadLetter) => boolean,
  ): Promise<DeadLetter | undefined> {
    const sinceMs = Date.parse(storedAt) - CLOCKS_DIFFER_MS;
    return this.#limit.run(() =>
      this.#reader.find(topic, { partition, sinceMs, withinMs: READ_WITHIN_MS }, fits),
    );
  }

  async #remember(
    key: string,
    find: () => Promise<DeadLetter | undefined>,
  ): Promise<DeadLetter | undefined> {
    const remembered = this.#remembered.get(key);
    if (remembered !== undefined) return remembered.letter;
    const letter = await find();
    this.#remembered.set(key, { letter });
    return letter;
  }
}

function isStateOf({ articleId, partition, offset }: ReceiptPayload, letter: DeadLetter): boolean {
  const { key, value } = letter.record;
  if (key?.toString('utf8') !== articleId || value === null) return false;
  const arrival = WithArrival.safeParse(parsed(value)).data?.arrival;
  return arrival?.partition === partition && arrival.offset === offset;
}

function parsed(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    return undefined;
  }
}
