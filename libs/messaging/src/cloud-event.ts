import { randomUUID } from 'node:crypto';
import { EVENT_BYTES_MAX } from '@warta/contracts';
import type { EventDefinition } from '@warta/contracts';
import { z } from 'zod';
import { PermanentError } from './errors.ts';
import type { LogRecord, OutgoingRecord } from './records.ts';

const CONTENT_TYPE = 'application/json';
const SPEC_VERSION = '1.0';

/**
 * An event as a record: CloudEvents 1.0, Kafka binary mode (attributes as `ce_*` headers, the
 * event as JSON in the value), with the W3C trace context beside it.
 *
 * Validates what it writes, as the reader will: a bug here must not become poison over there.
 * @throws PermanentError when the event breaks its contract or is over `EVENT_BYTES_MAX`.
 */
export function encodeEvent<T>(
  definition: EventDefinition<T>,
  event: T,
  about: { source: string; traceparent?: string; id?: string },
): OutgoingRecord {
  const checked = definition.schema.safeParse(event);
  if (!checked.success) {
    const problems = z.prettifyError(checked.error);
    throw new PermanentError('breaks-contract', `Encoding ${definition.topic}: ${problems}`);
  }
  const value = Buffer.from(JSON.stringify(checked.data), 'utf8');
  if (value.length > EVENT_BYTES_MAX) {
    const message = `Encoding ${definition.topic}: ${value.length} bytes, over ${EVENT_BYTES_MAX}`;
    throw new PermanentError('too-large', message);
  }
  return {
    topic: definition.topic,
    key: definition.key(checked.data),
    value,
    partitions: definition.partitions,
    headers: {
      ce_specversion: SPEC_VERSION,
      ce_type: definition.topic,
      ce_source: about.source,
      ce_id: about.id ?? randomUUID(),
      'content-type': CONTENT_TYPE,
      ...(about.traceparent === undefined ? {} : { traceparent: about.traceparent }),
    },
  };
}

/** What a record says, once it is believed. */
export interface DecodedEvent<T> {
  readonly event: T;
  readonly key: string;
  readonly traceparent?: string;
}

/**
 * The event in a record, validated. Fields the contract does not know are ignored.
 * @throws PermanentError saying why this record is none; its code is the dead letter's reason.
 */
export function decodeEvent<T>(
  definition: EventDefinition<T>,
  record: Pick<LogRecord, 'key' | 'value' | 'headers'>,
): DecodedEvent<T> {
  const type = record.headers['ce_type']?.toString('utf8');
  if (record.value === null) throw new PermanentError('no-value', 'The record has no value.');
  if (type !== definition.topic) {
    const message = `Header ce_type is ${type ?? 'missing'} instead of ${definition.topic}.`;
    throw new PermanentError('unexpected-type', message);
  }
  const checked = definition.schema.safeParse(parseJson(record.value));
  if (!checked.success) {
    throw new PermanentError('breaks-contract', z.prettifyError(checked.error));
  }
  const key = definition.key(checked.data);
  if (record.key?.toString('utf8') !== key) {
    // Its partition, and with that its place in the order, was computed from the wrong key.
    throw new PermanentError('unexpected-key', `The record's key is not the event's key ${key}.`);
  }
  const traceparent = record.headers['traceparent']?.toString('utf8');
  return { event: checked.data, key, ...(traceparent === undefined ? {} : { traceparent }) };
}

function parseJson(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch (error) {
    throw new PermanentError('not-json', 'The value is not JSON.', { cause: error });
  }
}
