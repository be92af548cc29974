import { strict as assert } from 'node:assert';
import { deadLetterTopicOf } from '@warta/contracts';
import { cutBatches } from './cut-batches.ts';
import {
  discardedMark,
  readDeadLetter,
  readSettlement,
  redrivenMark,
  redrivenRecord,
  settledLetter,
} from './dead-letter.ts';
import type { DeadLetter, Discard, Settlement } from './dead-letter.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { readLog } from './kafka-log-reader.ts';
import type { LogPart, RestOfLog } from './kafka-log-reader.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import { letterBytes, NewestLetters } from './newest-letters.ts';
import { listNewestLetters } from './list-newest-letters.ts';
import type { DeadLetterList, ListOptions, OnLetters } from './list-newest-letters.ts';
import type { OpenLetters } from './open-letters.ts';
import type { Platform } from './platform.ts';
import type { LogRecord, StoredRecord } from './records.ts';

/** What failed after this many re-drives needs mending, not another try. */
export const REDRIVES_MAX = 5;
/** Sent back together, then marked: well within what the producer takes in at once (32 MiB). */
const SLICE = { recordsMax: 200, bytesMax: 8 * 1024 * 1024 };

/** Which letter somebody looks for. */
export interface WantedLetter {
  /** Of the record that failed: only letters with it are looked at. */
  readonly key: string;
  readonly fits: (letter: DeadLetter) => boolean;
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
   * The newest dead letters of a topic (not of its `.dlq`: that is found), bounded by number and
   * bytes. A record that was dead-lettered twice, by a repeated batch, is listed once. Reads the end
   * of each partition, and more of it only where that does not hold enough.
   */
  list(topic: string, options: ListOptions = {}): Promise<DeadLetterList> {
    return listNewestLetters((on, nextIn) => this.read(topic, on, { nextIn }), options);
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
      settled: (settlement, at) => {
        if (settlement.id !== id || found === undefined) return;
        found = settledLetter(found, settlement, at);
      },
    });
    return found;
  }

  /**
   * Letters of a topic by their ids, settled ones too, in one reading; those that are not there are
   * left out.
   * @throws RangeError when they take more than `bytesMax` together, which is more than one may have.
   */
  async getEach(topic: string, ids: ReadonlySet<string>, bytesMax: number): Promise<DeadLetter[]> {
    const found = new NewestLetters({ count: ids.size, bytes: bytesMax });
    await this.read(topic, {
      letter: (letter) => {
        if (ids.has(letter.id)) found.add(letter);
      },
      settled: (settlement, at) => {
        const letter = found.get(settlement.id);
        if (letter !== undefined) found.add(settledLetter(letter, settlement, at));
      },
    });
    if (found.older === 0) return found.letters;
    throw new RangeError('these letters are too large together: send fewer of them at once.');
  }

  /**
   * For each of `wanted` the newest dead letter of a part of a topic that is it, also when it was
   * sent back since; one reading serves them all. A dead letter lies in the partition of the record
   * that failed, after it in time; so without any since then the answer costs no more than two
   * questions to the broker.
   * @param part of the topic, not of its `.dlq`.
   * @throws TransientError when reading takes longer than the part says.
   */
  async findEach(
    topic: string,
    part: LogPart,
    wanted: readonly WantedLetter[],
  ): Promise<(DeadLetter | undefined)[]> {
    const byKey = Map.groupBy(wanted, ({ key }) => key);
    const found = new Map<WantedLetter, DeadLetter>();
    const on = {
      letter: (letter: DeadLetter) => {
        for (const one of byKey.get(letter.record.key?.toString('utf8') ?? '') ?? []) {
          if (one.fits(letter)) found.set(one, letter);
        }
      },
      settled: (settlement: Settlement, at: Date) => {
        for (const [one, letter] of found) {
          if (letter.id === settlement.id) found.set(one, settledLetter(letter, settlement, at));
        }
      },
    };
    await this.read(topic, on, part);
    return wanted.map((one) => found.get(one));
  }

  /**
   * Reads on in the dead letters of a topic, behind what is in the account already; nothing but a
   * question to the broker when there is nothing new. What was read counts also when the rest fails.
   * @throws TransientError when the broker is in trouble, or the reading takes longer.
   */
  async readOn(topic: string, account: OpenLetters, withinMs: number): Promise<void> {
    const nextIn: RestOfLog['nextIn'] = (bounds, later) => {
      account.reconcile(bounds, later);
      return new Map(account.next);
    };
    const each = (record: LogRecord) => account.add(record);
    await readLog(this.settings, deadLetterTopicOf(topic), each, this.platform, {
      nextIn,
      newestMs: account.newestMs,
      withinMs,
    });
  }

  /**
   * Sends records back to the partitions they failed in, each with its first arrival, so that it
   * cannot outrank newer ones. Then marks them; a crash in between can only repeat a re-drive. Goes
   * slice by slice: when one fails, those before it are done.
   * @param deadlineMs for each of the two steps of a slice.
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
    const stored: StoredRecord[] = [];
    for (const slice of cutBatches(letters, SLICE, letterBytes)) {
      stored.push(...(await this.producer.publishRaw(slice.map(redrivenRecord), deadlineMs)));
      await this.producer.publishRaw(slice.map(redrivenMark), deadlineMs);
    }
    return stored;
  }

  /**
   * Says of letters that they need no re-drive: they are listed no more, and stay in the log until it
   * forgets them. A re-drive afterwards is possible.
   */
  async discard(letters: readonly DeadLetter[], discard: Discard, deadlineMs: number) {
    for (const slice of cutBatches(letters, SLICE, letterBytes)) {
      const marks = slice.map((letter) => discardedMark(letter, discard));
      await this.producer.publishRaw(marks, deadlineMs);
    }
  }

  private async read(topic: string, on: OnLetters, part?: LogPart | RestOfLog): Promise<void> {
    const onRecord = (record: LogRecord): void => {
      const settlement = readSettlement(record);
      if (settlement !== undefined) return on.settled(settlement, new Date(record.appendedAtMs));
      const letter = readDeadLetter(record);
      if (letter !== undefined) on.letter(letter);
    };
    await readLog(this.settings, deadLetterTopicOf(topic), onRecord, this.platform, part);
  }
}
