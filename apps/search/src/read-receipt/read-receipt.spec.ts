import type { ReceiptPayload, ReceiptView } from '@warta/contracts';
import type { DeadLetter } from '@warta/messaging';
import { PipelineOffsets } from './pipeline-offsets.ts';
import { readReceipt } from './read-receipt.ts';
import type { ReceiptSources } from './read-receipt.ts';
import type { ShownState } from './shown-state.ts';

const MINUTE_MS = 60_000;
const PARTITION = 1;
const END = '2026-11-23T18:00:00.000Z';
const END_MS = Date.parse(END);

const pushed: ReceiptPayload = {
  articleId: '4904fc86-a03a-5ed3-9c09-d4ed96965200',
  feed: 'harian-contoh',
  kind: 'publish',
  topic: 'warta.article.submitted.v1',
  partition: PARTITION,
  offset: '9',
  receivedAt: '2026-11-23T12:00:00.000Z',
  storedAt: '2026-11-23T12:00:00.000Z',
  contentHash: 'b'.repeat(64),
};
const embargoed = { ...pushed, embargoUntil: END };

const facts: DeadLetter['facts'] = {
  topic: pushed.topic,
  partition: PARTITION,
  offset: '70',
  appendedAt: '2026-11-23T18:00:02.000Z',
  group: 'warta.enricher',
  stage: 'handle',
  reason: 'annotation-failed',
  detail: 'It cannot be annotated.',
  attempts: 3,
  failedAt: '2026-11-23T18:00:05.000Z',
};
const letter: DeadLetter = {
  id: 'a letter',
  facts,
  record: { topic: pushed.topic, partition: PARTITION, key: null, value: null, headers: {} },
  redrives: 0,
};

const shownBy = (offset: number, parts: Partial<ShownState> = {}): ShownState => ({
  status: 'live',
  submission: { partition: PARTITION, offset: String(offset), at: '2026-11-23T12:00:00.000Z' },
  contentHash: 'a'.repeat(64),
  ...parts,
});

/** What broker and index say; the enricher has worked off all but `toEnrich` of 100 submissions. */
async function sources(
  shown: ShownState,
  {
    toEnrich = 0,
    toIndex = 0,
    ...letters
  }: { toEnrich?: number; toIndex?: number } & Partial<
    Record<'ofPush' | 'ofRelease', DeadLetter>
  > = {},
) {
  const asked: string[] = [];
  const partitions = [{ partition: 0, start: 0n, end: 0n }];
  const offsets = await PipelineOffsets.read({
    submittedBounds: async () => [{ partition: PARTITION, start: 0n, end: 100n }],
    enriched: async () => new Map([[PARTITION, BigInt(100 - toEnrich)]]),
    updatedBounds: async () => partitions.map((one) => ({ ...one, end: 50n })),
    indexed: async () => new Map([[0, BigInt(50 - toIndex)]]),
  });
  const letterOf = (name: string, found?: DeadLetter) => {
    asked.push(name);
    return Promise.resolve(found);
  };
  const all: ReceiptSources = {
    shown: async () => shown,
    offsets: async () => offsets,
    // What came within a minute of the end lies before this.
    submittedSince: async () => 80n,
    letterOfPush: () => letterOf('push', letters.ofPush),
    letterOfState: () => letterOf('state'),
    letterOfRelease: () => letterOf('release', letters.ofRelease),
  };
  return Object.assign(all, { asked });
}

describe('an embargoed push', () => {
  const held = shownBy(9, { status: 'held', heldUntil: END });
  const older = shownBy(5);
  const read = async (
    shown: ShownState,
    afterEndMs: number,
    told: Parameters<typeof sources>[1] = {},
  ): Promise<ReceiptView> =>
    readReceipt(embargoed, await sources(shown, told), END_MS + afterEndMs);

  it('is held until its end, and says so when an older version is shown meanwhile', async () => {
    const hidden = await read(held, -1);
    expect(hidden).toMatchObject({ state: 'held', heldUntil: END });
    expect(hidden.explanation).not.toContain('withheld');
    const correction = await read(older, -1);
    expect(correction).toMatchObject({ state: 'held', heldUntil: END });
    expect(correction.explanation).toMatch(/the one that is shown.*status withheld/);
  });

  it.each([
    ['nothing', held],
    ['an older version', older],
  ])(
    'waits after its end until the enricher has come to it, while %s is shown',
    async (_, shown) => {
      const view = await read(shown, 5 * MINUTE_MS, { toEnrich: 30 });
      expect(view.waiting).toEqual({ stage: 'enriched', recordsMax: 10 });
      expect((await read(shown, 5 * MINUTE_MS, { toIndex: 3 })).waiting?.stage).toBe('indexed');
    },
  );

  it.each([
    ['nothing', held],
    ['an older version', older],
  ])('tells why its release failed, while %s is shown', async (_, shown) => {
    const view = await read(shown, 24 * 60 * MINUTE_MS, { ofRelease: letter });
    expect(view).toMatchObject({ state: 'dead-lettered', deadLetter: { offset: '70' } });
    const sentBack = { ...letter, redrivenAt: new Date(END_MS) };
    const again = await read(shown, 24 * 60 * MINUTE_MS, { ofRelease: sentBack, toEnrich: 2 });
    expect(again.waiting).toEqual({ stage: 'enriched', recordsMax: 2 });
  });

  it('promises nothing when it is held past its end, and is outranked by what is shown then', async () => {
    const late = await read(held, 24 * 60 * MINUTE_MS);
    expect(late.state).toBe('held');
    expect(late.explanation).toMatch(/has not been released.*enricher/);
    expect((await read(older, 24 * 60 * MINUTE_MS)).state).toBe('outranked');
  });
});

describe('a push', () => {
  it('whose content is shown is unchanged, and nobody looks through dead letters for it', async () => {
    const all = await sources(shownBy(5, { contentHash: 'b'.repeat(64) }), { ofPush: letter });
    expect((await readReceipt(pushed, all)).state).toBe('unchanged');
    expect(all.asked).toEqual([]);
    const soon = await sources(shownBy(5, { contentHash: 'b'.repeat(64) }), { toIndex: 2 });
    expect((await readReceipt(pushed, soon)).waiting?.stage).toBe('indexed');
  });

  it('is not superseded by what came from a log that has been made anew since', async () => {
    const october = { partition: PARTITION, offset: '500', at: '2026-10-01T11:00:00.000Z' };
    const first = { ...pushed, offset: '3' };
    const of = async (submission: typeof october, toEnrich: number) =>
      readReceipt(first, await sources(shownBy(0, { submission }), { toEnrich }));
    expect((await of(october, 99)).state).toBe('waiting');
    expect((await of({ ...october, offset: '3' }, 99)).state).toBe('waiting');
    expect((await of({ ...october, at: pushed.storedAt }, 99)).state).toBe('superseded');
    const december = { ...october, offset: '0', at: '2026-12-01T11:00:00.000Z' };
    expect((await of(december, 99)).state).toBe('superseded');
  });
});
