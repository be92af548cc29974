import { createHash, randomUUID } from 'node:crypto';
import { RECEIPT_TOKEN, ReceiptView, SUBMISSIONS_GROUP } from '@warta/contracts';
import type { ArticlePublish, ArticleSubmittedV1, ArticleUpdatedV1 } from '@warta/contracts';
import { DeadLetterReader, encodeEvent, KafkaConsumer } from '@warta/messaging';
import type { OutgoingRecord, Progress, ReceivedEvent, Rejected } from '@warta/messaging';
import { hashKey, SignedTokens } from '@warta/service';
import { hidden, live } from '../testing.ts';
import {
  admin,
  isReady,
  platform,
  producer,
  RECEIPT_KEY,
  SearchBed,
  settings,
  until,
} from '../testing-service.ts';

const SERVICE_TEST_MS = 120_000;
const FEED = 'harian-contoh';
const HELD_UNTIL = '2099-01-01T00:00:00Z';
/** Longer ago than the enricher takes to look for ended embargoes. */
const ENDED = new Date(Date.now() - 90_000).toISOString();
const source = { source: 'search-test' };

const bed = new SearchBed();
const tokens = new SignedTokens(RECEIPT_TOKEN, [RECEIPT_KEY]);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Stores a push as the ingestor does, and gives the receipt for it. */
async function push(
  title: string,
  articleId: string = randomUUID(),
  embargoUntil?: string,
): Promise<string> {
  const event: ArticlePublish = {
    kind: 'publish',
    articleId,
    feed: FEED,
    receivedAt: new Date().toISOString(),
    submittedBy: 'k7f2m9x4',
    content: { title, body: 'Isi.' },
    contentHash: hashOf(title),
    ...(embargoUntil !== undefined && { embargoUntil }),
  };
  const [stored] = await producer.publish(
    [encodeEvent(bed.submitted, event, source)],
    SERVICE_TEST_MS,
  );
  if (stored?.appendedAtMs === undefined) throw new Error('not stored');
  return tokens.sign({
    articleId,
    feed: FEED,
    kind: 'publish',
    topic: stored.topic,
    partition: stored.partition,
    offset: String(stored.offset),
    receivedAt: event.receivedAt,
    storedAt: new Date(stored.appendedAtMs).toISOString(),
    contentHash: event.contentHash,
    ...(embargoUntil !== undefined && { embargoUntil }),
  });
}

/** As if an admin's restore stood in the log where that push does. */
function restoreInsteadOf(receipt: string): string {
  const payload = tokens.verify(receipt);
  if (payload === undefined) throw new Error('our own receipt');
  return tokens.sign({ ...payload, kind: 'restore' });
}

async function read(receipt: string): Promise<ReceiptView> {
  const answer = await bed.get(`/v1/receipts/${receipt}`);
  expect([answer.status, receipt]).toEqual([200, receipt]);
  return ReceiptView.parse(await answer.json());
}

async function settled(receipt: string): Promise<ReceiptView> {
  let view = await read(receipt);
  await until('settled', async () => (view = await read(receipt)).state !== 'waiting');
  return view;
}

const revs = new Map<string, ArticleUpdatedV1>();
let isMended = false;

/** What the enricher would make of a push; the title says which case is wanted. */
function stateOf({ event, arrival }: ReceivedEvent<ArticlePublish>): ArticleUpdatedV1 {
  const { articleId, contentHash, content } = event;
  const before = revs.get(articleId);
  if (before !== undefined && content.title?.startsWith('again')) return before;
  const rev = (before?.rev ?? 0) + 1;
  const at = new Date(arrival.atMs).toISOString();
  const came = { arrival: { ...arrival, at }, changedAt: new Date().toISOString() };
  const state =
    content.title === 'held' || content.title === 'overdue'
      ? hidden(articleId, rev, {
          status: 'held',
          embargoUntil: content.title === 'held' ? HELD_UNTIL : ENDED,
        })
      : content.title === 'withheld'
        ? hidden(articleId, rev, { status: 'withheld', withheldAt: at })
        : live({ articleId, rev, contentHash, ...(content.title && { title: content.title }) });
  return { ...state, ...came };
}

