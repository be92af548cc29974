import { DeadLetterViews, Operations } from '@warta/contracts';
import { DeadLetterReader } from '@warta/messaging';
import { openIndex } from '../article-index/open-index.ts';
import { FeedReportsReader } from '../report-feeds/feed-reports.ts';
import {
  ADMIN_KEY,
  admin,
  isReady,
  platform,
  producer,
  SearchBed,
  settings,
  until,
} from '../testing-service.ts';
import { live } from '../testing.ts';
import { DeadLetterDesk } from './dead-letter-desk.ts';
import { ReadOperations } from './read-operations.ts';

const bed = new SearchBed();
beforeAll(async () => {
  await producer.start();
  await bed.createTopics();
  await bed.start();
  await until('search is ready', isReady(bed));
});
afterAll(async () => {
  await bed.close();
  await producer.stop();
  await admin.stop();
});

const listed = async (query = '') =>
  DeadLetterViews.parse(await (await bed.get(`/v1/dead-letters${query}`)).json()).data;

const post = (path: string, body: object) =>
  fetch(`${bed.service?.httpUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the people who run it', () => {
  it('see a record that failed with its reason, give it up, and send it back after all', async () => {
    const canary = '<script>alert(1)</script>';
    const record = { partition: 3, key: Buffer.from('k'), value: Buffer.from(canary), headers: {} };
    await producer.publishRaw([{ topic: bed.updated.topic, ...record }], 60_000);
    await until('it is a dead letter', async () => (await listed()).length === 1);
    const [letter] = await listed();
    expect(letter).toMatchObject({ key: 'k', value: canary, bytes: canary.length, redrives: 0 });
    expect(letter?.facts).toMatchObject({ stage: 'decode', partition: 3 });
    const ids = [letter?.id ?? ''];

    const gaveUp = await post('/v1/dead-letters/discard', { ids, reason: 'a test' });
    expect(await gaveUp.json()).toEqual({ settled: 1 });
    expect(await listed()).toEqual([]);
    await until('none is counted', async () => {
      const { deadLetters } = Operations.parse(await bed.json('/v1/operations'));
      return deadLetters.length === 2 && deadLetters.every(({ open }) => open === 0);
    });
    const [settled] = await listed('?settled=true');
    expect(settled?.discarded).toMatchObject({ by: 'first-admin', reason: 'a test' });

    expect((await post('/v1/dead-letters/redrive', { ids })).status).toBe(200);
    await until('it failed again', async () =>
      (await listed()).some(({ redrives }) => redrives === 1),
    );
    expect((await post('/v1/dead-letters/redrive', { ids: ['no/0/1'] })).status).toBe(404);
    expect((await post('/v1/dead-letters/discard', { ids })).status).toBe(400);
  });

  it('are told a count with what was settled while it was made', async () => {
    const reader = new DeadLetterReader(settings, producer, platform);
    const desk = new DeadLetterDesk(reader, [bed.updated.topic]);
    const open = async () => (await desk.count()).map((one) => one.open);
    const readOn = reader.readOn.bind(reader);
    const [isRead, isSettled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    reader.readOn = async (...args) => {
      await readOn(...args);
      isRead.resolve();
      await isSettled.promise;
    };
    const before = open();
    await isRead.promise;
    const ids = (await desk.list(false)).data.map(({ id }) => id);
    expect(await desk.discard(ids, 'first-admin', 'a test')).toBe(1);
    isSettled.resolve();
    expect(await before).toEqual([1]);
    expect(await open()).toEqual([0]);
  });

  it('see how far each step is and how fresh the index is', async () => {
    await bed.publish(
      live({ arrival: { at: new Date().toISOString(), partition: 0, offset: '1' } }),
    );
    // A push of long ago, published once more since, as corrections of entities do.
    const longAgo = new Date(Date.now() - 50 * 60_000).toISOString();
    await bed.publish(live({ rev: 2, arrival: { at: longAgo, partition: 0, offset: '2' } }));
    const read = async () => Operations.parse(await (await bed.get('/v1/operations')).json());
    const waitsForIndex = ({ stages }: Operations) => stages[1]?.waiting !== 0;
    let said = await read();
    await until('both are indexed', async () => {
      said = await read();
      return said.freshness.articles > 0 && !waitsForIndex(said);
    });
    const { stages, freshness } = said;
    expect(stages.map(({ stage }) => stage)).toEqual(['enrich', 'index', 'alert']);
    expect(stages[1]?.waitingByPartition).toHaveLength(bed.updated.partitions);
    expect(freshness.articles).toBe(1);
    expect(freshness.p95Ms).toBeGreaterThan(0);
    // Not that of the push of long ago.
    expect(freshness.p95Ms).toBeLessThan(49 * 60_000);
    expect(freshness.lastIndexedAt).toBeDefined();
  });

  it('see what does answer, and are told which part does not, and since when', async () => {
    const { index, updated, submitted } = bed;
    if (index === undefined) throw new Error('started before all');
    const reader = new DeadLetterReader(settings, producer, platform);
    const register = { listFeeds: () => [], feed: () => undefined };
    const sources = {
      ...{ index, admin, logger: platform.logger, feeds: new FeedReportsReader(index, register) },
      deadLetters: new DeadLetterDesk(reader, [`${bed.topicPrefix}no.such.topic`]),
    };
    const { topic, partitions } = updated;
    const groups = { enricherGroup: bed.prefix, alertsGroup: bed.prefix };
    const pipeline = { ...groups, submitted: submitted.topic, updated: topic, partitions };
    let nowMs = 0;
    const operations = new ReadOperations(sources, pipeline, () => nowMs);
    const read = async () => {
      nowMs += 60_000;
      return Operations.parse(await operations.read());
    };
    const first = await read();
    expect(first).toMatchObject({ partial: true, trouble: [{ part: 'deadLetters' }] });
    expect(first.trouble[0]?.knownAt).toBeUndefined();
    expect(first.stages).toHaveLength(3);

    const config = { WARTA_ELASTICSEARCH_URL: ['http://127.0.0.1:1'] };
    sources.index = openIndex({ ...config, WARTA_ELASTICSEARCH_INDEX_PREFIX: bed.prefix } as never);
    sources.deadLetters = new DeadLetterDesk(reader, [topic]);
    const second = await read();
    expect(second.trouble.map(({ part }) => part)).toEqual(['stages', 'freshness']);
    expect(Date.parse(second.trouble[0]?.knownAt ?? '')).toBeLessThanOrEqual(
      Date.parse(first.asOf),
    );
    expect(second.stages).toEqual(first.stages);
    expect(second.deadLetters).toMatchObject([{ topic }]);
  });
});
