import type { PushStage, ReceiptPayload } from '@warta/contracts';

/** When the state a push made was written, and when it was sent to the index. */
export interface ShownAt {
  readonly changedAt?: string | undefined;
  readonly indexedAt?: string | undefined;
}

/**
 * The stages behind a push, each with the time since the latest one before it. Four clocks are
 * involved: where a later stage has an earlier time, it took 0 ms, so that the sum of all is always
 * the time from the first to the latest. A stage that nobody wrote down is left out. Pure.
 */
export function receiptStages(
  payload: Pick<ReceiptPayload, 'receivedAt' | 'storedAt'>,
  shown?: ShownAt,
): { stages: PushStage[]; totalMs: number } {
  const times: [PushStage['stage'], string | undefined][] = [
    ['accepted', payload.receivedAt],
    ['in-kafka', payload.storedAt],
    ['enriched', shown?.changedAt],
    ['indexed', shown?.indexedAt],
  ];
  const firstMs = Date.parse(payload.receivedAt);
  let latestMs = firstMs;
  const stages: PushStage[] = [];
  for (const [stage, at] of times) {
    if (at === undefined) continue;
    const atMs = Math.max(latestMs, Date.parse(at));
    stages.push({ stage, at, ms: atMs - latestMs });
    latestMs = atMs;
  }
  return { stages, totalMs: latestMs - firstMs };
}
