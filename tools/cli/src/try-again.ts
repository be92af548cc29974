import { setTimeout as sleep } from 'node:timers/promises';
import { BusyError, NobodyThereError } from './service-error.ts';

export interface TryAgainOptions {
  /** With the waits between them some two minutes; longer away is a person's job. */
  triesMax: number;
  waitFirstMs: number;
  waitMaxMs: number;
}

const usually: TryAgainOptions = { triesMax: 8, waitFirstMs: 500, waitMaxMs: 30_000 };

/** Sends things, each until it is answered: again while the service is away or busy. */
export class TryAgain {
  readonly #options: TryAgainOptions;
  #wasThere = false;

  constructor(options: Partial<TryAgainOptions> = {}) {
    this.#options = { ...usually, ...options };
  }

  /**
   * @param signal ends the waiting; what is under way is finished.
   * @throws BusyError of the last try; at once when nobody is there and never was. Else what
   *   `send` throws.
   */
  async send<T>(
    send: () => Promise<T>,
    say: (detail: string) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<T> {
    const { triesMax, waitFirstMs, waitMaxMs } = this.#options;
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await send();
        this.#wasThere = true;
        return answer;
      } catch (error) {
        this.#wasThere ||= !(error instanceof NobodyThereError);
        if (!(error instanceof BusyError) || !this.#wasThere || tries >= triesMax) throw error;
        const waitMs = Math.min(error.retryAfterMs ?? waitFirstMs * 2 ** (tries - 1), waitMaxMs);
        say(`${error.message}; again in ${Math.ceil(waitMs / 1_000)} s (${tries} of ${triesMax})`);
        await sleep(waitMs, undefined, signal === undefined ? {} : { signal });
      }
    }
  }
}