function handle(batch: readonly ReceivedEvent<ArticleSubmittedV1>[]) {
  const rejected: Rejected[] = [];
  const publish: OutgoingRecord[] = [];
  for (const [index, received] of batch.entries()) {
    const { event } = received;
    if (event.kind === 'reconsider') {
      const why = { reason: 'annotation-failed', detail: 'Its text cannot be annotated.' };
      rejected.push({ index, stage: 'handle', ...why });
      continue;
    }
    if (event.kind !== 'publish') throw new Error(event.kind);
    if (event.content.title === 'poison' && !isMended) {
      const why = { reason: 'no-such-place', detail: 'There is no such place.' };
      rejected.push({ index, stage: 'handle', ...why });
      continue;
    }
    const state = stateOf({ ...received, event });
    revs.set(event.articleId, state);
    const record = encodeEvent(bed.updated, state, source);
    const broken = Buffer.from(JSON.stringify({ ...state, rev: 'many' }));
    publish.push(event.content.title === 'broken' ? { ...record, value: broken } : record);
  }
  return Promise.resolve({ publish, rejected });
}

/** Takes the enricher's place in its group, with what is asked here of it and no more. */
const progress = new Map<number, Progress>();
const enricher = new KafkaConsumer(
  settings,
  {
    groupId: `${bed.topicPrefix}${SUBMISSIONS_GROUP}`,
    definition: bed.submitted,
    progress: {
      load: (_topic, partition) => Promise.resolve(progress.get(partition)),
      save: (_topic, partition, to) => Promise.resolve(void progress.set(partition, to)),
    },
    producer,
    handle,
    onFatal: (reason) => bed.fatal.push(reason),
  },
  platform,
);

beforeAll(async () => {
  await producer.start();
  await bed.createTopics();
  await bed.start();
  await until('ready', isReady(bed));
}, SERVICE_TEST_MS);
afterAll(async () => {
  await enricher.stop();
  await bed.close();
  await producer.stop();
  await admin.stop();
}, SERVICE_TEST_MS);

it(
  'tells a push from waiting to indexed, with the time of each stage and their right sum',
  async () => {
    const id = randomUUID();
    const receipts = [await push('first', id), await push('second', id)] as const;
    const waiting = await read(receipts[1]);
    expect(waiting).toMatchObject({ articleId: id, feed: FEED, state: 'waiting' });
    expect(waiting.waiting).toEqual({ stage: 'enriched', recordsMax: 1 });
    expect(waiting.stages.map(({ stage }) => stage)).toEqual(['accepted', 'in-kafka']);

    await enricher.start();
    const shown = await settled(receipts[1]);
    expect(shown).toMatchObject({ state: 'indexed', kind: 'publish' });
    const stages = ['accepted', 'in-kafka', 'enriched', 'indexed'];
    expect(shown.stages.map(({ stage }) => stage)).toEqual(stages);
    const [first, ...later] = shown.stages;
    const spent = Date.parse(later.at(-1)?.at ?? '') - Date.parse(first?.at ?? '');
    expect(shown.totalMs).toBe(shown.stages.reduce((sum, { ms }) => sum + ms, 0));
    expect(shown.totalMs).toBe(spent);
    expect((await settled(receipts[0])).state).toBe('superseded');
  },
  SERVICE_TEST_MS,
);

it(
  'tells a repetition from an outranked push, and a hidden article from a shown one',
  async () => {
    const id = randomUUID();
    const earlier = await push('again one', id);
    await settled(earlier);
    const [same, older] = [await push('again one', id), await push('again two', id)];
    expect((await settled(same)).state).toBe('unchanged');
    expect((await settled(older)).state).toBe('outranked');
    const correction = await settled(await push('again later', id, HELD_UNTIL));
    expect(correction).toMatchObject({ state: 'held', heldUntil: HELD_UNTIL });
    expect((await settled(earlier)).state).toBe('indexed');
    const held = await settled(await push('held'));
    expect(held).toMatchObject({ state: 'held', heldUntil: HELD_UNTIL });
    expect(held.stages).toHaveLength(4);
    const withheld = await push('withheld');
    expect((await settled(withheld)).state).toBe('withheld');
    const restored = await settled(restoreInsteadOf(withheld));
    expect(restored).toMatchObject({ state: 'withheld', kind: 'restore' });
    expect(restored.explanation).toContain('once the feed pushes it again');
    expect((await settled(restoreInsteadOf(older))).state).toBe('unchanged');
    const state = live();
    const gone = await push('soon gone', state.articleId);
    await settled(gone);
    const arrival = { at: new Date().toISOString(), partition: 0, offset: '1000000' };
    const takenDownAt = arrival.at;
    const { articleId } = state;
    await bed.publish({ status: 'canceled', articleId, feed: FEED, rev: 9, arrival, takenDownAt });
    await until('gone', async () => (await read(gone)).state === 'taken-down');
  },
  SERVICE_TEST_MS,
);

