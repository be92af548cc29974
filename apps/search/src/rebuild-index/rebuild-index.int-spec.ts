import { setTimeout as sleep } from 'node:timers/promises';
import { ArticleRebuild } from '@warta/contracts';
import type { ArticleUpdatedV1, LiveArticle } from '@warta/contracts';
import { encodeEvent, withPrefix } from '@warta/messaging';
import type { IndexingFacts, LiveDocument } from '../article-index/article-document.ts';
import { ArticleIndex, indexSettings } from '../article-index/article-index.ts';
import { articleMapping } from '../article-index/article-mapping.ts';
import { openIndex } from '../article-index/open-index.ts';
import {
  admin,
  isReady,
  platform,
  producer,
  SearchBed,
  settings,
  until,
} from '../testing-service.ts';
import { canceled, elasticsearchUrl, indexStates, live } from '../testing.ts';
import { RebuildError, rebuildIndex } from './rebuild-index.ts';
import type { RebuildLimits } from './rebuild-index.ts';
import { dropLeft, openTarget, readIndices } from './rebuild-target.ts';

/** Joining groups, refreshes, and a rebuild or two. */
const TEST_MS = 120_000;
const ARTICLES = 60;

const bed = new SearchBed();
const rebuild = withPrefix(ArticleRebuild, bed.topicPrefix);
let index: ArticleIndex;

beforeAll(async () => {
  await producer.start();
  await bed.createTopics();
  await admin.ensureTopics([rebuild], { replicationFactor: 1, minInsyncReplicas: 1 });
  index = bed.index = openIndex({
    WARTA_ELASTICSEARCH_URL: [elasticsearchUrl()],
    WARTA_ELASTICSEARCH_INDEX_PREFIX: bed.prefix,
    WARTA_ELASTICSEARCH_API_KEY: undefined,
    WARTA_ELASTICSEARCH_CA_FILE: undefined,
  });
  // As an older version made it: accents made a difference to it.
  const exact = { type: 'custom' as const, tokenizer: 'standard', filter: ['lowercase'] };
  const { analyzer, ...analysis } = indexSettings.analysis ?? {};
  const { first, read, write } = index.names;
  await index.client.indices.create({
    index: first,
    settings: { ...indexSettings, analysis: { ...analysis, analyzer: { ...analyzer, exact } } },
    mappings: articleMapping,
    aliases: { [read]: {}, [write]: { is_write_index: true } },
  });
  await bed.start();
  await until('ready', isReady(bed));
}, TEST_MS);

afterAll(async () => {
  await dropLeft(index);
  const { current } = await readIndices(index);
  await bed.close();
  const { client } = openAgain();
  await client.indices.delete({ index: current }, { ignore: [404] });
  await client.close();
  await admin.deleteTopics([rebuild.topic, `${rebuild.topic}.dlq`]);
  await producer.stop();
  await admin.stop();
}, TEST_MS);

const openAgain = () =>
  openIndex({
    WARTA_ELASTICSEARCH_URL: [elasticsearchUrl()],
    WARTA_ELASTICSEARCH_INDEX_PREFIX: bed.prefix,
    WARTA_ELASTICSEARCH_API_KEY: undefined,
    WARTA_ELASTICSEARCH_CA_FILE: undefined,
  });

const tellAgain = (states: readonly ArticleUpdatedV1[]) =>
  producer.publish(
    states.map((state) => encodeEvent(rebuild, state, { source: 'rebuild-test' })),
    60_000,
  );

async function run(options: { accepts?: boolean; limits?: Partial<RebuildLimits> } = {}) {
  const said: string[] = [];
  const report = rebuildIndex({
    index,
    settings,
    topicPrefix: bed.topicPrefix,
    platform,
    say: (message) => said.push(message),
    acceptsDifferences: options.accepts ?? false,
    ...(options.limits && { limits: options.limits }),
  });
  return { said, ...(await report) };
}

/** Does it again and again until told to stop, and stops at the first failure. */
function always(work: () => Promise<void>) {
  const state = { times: 0, isStopped: false, hasFailed: false };
  const working = (async () => {
    for (; !state.isStopped; state.times += 1) await work();
  })();
  working.catch(() => (state.hasFailed = true));
  const stop = async () => {
    state.isStopped = true;
    await working;
  };
  return { state, stop };
}

/** Both have been done so many times, or one has failed. */
const OFTEN = 20;
const isOften = ({ state }: ReturnType<typeof always>) => state.hasFailed || state.times > OFTEN;

async function documents(): Promise<Map<string, LiveDocument & IndexingFacts>> {
  await index.client.indices.refresh({ index: index.names.read });
  const found = await index.client.search<LiveDocument & IndexingFacts>({
    index: index.names.read,
    query: { exists: { field: 'articleId' } },
    size: 1_000,
    _source_excludes: ['annotation'],
  });
  return new Map(
    found.hits.hits.map(({ _id, _source }) => [_id ?? '', _source as LiveDocument & IndexingFacts]),
  );
}

/** The states that Postgres would have. */
const states = new Map<string, ArticleUpdatedV1>();
const remember = (state: ArticleUpdatedV1) => states.set(state.articleId, state);

