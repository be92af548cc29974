/** A record ready for the log: what `encodeEvent` makes of an event. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string | Buffer>>;
  /** Of the topic, from its contract: the partition is computed from it and the key. */
  readonly partitions: number;
}

/** Where an acknowledged record is. */
export interface StoredRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** The broker's clock; absent when the topic does not stamp records itself. */
  readonly appendedAtMs?: number;
}

/** Bytes for one exact partition: dead letters and re-driven records go back as they came. */
export interface RawRecord {
  readonly topic: string;
  readonly partition: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string | Buffer>>;
}

/** A record as it lies in the log. */
export interface LogRecord extends RawRecord {
  readonly offset: bigint;
  readonly appendedAtMs: number;
  readonly headers: Readonly<Record<string, Buffer>>;
}

/** Where and when a record first came in: the order of one source's records. */
export interface Arrival {
  readonly atMs: number;
  readonly partition: number;
  readonly offset: string;
}

/** A validated event with where it came from. */
export interface ReceivedEvent<T> {
  readonly event: T;
  readonly key: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly appendedAtMs: number;
  /** Of the original record; differs from the record's own only when it was re-driven. */
  readonly arrival: Arrival;
  /** W3C trace context, where the producer sent one. */
  readonly traceparent?: string;
  /** How often this process has handed the event to its handler, this time included. */
  readonly attempts: number;
}

/** Memory a record takes while it waits, roughly. */
export function recordBytes(record: RawRecord): number {
  let bytes = (record.key?.length ?? 0) + (record.value?.length ?? 0);
  for (const [name, value] of Object.entries(record.headers)) bytes += name.length + value.length;
  return bytes;
}
