import { strict as assert } from 'node:assert';
import { DeadLetterFacts, deadLetterTopicOf } from '@warta/contracts';
import type { Arrival, LogRecord, RawRecord } from './records.ts';

const FACT = 'warta-dead-letter-';
/** `<append time in ms>/<partition>/<offset>` of the original record, on a re-driven one. */
const ARRIVAL = 'warta-arrival';
const REDRIVES = 'warta-redrives';
/** On an otherwise empty record of the dead-letter topic: the letter with this id was re-driven. */
const REDRIVEN = 'warta-redriven';
/** The same of a letter that somebody gave up for good, with who and why. */
const DISCARDED = 'warta-discarded';
const DISCARDED_BY = 'warta-discarded-by';
const DISCARD_REASON = 'warta-discard-reason';
const DETAIL_LENGTH_MAX = 2_000;

/** Why a record is given up. */
export interface GivenUp {
  readonly record: LogRecord;
  readonly stage: DeadLetterFacts['stage'];
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
}

/** A record that failed for good, as its dead-letter topic keeps it. */
export interface DeadLetter {
  /** `<topic>/<partition>/<offset>` of the record that failed. */
  readonly id: string;
  readonly facts: DeadLetterFacts;
  /** The record as it failed: original key, value and headers. */
  readonly record: RawRecord;
  /** How often the record had been re-driven before it failed this time. */
  readonly redrives: number;
  /** Set once it was sent back to its topic. */
  readonly redrivenAt?: Date;
  /** Set once somebody said that it needs no re-drive. It stays in the log as long as the others. */
  readonly discarded?: Discard & { readonly at: Date };
}

/** Who gave a letter up, and why. */
export interface Discard {
  readonly by: string;
  readonly reason: string;
}

/** What somebody did about the letter with this id. */
export interface Settlement {
  readonly id: string;
  /** Absent when it was sent back. */
  readonly discard?: Discard;
}

/** The record for the dead-letter topic: whole, with the facts as headers. */
export function deadLetterRecord(givenUp: GivenUp, group: string, failedAt: Date): RawRecord {
  const { record } = givenUp;
  const facts: DeadLetterFacts = {
    topic: record.topic,
    partition: record.partition,
    offset: `${record.offset}`,
    appendedAt: new Date(arrivalOf(record).atMs).toISOString(),
    group,
    stage: givenUp.stage,
    reason: /^[a-z0-9-]{1,64}$/.test(givenUp.reason) ? givenUp.reason : 'unnamed-reason',
    detail: storable(givenUp.detail),
    attempts: givenUp.attempts,
    failedAt: failedAt.toISOString(),
  };
  const headers: Record<string, string | Buffer> = { ...record.headers };
  for (const [name, fact] of Object.entries(facts)) headers[`${FACT}${name}`] = String(fact);
  const { partition, key, value } = record;
  return { topic: deadLetterTopicOf(record.topic), partition, key, value, headers };
}

/** The dead letter in a record of a dead-letter topic; undefined when it is none. */
export function readDeadLetter(record: LogRecord): DeadLetter | undefined {
  const said: Record<string, string> = {};
  const original: Record<string, Buffer> = {};
  for (const [name, bytes] of Object.entries(record.headers)) {
    if (name.startsWith(FACT)) said[name.slice(FACT.length)] = bytes.toString('utf8');
    else original[name] = bytes;
  }
  const facts = DeadLetterFacts.safeParse(said);
  if (!facts.success) return undefined;
  const { topic, partition, offset } = facts.data;
  return {
    id: `${topic}/${partition}/${offset}`,
    facts: facts.data,
    record: { topic, partition, key: record.key, value: record.value, headers: original },
    redrives: redrivesOf(original),
  };
}

/** Where and when the record of a letter first came in: the same however often it was re-driven. */
export function arrivalOfLetter({ facts, record }: DeadLetter): Arrival {
  const { partition, offset } = facts;
  const headers = Object.fromEntries(
    Object.entries(record.headers).map(([name, value]) => [name, Buffer.from(value)]),
  );
  const appendedAtMs = Date.parse(facts.appendedAt);
  return arrivalOf({ headers, appendedAtMs, partition, offset: BigInt(offset) });
}

/** The record to send back to where it came from: it keeps its first arrival, and is counted. */
export function redrivenRecord(letter: DeadLetter): RawRecord {
  const { facts, record } = letter;
  const first = `${Date.parse(facts.appendedAt)}/${facts.partition}/${facts.offset}`;
  const headers = {
    ...record.headers,
    [ARRIVAL]: record.headers[ARRIVAL] ?? first,
    [REDRIVES]: String(letter.redrives + 1),
  };
  return { ...record, headers };
}

/** Says in the dead-letter topic that a letter was re-driven. */
export function redrivenMark(letter: DeadLetter): RawRecord {
  const { topic, partition } = letter.facts;
  return {
    topic: deadLetterTopicOf(topic),
    partition,
    key: letter.record.key,
    value: null,
    headers: { [REDRIVEN]: letter.id },
  };
}

/** Says in the dead-letter topic that a letter needs no re-drive. */
export function discardedMark(letter: DeadLetter, { by, reason }: Discard): RawRecord {
  const headers = {
    [DISCARDED]: letter.id,
    [DISCARDED_BY]: storable(by),
    [DISCARD_REASON]: storable(reason),
  };
  return { ...redrivenMark(letter), headers };
}

/** What a record of a dead-letter topic says was done; undefined when it is no such mark. */
export function readSettlement({ headers }: LogRecord): Settlement | undefined {
  const said = (name: string) => headers[name]?.toString('utf8');
  const redriven = said(REDRIVEN);
  if (redriven !== undefined) return { id: redriven };
  const id = said(DISCARDED);
  if (id === undefined) return undefined;
  return { id, discard: { by: said(DISCARDED_BY) ?? '', reason: said(DISCARD_REASON) ?? '' } };
}

/** The letter with what was done about it last: a re-drive lifts a discard. */
export function settledLetter(letter: DeadLetter, { discard }: Settlement, at: Date): DeadLetter {
  const { discarded: _before, ...open } = letter;
  if (discard === undefined) return { ...open, redrivenAt: at };
  return { ...open, discarded: { ...discard, at } };
}

/** When and where the record first came in, also through re-drives. */
export function arrivalOf(
  record: Pick<LogRecord, 'headers' | 'appendedAtMs' | 'partition' | 'offset'>,
): Arrival {
  const said = /^(\d{1,15})\/(\d{1,9})\/(\d{1,19})$/.exec(String(record.headers[ARRIVAL] ?? ''));
  if (said === null) {
    const { appendedAtMs: atMs, partition, offset } = record;
    return { atMs, partition, offset: `${offset}` };
  }
  const [, atMs, partition, offset] = said;
  assert(offset !== undefined);
  return { atMs: Number(atMs), partition: Number(partition), offset };
}

function redrivesOf(headers: Readonly<Record<string, Buffer>>): number {
  const said = Number(headers[REDRIVES]?.toString('utf8') ?? 0);
  return Number.isSafeInteger(said) && said > 0 ? said : 0;
}

/** Any text, cut to what the contract allows: a dead letter must never fail on its own reason. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, DETAIL_LENGTH_MAX).toWellFormed();
}
