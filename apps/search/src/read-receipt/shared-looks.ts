import type { DeadLetter, DeadLetterReader, WantedLetter } from '@warta/messaging';

/** One reading; each that finds letters joins the broker as a consumer for a moment. */
const READ_WITHIN_MS = 4_000;

/** What one caller looks for. */
export interface Look {
  readonly topic: string;
  readonly partition: number;
  readonly sinceMs: number;
  readonly wanted: WantedLetter;
}

interface Reading {
  readonly looks: Look[];
  readonly found: Promise<(DeadLetter | undefined)[]>;
}

/**
 * Looks of many callers for dead letters, with one reading of a topic at a time: whoever asks while
 * one runs shares the next with all others who do, whatever their partitions. So nobody has to be
 * turned away, and nobody waits for more than two readings. How many ask is bounded by the requests
 * that the service takes at once.
 */
export class SharedLooks {
  readonly #reader: Pick<DeadLetterReader, 'findEach'>;
  /** The end of the reading that runs, by topic. */
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #next = new Map<string, Reading>();

  constructor(reader: Pick<DeadLetterReader, 'findEach'>) {
    this.#reader = reader;
  }

  /** @throws TransientError when the broker does not answer in time. */
  async find(look: Look): Promise<DeadLetter | undefined> {
    const reading = this.#next.get(look.topic) ?? this.#prepare(look.topic);
    const at = reading.looks.push(look) - 1;
    return (await reading.found)[at];
  }

  #prepare(topic: string): Reading {
    const looks: Look[] = [];
    const before = this.#running.get(topic) ?? Promise.resolve();
    const found = before.then(() => {
      this.#next.delete(topic);
      return this.#read(topic, looks);
    });
    const reading = { looks, found };
    this.#next.set(topic, reading);
    this.#running.set(
      topic,
      found.catch(() => undefined),
    );
    return reading;
  }

  #read(topic: string, looks: readonly Look[]): Promise<(DeadLetter | undefined)[]> {
    const part = {
      partitions: new Set(looks.map(({ partition }) => partition)),
      sinceMs: looks.reduce((least, { sinceMs }) => Math.min(least, sinceMs), Infinity),
      withinMs: READ_WITHIN_MS,
    };
    const wanted = looks.map((look) => look.wanted);
    return this.#reader.findEach(topic, part, wanted);
  }
}
