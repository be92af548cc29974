import { strict as assert } from 'node:assert';
import { deadLetterTopicOf } from '@warta/contracts';
import { readDeadLetter, readRedrivenMark, redrivenMark, redrivenRecord } from './dead-letter.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { readLog } from './kafka-log-reader.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import type { Platform } from './platform.ts';
import type { LogRecord, StoredRecord } from './records.ts';

/** What failed after this many re-drives needs mending, not another try. */
export const REDRIVES_MAX = 5;
/** Letters listed at once, whole: they are held in memory. */
const LIST_MAX = 1_000;

export interface ListOptions {
  /** Also those that were sent back already. */
  readonly includeRedriven?: boolean;
  /** The newest so many; at most 1,000. */
  readonly limit?: number;
}

/** Looks into the dead letters of a topic and sends them back once their cause is mended. */
export class DeadLetterReader {
  private readonly settings: KafkaSettings;
  private readonly producer: KafkaProducer;
  private readonly platform: Platform;

  /** @param producer for re-drives; started and stopped by its owner. */
  constructor(settings: KafkaSettings, producer: KafkaProducer, platform: Platform) {
    this.settings = settings;
    this.producer = producer;
    this.platform = platform;
  }

  /**
   * Dead letters of a topic (not of its `.dlq`: that is found), oldest first. A record that was
   * dead-lettered twice, by a repeated batch, is listed once.
   */
  async list(topic: string, options: ListOptions = {}): Promise<DeadLetter[]> {
    const limit = Math.min(options.limit ?? LIST_MAX, LIST_MAX);
    const letters = new Map<string, DeadLetter>();
    await this.read(topic, {
      letter: (letter) => {
        letters.set(letter.id, letter);
        const [oldest] = letters.keys();
        if (letters.size > limit && oldest !== undefined) letters.delete(oldest);
      },
      redriven: (id, redrivenAt) => {
        const letter = letters.get(id);
        if (letter === undefined) return;
        if (options.includeRedriven) letters.set(id, { ...letter, redrivenAt });
        else letters.delete(id);
      },
    });
    return [...letters.values()].sort((a, b) => a.facts.failedAt.localeCompare(b.facts.failedAt));
  }

  /** @param id `<topic>/<partition>/<offset>` of the record that failed. */
  async get(id: string): Promise<DeadLetter | undefined> {
    const [topic] = id.split('/');
    assert(topic, `A dead letter's id is topic/partition/offset, not "${id}".`);
    let found: DeadLetter | undefined;
    await this.read(topic, {
      letter: (letter) => {
        if (letter.id === id) found = letter;
      },
      redriven: (of, redrivenAt) => {
        if (of === id && found !== undefined) found = { ...found, redrivenAt };
      },
    });
    return found;
  }

  /**
   * Sends records back to the partitions they failed in, each with its first arrival, so that it
   * cannot outrank newer ones. Then marks them; a crash in between can only repeat a re-drive.
   * @throws RangeError when one of them was re-driven `REDRIVES_MAX` times already.
   */
  async redrive(letters: readonly DeadLetter[], deadlineMs: number): Promise<StoredRecord[]> {
    const worn = letters.find(({ redrives }) => redrives >= REDRIVES_MAX);
    if (worn !== undefined) {
      throw new RangeError(
        `${worn.id} was re-driven ${worn.redrives} times and failed each time (${worn.facts.reason}): ` +
          'mend the cause or submit it anew.',
      );
    }
    const stored = await this.producer.publishRaw(letters.map(redrivenRecord), deadlineMs);
    await this.producer.publishRaw(letters.map(redrivenMark), deadlineMs);
    return stored;
  }

  private async read(
    topic: string,
    on: {
      letter: (letter: DeadLetter) => void;
      redriven: (id: string, redrivenAt: Date) => void;
    },
  ): Promise<void> {
    const onRecord = (record: LogRecord): void => {
      const redriven = readRedrivenMark(record);
      if (redriven !== undefined) return on.redriven(redriven, new Date(record.appendedAtMs));
      const letter = readDeadLetter(record);
      if (letter !== undefined) on.letter(letter);
    };
    await readLog(this.settings, deadLetterTopicOf(topic), onRecord, this.platform);
  }
}
