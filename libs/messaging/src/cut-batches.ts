import { Batcher } from './batcher.ts';
import type { BatchLimits } from './batcher.ts';
import { recordBytes } from './records.ts';
import type { LogRecord } from './records.ts';

/** What one fetch brought, in order, in batches within the limits. */
export function cutBatches(records: readonly LogRecord[], limits: BatchLimits): LogRecord[][] {
  const queue = new Batcher<{ record: LogRecord; bytes: number; expired: false }>(limits);
  for (const record of records) queue.add({ record, bytes: recordBytes(record), expired: false });
  const batches: LogRecord[][] = [];
  while (queue.length > 0) batches.push(queue.take().batch.map(({ record }) => record));
  return batches;
}
