import type { LogRecord } from './records.ts';

/** Version, trace id, parent id, flags; later versions may add to it. */
const TRACEPARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(?:-|$)/;
const KEY_LENGTH_MAX = 200;

export interface TraceFields {
  /** The same in every service that has to do with one request. */
  readonly trace_id?: string;
  /** Of the work that sent the record. */
  readonly span_id?: string;
}

/** The ids of a record's W3C `traceparent` as fields of a log line; none when it has no valid one. */
export function traceFields(record: Pick<LogRecord, 'headers'> | undefined): TraceFields {
  const said = record?.headers['traceparent']?.toString('latin1') ?? '';
  const [, traceId, spanId] = TRACEPARENT.exec(said) ?? [];
  return traceId === undefined || spanId === undefined
    ? {}
    : { trace_id: traceId, span_id: spanId };
}

/**
 * What a log line says about a record it concerns: where it lies, its key and its trace; never its
 * value. Not named `key`: under that name our logger hides secrets.
 */
export function recordFields(record: LogRecord): TraceFields & Record<string, unknown> {
  const { topic, partition, offset, key } = record;
  const recordKey = key?.toString('utf8', 0, KEY_LENGTH_MAX);
  return { topic, partition, offset: `${offset}`, recordKey, ...traceFields(record) };
}