describe('a rebuild', () => {
  it(
    'loses no change and no search sees anything but all articles once, whatever is published meanwhile',
    async () => {
      const all = Array.from({ length: ARTICLES }, (_, n) =>
        live({ title: `Serentak ${n}`, body: 'Pilkada serentak di Café Atjeh.' }),
      );
      // Half of them come by the topic, which has forgotten the others.
      await bed.publish(...all.slice(ARTICLES / 2));
      await indexStates(index, ...all.slice(0, ARTICLES / 2));
      const gone = canceled(all[0]?.articleId ?? '', 2);
      await bed.publish(gone);
      [...all, gone].forEach(remember);
      const expected = new Set(all.slice(1).map(({ articleId }) => articleId));
      const search = () => bed.ids('q=serentak&size=100&collapse=none');
      await until('all found', async () => (await search()).length === expected.size);
      expect(await bed.ids('q="cafe atjeh"')).toEqual([]);

      const before = await documents();
      const [{ articleId: changed } = live()] = all.slice(-1);
      let rev = 1;
      const searching = always(async () => {
        const ids = await search();
        expect(new Set(ids)).toEqual(expected);
        expect(ids).toHaveLength(expected.size);
      });
      const publishing = always(async () => {
        rev += 1;
        const again: LiveArticle = { ...(states.get(changed) as LiveArticle), rev };
        const fresh = live({ title: 'Susulan' });
        await bed.publish(again, fresh);
        [again, fresh].forEach(remember);
        await sleep(20);
      });
      await tellAgain([...states.values()]);
      const times = () => [searching, publishing].map(({ state }) => state.times);
      const timesBefore = times();
      const report = await run();
      const timesAfter = times();
      await until('both went on', async () => isOften(searching) && isOften(publishing));
      await publishing.stop();
      await searching.stop();
      // And not only before it and after it.
      const meanwhile = timesAfter.map((done, at) => done - (timesBefore[at] ?? done));
      expect(Math.min(...meanwhile)).toBeGreaterThan(0);
      expect(report).toMatchObject({ old: index.names.first, differing: 0 });
      expect(report.index).toMatch(/articles-v1-000002$/);

      const revs = () => [...states].map(([id, state]) => [id, state.rev]);
      await until('all indexed', async () => {
        const found = await documents();
        return revs().every(([id, at]) => found.get(String(id))?.rev === at);
      });
      const after = await documents();
      expect(after.size).toBe(states.size);
      for (const [id, { rev: at, updatedFrom, indexedAt }] of before) {
        if (after.get(id)?.rev !== at) continue;
        expect(after.get(id)).toMatchObject({ updatedFrom, indexedAt });
      }
      expect(await bed.ids('q="cafe atjeh"&size=100&collapse=none')).toHaveLength(expected.size);
      expect(await readIndices(index)).toMatchObject({
        current: report.index,
        target: undefined,
        left: [report.old],
      });
    },
    TEST_MS,
  );

  it(
    'goes on where it was killed, also while nothing could be written',
    async () => {
      const { name, current } = await openTarget(index);
      await index.client.indices.addBlock({ index: current, block: 'write' });
      const late = live({ title: 'Terlambat' });
      await bed.publish(late);
      remember(late);
      await tellAgain([...states.values()]);
      const { said, index: now } = await run();
      expect(said[0]).toMatch(/^going on with/);
      expect(now).toBe(name);
      await until('found', async () => (await bed.ids('q=terlambat')).includes(late.articleId));
    },
    TEST_MS,
  );

  it(
    'leaves everything as it is when articles are missing, and says which, unless that is accepted',
    async () => {
      const unknown = live({ title: 'Tak dikenal' });
      await indexStates(index, unknown);
      const before = await readIndices(index);
      const limits = { differingMs: 300 };
      await expect(run({ limits })).rejects.toThrow(
        new RegExp(`^1 articles differ .* such as ${unknown.articleId}: let the enricher publish`),
      );
      expect(await readIndices(index)).toMatchObject({ current: before.current });
      const next = live({ title: 'Sesudahnya' });
      await bed.publish(next);
      await until('found', async () => (await bed.ids('q=sesudahnya')).includes(next.articleId));

      const { index: now } = await run({ accepts: true, limits });
      expect(now).not.toBe(before.current);
      expect(await bed.ids('q=tak+dikenal')).toEqual([]);
      expect(await bed.ids('q=sesudahnya')).toEqual([next.articleId]);
      expect(await dropLeft(index)).toContain(before.current);
    },
    TEST_MS,
  );

  it(
    'is refused while the enricher has told nothing',
    async () => {
      const other = new SearchBed();
      const empty = new ArticleIndex(index.client, other.prefix);
      await admin.ensureTopics([withPrefix(ArticleRebuild, other.topicPrefix), other.updated], {
        replicationFactor: 1,
        minInsyncReplicas: 1,
      });
      const refused = rebuildIndex({
        index: empty,
        settings,
        topicPrefix: other.topicPrefix,
        platform,
        say: () => undefined,
      });
      // Nothing to tell of is no reason.
      const { index: name } = await refused;
      await indexStates(empty, live());
      const again = rebuildIndex({
        index: empty,
        settings,
        topicPrefix: other.topicPrefix,
        platform,
        say: () => undefined,
      });
      await expect(again).rejects.toThrow(RebuildError);
      const { target = '' } = await readIndices(empty);
      await index.client.indices.delete({ index: [empty.names.first, name, target] });
      const topics = [withPrefix(ArticleRebuild, other.topicPrefix).topic, other.updated.topic];
      await admin.deleteTopics(topics.flatMap((topic) => [topic, `${topic}.dlq`]));
    },
    TEST_MS,
  );
});
