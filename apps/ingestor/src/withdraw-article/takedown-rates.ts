import { ProblemError } from '@warta/service';
import { PushRates } from '../limit-rates/push-rates.ts';

/**
 * In a minute, of a key and of a feed, to each process. What must vanish waits for no article, so
 * takedowns are counted apart; a stolen key still cannot empty an archive before anybody looks.
 */
const TAKEDOWNS_PER_MINUTE = 600;

/** How many articles a key and a feed may take down one by one. */
export class TakedownRates {
  readonly #rates = new PushRates({
    keyArticlesPerMinute: TAKEDOWNS_PER_MINUTE,
    feedArticlesPerMinute: TAKEDOWNS_PER_MINUTE,
  });

  /** Counts one. Returns headers for the answer. @throws ProblemError 429 with Retry-After. */
  async spend(keyId: string, feed: string): Promise<Record<string, string>> {
    try {
      const ticket = await this.#rates.admit(keyId, feed, undefined);
      return await ticket.spend(1);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      throw new ProblemError(
        429,
        `The key or the feed has taken down ${TAKEDOWNS_PER_MINUTE} articles in this minute; send ` +
          'the same request again after Retry-After seconds.',
        { headers: error.headers },
      );
    }
  }
}
