import { Turns, unavailable } from '@warta/service';

/** Each keeps a search of Elasticsearch busy for as long as its reader reads. */
const EXPORTS_AT_ONCE_MAX = 4;
/** Nobody keeps all others out. */
const OF_ONE_KEY_MAX = 2;
const WAITING_MAX = 8;
/** With the time its first page takes, below the deadline of requests. */
const WAIT_MS = 5_000;

/** The exports that run in a process. */
export class ExportPlaces {
  readonly #turns = new Turns({
    runningMax: EXPORTS_AT_ONCE_MAX,
    waitingMax: WAITING_MAX,
    waitMs: WAIT_MS,
    refusal: 'Too many exports at once; ask again when one has ended.',
  });
  /** Running and waiting, by key. */
  readonly #ofKey = new Map<string, number>();

  /** @throws ProblemError 503 when there is no place for it, or the key has its share. */
  async run(keyId: string, work: () => Promise<void>): Promise<void> {
    const before = this.#ofKey.get(keyId) ?? 0;
    if (before >= OF_ONE_KEY_MAX) {
      throw unavailable(`This key has ${before} exports already; ask again when one has ended.`);
    }
    this.#ofKey.set(keyId, before + 1);
    try {
      await this.#turns.run(work);
    } finally {
      const left = (this.#ofKey.get(keyId) ?? 1) - 1;
      if (left === 0) this.#ofKey.delete(keyId);
      else this.#ofKey.set(keyId, left);
    }
  }
}
