import type { AccessV1, EventDefinition } from '@warta/contracts';
import { encodeEvent } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import { currentTraceparent } from '@warta/service';
import type { AccessBook } from '@warta/service';
import { EVENT_SOURCE } from '../submissions/submissions.ts';

/** As for submissions; the rest until the request's deadline is for reading back. */
const PUBLISH_DEADLINE_MS = 6_000;
const READ_BACK_DEADLINE_MS = 10_000;

/** Writes to the access topic, the only store of keys and feeds. */
export class AccessLog {
  readonly #producer: KafkaProducer;
  readonly #definition: EventDefinition<AccessV1>;
  readonly #book: AccessBook;

  constructor(options: {
    producer: KafkaProducer;
    definition: EventDefinition<AccessV1>;
    book: AccessBook;
  }) {
    this.#producer = options.producer;
    this.#definition = options.definition;
    this.#book = options.book;
  }

  /**
   * Returns what was read back: from then on every reader of the topic knows it, or soon will.
   * @param isIt asked of every event that is read from now on, in the order of the log.
   * @throws TransientError when it cannot be said whether it is stored.
   */
  async store<Event extends AccessV1>(
    event: Event,
    isIt: (read: AccessV1) => read is Event,
  ): Promise<Event> {
    const traceparent = currentTraceparent();
    const about = { source: EVENT_SOURCE, ...(traceparent === undefined ? {} : { traceparent }) };
    const record = encodeEvent(this.#definition, event, about);
    const [readBack] = await Promise.all([
      this.#book.readBack(isIt, READ_BACK_DEADLINE_MS),
      this.#producer.publish([record], PUBLISH_DEADLINE_MS),
    ]);
    return readBack;
  }
}
