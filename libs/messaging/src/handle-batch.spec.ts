import type { BatchHandler } from './batch-handler.ts';
import { PermanentError, TransientError } from './errors.ts';
import { AbandonedError, handleBatch } from './handle-batch.ts';
import type { Delivery, Handled } from './handle-batch.ts';

const batch: Delivery<number>[] = Array.from({ length: 8 }, (_, index) => {
  const where = {
    topic: 't',
    partition: 0,
    offset: BigInt(index),
    appendedAtMs: 0,
    key: `${index}`,
  };
  const arrival = { atMs: 0, partition: 0, offset: `${index}` };
  return {
    record: { ...where, key: Buffer.from(where.key), value: null, headers: {} },
    event: { ...where, event: index, arrival, attempts: 0 },
  };
});
const none = { publish: [], rejected: [] };

async function run(
  handle: BatchHandler<number>,
  aborted = (): boolean => false,
  attempts = new Map<bigint, number>(),
): Promise<Handled> {
  const signal = { partition: 0, aborted, heartbeat: async () => undefined };
  return handleBatch(batch, handle, signal, attempts, 40);
}

describe('handleBatch', () => {
  it('dead-letters the event a permanent error names, at the first try', async () => {
    let calls = 0;
    const handled = await run(async (events) => {
      calls += 1;
      if (events.some(({ event }) => event === 5)) throw new PermanentError('bad', 'It is bad.');
      return none;
    });
    expect(handled.givenUp).toMatchObject([{ record: { offset: 5n }, reason: 'bad' }]);
    expect(calls).toBeLessThanOrEqual(7);
  });

  it('tries an unknown error three times before anything is blamed', async () => {
    let failures = 2;
    const handled = await run(async () => {
      if (failures-- > 0) throw new Error('a glitch');
      return none;
    });
    expect(handled).toEqual({ publish: [], givenUp: [], complete: true });
  });

  it('never blames an event for an outage', async () => {
    const away = run(async () => {
      throw new TransientError('away');
    });
    await expect(away).rejects.toThrow(TransientError);
  });

  it('counts the tries of each event, also over an outage', async () => {
    const attempts = new Map<bigint, number>();
    const away = run(
      async () => {
        throw new TransientError('away');
      },
      undefined,
      attempts,
    );
    await away.catch(() => undefined);
    const seen: number[] = [];
    await run(
      async (events) => {
        seen.push(...events.map((event) => event.attempts));
        return none;
      },
      undefined,
      attempts,
    );
    expect(seen).toEqual(new Array(8).fill(2));
  });

  it('stops when the partition is lost, and blames nobody', async () => {
    let lost = false;
    const attempt = run(
      async () => {
        lost = true;
        throw new Error('because the connection was closed under it');
      },
      () => lost,
    );
    await expect(attempt).rejects.toThrow(AbandonedError);
  });

  it('dead-letters what the handler itself rejects', async () => {
    const rejected = [{ index: 3, reason: 'odd', detail: 'Odd.', stage: 'index' as const }];
    const { givenUp } = await run(async () => ({ publish: [], rejected }));
    expect(givenUp).toMatchObject([{ record: { offset: 3n }, stage: 'index', attempts: 1 }]);
  });
});
