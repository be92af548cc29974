import { DEAD_LETTER_VALUE_SHOWN_MAX, DEAD_LETTERS_LISTED_MAX } from '@warta/contracts';
import type { DeadLetterView, DeadLetterViews, Operations } from '@warta/contracts';
import { OpenLetters, TransientError } from '@warta/messaging';
import type { DeadLetter, DeadLetterReader } from '@warta/messaging';

/** Reading on takes a second when there is news; its counts are for people. */
const COUNTED_FRESH_MS = 15_000;

/** Behind the answers: whoever waits is told that it takes long, and finds it read on the next time. */
const READ_ON_WITHIN_MS = 20_000;

/** Within the caller's deadline, with the reading before it. */
const SETTLE_DEADLINE_MS = 5_000;

/** Letters held at once, to be listed or settled: most are small, and one may have 4 MiB. */
const LIST_BYTES_MAX = 16 * 1024 * 1024;

/** An id that is none of an open or settled dead letter. */
export class UnknownDeadLetterError extends Error {
  override readonly name = 'UnknownDeadLetterError';

  constructor(id: string) {
    super(`there is no dead letter ${id}: GET /v1/dead-letters lists them`);
  }
}

/** The dead letters of both steps, for people who look after them. */
export class DeadLetterDesk {
  readonly #reader: DeadLetterReader;
  readonly #topics: readonly string[];
  readonly #accounts: ReadonlyMap<string, OpenLetters>;
  #counted: { readonly atMs: number; readonly counts: Operations['deadLetters'] } | undefined;
  #counting: Promise<Operations['deadLetters']> | undefined;
  #settlings = 0;

  /** @param topics those whose records fail, not their `.dlq`. */
  constructor(reader: DeadLetterReader, topics: readonly string[]) {
    this.#reader = reader;
    this.#topics = topics;
    this.#accounts = new Map(topics.map((topic) => [topic, new OpenLetters()]));
  }

  /**
   * Open ones by topic, some seconds old at most. Each topic is read on from where the last reading
   * ended, also where that failed half-way. @throws TransientError when the broker is away.
   */
  async count(): Promise<Operations['deadLetters']> {
    if (this.#counted && performance.now() - this.#counted.atMs < COUNTED_FRESH_MS) {
      return this.#counted.counts;
    }
    this.#counting ??= this.#count().finally(() => (this.#counting = undefined));
    return this.#counting;
  }

  /** Newest first. @throws TransientError when the broker is away. */
  async list(includeSettled: boolean): Promise<DeadLetterViews> {
    const lists = await this.#lists(includeSettled);
    const letters = lists
      .flatMap(({ letters: some }) => some)
      .sort((one, other) => other.facts.failedAt.localeCompare(one.facts.failedAt));
    return {
      data: letters.slice(0, DEAD_LETTERS_LISTED_MAX).map(viewOf),
      more: letters.length > DEAD_LETTERS_LISTED_MAX || lists.some(({ more }) => more),
    };
  }

  /**
   * Sends letters back to their topics, under their first arrival.
   * @throws UnknownDeadLetterError, RangeError for one that was sent back too often or when they are
   * too large together (nothing is sent then), TransientError when the broker is away.
   */
  async redrive(ids: readonly string[]): Promise<number> {
    const letters = await this.#find(ids);
    await this.#settle(() => this.#reader.redrive(letters, SETTLE_DEADLINE_MS));
    return letters.length;
  }

  /** @throws as `redrive`, but for how often. */
  async discard(ids: readonly string[], by: string, reason: string): Promise<number> {
    const letters = await this.#find(ids);
    await this.#settle(() => this.#reader.discard(letters, { by, reason }, SETTLE_DEADLINE_MS));
    return letters.length;
  }

  async #settle(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw new TransientError('settling dead letters', { cause: error });
    } finally {
      this.#settlings += 1;
      this.#counted = undefined;
    }
  }

  async #count(): Promise<Operations['deadLetters']> {
    const settlings = this.#settlings;
    const counts = await Promise.all(
      [...this.#accounts].map(async ([topic, account]) => {
        await this.#reader.readOn(topic, account, READ_ON_WITHIN_MS);
        return { topic, ...account.count };
      }),
    ).catch((error: unknown) => {
      throw new TransientError('counting dead letters', { cause: error });
    });
    // Something was settled meanwhile: whoever asks next is told a count with it.
    if (settlings === this.#settlings) this.#counted = { atMs: performance.now(), counts };
    return counts;
  }

  async #lists(includeSettled: boolean) {
    const options = { includeSettled, limit: DEAD_LETTERS_LISTED_MAX, bytesMax: LIST_BYTES_MAX };
    try {
      return await Promise.all(
        this.#topics.map(async (topic) => ({
          topic,
          ...(await this.#reader.list(topic, options)),
        })),
      );
    } catch (error) {
      throw new TransientError('reading dead letters', { cause: error });
    }
  }

  /** One reading of each topic finds them all, however many newer ones there are. */
  async #find(ids: readonly string[]): Promise<DeadLetter[]> {
    const byTopic = this.#topics
      .map((topic) => [topic, new Set(ids.filter((id) => id.startsWith(`${topic}/`)))] as const)
      .filter(([, some]) => some.size > 0);
    const found = await Promise.all(
      byTopic.map(([topic, some]) => this.#reader.getEach(topic, some, LIST_BYTES_MAX)),
    ).catch((error: unknown) => {
      if (error instanceof RangeError) throw error;
      throw new TransientError('reading dead letters', { cause: error });
    });
    const byId = new Map(found.flat().map((letter) => [letter.id, letter]));
    return [...new Set(ids)].map((id) => {
      const letter = byId.get(id);
      if (letter === undefined) throw new UnknownDeadLetterError(id);
      return letter;
    });
  }
}

function viewOf({
  id,
  facts,
  record,
  redrives,
  redrivenAt,
  discarded,
}: DeadLetter): DeadLetterView {
  const value = record.value ?? Buffer.alloc(0);
  // A character has four bytes at most; what was cut in the middle of one is not shown.
  const shown = value.subarray(0, DEAD_LETTER_VALUE_SHOWN_MAX * 4).toString('utf8');
  return {
    id,
    facts,
    ...(record.key && { key: record.key.toString('utf8') }),
    value: shown.slice(0, DEAD_LETTER_VALUE_SHOWN_MAX),
    bytes: value.length,
    redrives,
    ...(redrivenAt && { redrivenAt: redrivenAt.toISOString() }),
    ...(discarded && { discarded: { ...discarded, at: discarded.at.toISOString() } }),
  };
}
