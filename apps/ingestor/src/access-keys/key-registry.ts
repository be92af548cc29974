import type { AccessV1, CreateKey, KeyCreated, KeyRecord, KeyView } from '@warta/contracts';
import type { AccessBook } from '@warta/service';
import { makeKey, viewOf } from './access-key.ts';
import type { AccessLog } from './access-log.ts';

/** Makes, lists and revokes API keys. The access topic is their only store. */
export class KeyRegistry {
  readonly #log: AccessLog;
  readonly #book: AccessBook;

  constructor(options: { log: AccessLog; book: AccessBook }) {
    this.#log = options.log;
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

  #store(record: KeyRecord, isIt: (event: KeyRecord) => boolean): Promise<KeyRecord> {
    return this.#log.store(
      record,
      (read: AccessV1): read is KeyRecord => read.kind === 'key' && isIt(read),
    );
  }
}
