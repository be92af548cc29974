import { partitionOf, TransientError } from '@warta/messaging';
import { PipelineOffsets, RecentOffsets } from './pipeline-offsets.ts';
import type { OffsetSources } from './pipeline-offsets.ts';

const bounds = (start: bigint, end: bigint) =>
  Array.from({ length: 12 }, (_, partition) => ({ partition, start, end }));

const ID = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';

/** A broker's and an index's answers, in the order they are asked for. */
function sources(found: Partial<OffsetSources> = {}): OffsetSources & { asked: string[] } {
  const asked: string[] = [];
  const named = <T>(name: string, answer: T) => {
    asked.push(name);
    return Promise.resolve(answer);
  };
  return {
    asked,
    submittedBounds: () => named('submitted', bounds(5n, 50n)),
    enriched: () => named('enriched', new Map([[3, 40n]])),
    updatedBounds: () => named('updated', bounds(10n, 30n)),
    indexed: () => named('indexed', new Map([[partitionOf(ID, 12), 28n]])),
    ...found,
  };
}

describe('how far both steps are', () => {
  it('is asked in the order that records go: what is past the first is before the end of the second', async () => {
    const all = sources();
    await PipelineOffsets.read(all);
    expect(all.asked).toEqual(['submitted', 'enriched', 'updated', 'indexed']);
  });

  it('counts what waits, from the start of the log where nothing was done yet', async () => {
    const offsets = await PipelineOffsets.read(sources());
    expect([offsets.nextToEnrich(3), offsets.nextToEnrich(4)]).toEqual([40n, 5n]);
    expect([offsets.waitingForEnricher(3), offsets.waitingForEnricher(4)]).toEqual([10n, 45n]);
    expect(offsets.waitingForIndex(ID)).toBe(2n);
    const ahead = await PipelineOffsets.read(
      sources({ indexed: () => Promise.resolve(new Map([[partitionOf(ID, 12), 99n]])) }),
    );
    expect(ahead.waitingForIndex(ID)).toBe(0n);
  });

  it('is asked once for all who ask within a second', async () => {
    const all = sources();
    const recent = new RecentOffsets(all);
    await Promise.all([recent.read(), recent.read(), recent.read()]);
    await recent.read();
    expect(all.asked).toHaveLength(4);
  });

  it('is an outage while one of them does not answer, and asked anew after it', async () => {
    let isAway = true;
    const all = sources({
      enriched: () =>
        isAway ? Promise.reject(new Error('no broker')) : Promise.resolve(new Map()),
    });
    const recent = new RecentOffsets(all);
    await expect(recent.read()).rejects.toThrow(TransientError);
    isAway = false;
    expect((await recent.read()).nextToEnrich(3)).toBe(5n);
  });
});
