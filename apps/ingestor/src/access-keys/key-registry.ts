import type {
  AccessV1,
  CreateKey,
  EventDefinition,
  KeyCreated,
  KeyRecord,
  KeyView,
} from '@warta/contracts';
import { encodeEvent } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import { currentTraceparent } from '@warta/service';
import type { AccessBook } from '@warta/service';
import { EVENT_SOURCE } from '../submit-article/submissions.ts';
import { makeKey, viewOf } from './access-key.ts';

/** As for submissions; the rest until the request's deadline is for reading back. */
const PUBLISH_DEADLINE_MS = 6_000;
const READ_BACK_DEADLINE_MS = 10_000;

/** Makes, lists and revokes API keys. The access topic is their only store. */
export class KeyRegistry {
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
   * A new key, shown this once. It opens doors here at once and everywhere within seconds.
   * @throws TransientError when that cannot be said; a key made all the same stays unknown to all.
   */
  async create(wanted: CreateKey): Promise<KeyCreated> {
    const { key, record } = makeKey(wanted, new Date());
    await this.#store(record, (event) => event.sha256 === record.sha256);
    return { ...viewOf(record), key };
  }

  /** Every key, revoked and expired ones too, oldest first. */
  list(): KeyView[] {
    return this.#book.list().map(viewOf);
  }

  /** The key as it is then, or undefined when there is none with this id. Again: the same answer. */
  async revoke(keyId: string): Promise<KeyView | undefined> {
    const record = this.#book.get(keyId);
    if (record === undefined || record.revokedAt !== undefined) return record && viewOf(record);
    const revoked = { ...record, revokedAt: new Date().toISOString() };
    const stored = await this.#store(
      revoked,
      (event) => event.keyId === keyId && event.revokedAt !== undefined,
    );
    return viewOf(stored);
  }

  /** Returns what was read back: from then on every reader of the topic knows it, or soon will. */
  async #store(event: KeyRecord, isIt: (event: KeyRecord) => boolean): Promise<KeyRecord> {
    const traceparent = currentTraceparent();
    const about = { source: EVENT_SOURCE, ...(traceparent === undefined ? {} : { traceparent }) };
    const record = encodeEvent(this.#definition, event, about);
    const [readBack] = await Promise.all([
      this.#book.readBack(
        (read): read is KeyRecord => read.kind === 'key' && isIt(read),
        READ_BACK_DEADLINE_MS,
      ),
      this.#producer.publish([record], PUBLISH_DEADLINE_MS),
    ]);
    return readBack;
  }
}
