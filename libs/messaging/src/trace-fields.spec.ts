import type { LogRecord } from './records.ts';
import { recordFields, traceFields } from './trace-fields.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';
const traced = (traceparent: string) => ({ headers: { traceparent: Buffer.from(traceparent) } });

describe('a log line about a record', () => {
  it.each([`00-${traceId}-${spanId}-01`, `cc-${traceId}-${spanId}-00-later`])(
    'carries the ids of the traceparent it came with: %s',
    (traceparent) => {
      expect(traceFields(traced(traceparent))).toEqual({ trace_id: traceId, span_id: spanId });
    },
  );

  it.each([
    '',
    'x',
    `ff-${traceId}-${spanId}-01`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
  ])('carries no ids of an invalid one: %s', (traceparent) => {
    expect(traceFields(traced(traceparent))).toEqual({});
    expect(traceFields({ headers: {} })).toEqual({});
  });

  it('is bounded and never has the value', () => {
    const record: LogRecord = {
      topic: 't.v1',
      partition: 3,
      offset: 2n ** 60n,
      appendedAtMs: 0,
      key: Buffer.from('k'.repeat(10_000)),
      value: Buffer.from('canary'),
      ...traced(`00-${traceId}-${spanId}-01`),
    };
    const line = recordFields(record);
    expect(line).toMatchObject({ topic: 't.v1', partition: 3, offset: `${2n ** 60n}` });
    expect(line).toMatchObject({ trace_id: traceId, recordKey: 'k'.repeat(200) });
    expect(JSON.stringify(line)).not.toContain('canary');
  });
});