it(
  'finds why a push failed at either step, and follows one that is sent back',
  async () => {
    const [poison, broken] = [await push('poison'), await push('broken')];
    const failed = await settled(poison);
    expect(failed).toMatchObject({
      state: 'dead-lettered',
      deadLetter: { topic: bed.submitted.topic, stage: 'handle', reason: 'no-such-place' },
    });
    expect(await settled(broken)).toMatchObject({
      state: 'dead-lettered',
      deadLetter: { topic: bed.updated.topic, stage: 'decode' },
    });
    isMended = true;
    const reader = new DeadLetterReader(settings, producer, platform);
    await reader.redrive((await reader.list(bed.submitted.topic)).letters, SERVICE_TEST_MS);
    await until('indexed', async () => (await read(poison)).state === 'indexed');
  },
  SERVICE_TEST_MS,
);

it(
  'says that a held article is not released yet, and why when that failed',
  async () => {
    const receipt = await push('overdue');
    const late = await settled(receipt);
    expect(late).toMatchObject({ state: 'held', heldUntil: ENDED });
    expect(late.explanation).toContain('has not been released yet');
    const reconsider = {
      kind: 'reconsider' as const,
      articleId: late.articleId,
      feed: FEED,
      receivedAt: new Date().toISOString(),
      submittedBy: 'enricher',
      cause: 'embargo-due' as const,
    };
    await producer.publish([encodeEvent(bed.submitted, reconsider, source)], SERVICE_TEST_MS);
    await until('it failed', async () => (await read(receipt)).state === 'dead-lettered');
    expect((await read(receipt)).deadLetter?.reason).toBe('annotation-failed');
  },
  SERVICE_TEST_MS,
);

it('opens to the keys of its feed and of readers, and to no other; no made-up receipt is one', async () => {
  const receipt = await push('mine');
  const keys = { mine: [FEED], theirs: ['another-feed'] };
  for (const [name, feeds] of Object.entries(keys)) {
    const key = {
      kind: 'key' as const,
      keyId: `${name}12345`,
      name,
      sha256: hashKey(`wk_${name}`),
      scopes: ['articles:write' as const],
      feeds,
      createdAt: new Date().toISOString(),
    };
    await producer.publish([encodeEvent(bed.access, key, source)], SERVICE_TEST_MS);
  }
  const status = async (key: string, of = receipt) =>
    (await bed.get(`/v1/receipts/${of}`, key)).status;
  await until('the keys are known', async () => (await status('wk_theirs')) !== 401);
  expect([await status('wk_mine'), await status('wk_theirs')]).toEqual([200, 403]);
  const [text = '', mac = ''] = receipt.split('.');
  const other = new SignedTokens(RECEIPT_TOKEN, [Buffer.alloc(32, 'another key')]);
  const payload = tokens.verify(receipt);
  if (payload === undefined) throw new Error('our own receipt');
  const elsewhere = tokens.sign({ ...payload, topic: 'another.topic.v1' });
  const forged = [`${text}x.${mac}`, `${text}.${'A'.repeat(43)}`, text, 'x'.repeat(1_000)];
  for (const one of [...forged, other.sign(payload), elsewhere]) {
    const answer = await bed.get(`/v1/receipts/${one}`, 'wk_mine');
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('no such')]);
  }
});

it('answers many who ask at once, also when the dead letters have to be looked through for each', async () => {
  const shown = await Promise.all(Array.from({ length: 20 }, (_, at) => push(`many ${at}`)));
  const views = await Promise.all(shown.map((receipt) => settled(receipt)));
  expect(views.map(({ state }) => state)).toEqual(shown.map(() => 'indexed'));
  const later = await Promise.all(
    views.flatMap(({ articleId }) =>
      Array.from({ length: 5 }, (_, at) => push(`again ${at}`, articleId)),
    ),
  );
  await settled(later.at(-1) ?? '');
  await Promise.all(Array.from({ length: 12 }, () => push('broken')));
  const outranked = await Promise.all(later.map((receipt) => settled(receipt)));
  expect(outranked.map(({ state }) => state)).toEqual(later.map(() => 'outranked'));
});
