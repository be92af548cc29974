import { createHash } from 'node:crypto';
import { ProblemError } from '@warta/service';
import { LRUCache } from 'lru-cache';

/** A signed message counts from 5 minutes before its time to 5 minutes after. */
const REMEMBERED_MS = 10 * 60_000;
/** Some 200 bytes each; 33 messages a second for all of that time. */
const REMEMBERED_MAX = 20_000;

/**
 * Signed messages that were taken, by their ids alone: long enough that no copy is taken again, also
 * when so much else was answered that the answer itself is forgotten. Of this process.
 */
export class TakenMessages {
  readonly #taken = new LRUCache<string, true>({ max: REMEMBERED_MAX, ttl: REMEMBERED_MS });

  /**
   * Does the work unless it was done for this message before.
   * @throws ProblemError 409 when it was; else what `work` throws, after which it may be done again.
   */
  async once<Value>(message: readonly string[], work: () => Promise<Value>): Promise<Value> {
    const name = createHash('sha256').update(JSON.stringify(message)).digest('base64');
    if (this.#taken.has(name)) {
      throw new ProblemError(
        409,
        'The message with this webhook-id was taken before, and its answer is no longer remembered: ' +
          'nothing was taken again. Send something new under an id of its own.',
      );
    }
    const value = await work();
    this.#taken.set(name, true);
    return value;
  }
}
