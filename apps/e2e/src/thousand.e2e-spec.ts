import { availableParallelism } from 'node:os';
import { generateStories, type Story } from './article-generator.ts';
import { checkInvariants, reportOf } from './invariants.ts';
import { type PrintedDeadLetter, SUBMITTED_TOPIC } from './observer.ts';
import { type Poison, poisonRecords } from './poison.ts';
import type { PushClient } from './push-client.ts';
import { realArticles } from './real-articles.ts';
import { until } from './until.ts';
import { Warta } from './warta.ts';
import { Watch } from './watch.ts';

/**
 * A thousand articles, each pushed twice, corrected in every order, withdrawn, refused, and poison
 * among them: each ends exactly once, in its right state, in every store; and stays so when the
 * whole log is read again from its beginning.
 */

/** A few more, because some are made to be refused. */
const ARTICLES = 1_040;
/** So many of them are real news, where the corpus is at hand. */
const REAL_ARTICLES = 300;
const SEED = 20_261_123;
const CONCURRENCY = 16;
/** Against what hangs: the second reading is of all logs there are. */
const SETTLE_TIMEOUT_MS = 150_000;

/** Resident memory that may not be passed (decided for the product, measured here), in MiB. */
const RESIDENT_MAX_MIB = { ingestor: 300, search: 400, enricher: 400 };
/** Each annotating thread of the enricher, one per core but one, has a heap of its own. */
const WORKER_MIB = 150;
const WORKERS = Math.max(1, availableParallelism() - 1);

describe('a thousand articles', () => {
  let warta: Warta;
  let watch: Watch;
  let stories: Story[];
  let poison: Poison[];
  let client: PushClient;
  let loadSeconds = 0;
  let searchableSeconds = 0;

  beforeAll(async () => {
    warta = await Warta.open('thousand');
    watch = new Watch(warta.environment, warta.processes);
    watch.start();
    const texts = await realArticles(REAL_ARTICLES);
    const nowMs = Date.now();
    stories = generateStories({ seed: SEED, feed: warta.feed, count: ARTICLES, nowMs, texts });
    client = warta.pushClient({ concurrency: CONCURRENCY });
    const startedAtMs = performance.now();
    const loaded = client.run(stories).then(() => {
      loadSeconds = (performance.now() - startedAtMs) / 1000;
    });
    poison = poisonRecords(warta.feed);
    const messages = poison.map(({ message }) => message);
    await Promise.all([loaded, warta.observer.log.produce(SUBMITTED_TOPIC, messages)]);
    await warta.observer.settled(SETTLE_TIMEOUT_MS);
    searchableSeconds = (performance.now() - startedAtMs) / 1000;
  }, 180_000);

  afterAll(() => {
    watch.stop();
    warta.close();
  });

  /** The topic may hold the poison of an earlier run. */
  async function ownDeadLetters(): Promise<PrintedDeadLetter[]> {
    const all = await warta.observer.deadLetters();
    return all.filter(({ key }) => key.startsWith(warta.feed));
  }

  it('are all answered as the contract says', () => {
    expect(client.problems).toEqual([]);
    const outcomes = Map.groupBy(client.attempts, ({ outcome }) => outcome);
    const refused = stories.filter(({ kind }) => kind === 'broken').length * 2;
    expect(outcomes.get('fail')?.every(({ status }) => status === 400)).toBe(true);
    expect(outcomes.get('fail')?.length).toBe(refused);
    expect(outcomes.get('ok')?.length).toBe(stories.flatMap(({ steps }) => steps).length - refused);
  });

  it('are each in Kafka, in one row and in one document, at the state that wins', async () => {
    const evidence = await warta.observer.evidence(warta.feed, client.attempts);
    expect(reportOf(checkInvariants(evidence))).toBe('');
    const accepted = stories.filter(({ kind }) => kind !== 'broken').length;
    expect(evidence.rows).toHaveLength(accepted);
    expect(evidence.documents).toHaveLength(accepted);
    expect(await warta.observer.postgres.mentionCount(warta.feed)).toBeGreaterThan(accepted);

    const { submitted } = evidence;
    const different = new Set(submitted.map((p) => `${p.articleId} ${p.tokens.join()} ${p.kind}`));
    const perSecond = Math.round(submitted.length / searchableSeconds);
    process.stderr.write(
      `  ${accepted} articles in ${submitted.length} records, ${submitted.length - different.size} ` +
        `of them repetitions; pushed in ${loadSeconds.toFixed(1)} s, all indexed after ` +
        `${searchableSeconds.toFixed(1)} s: ${perSecond} pushes/s\n`,
    );
  }, 240_000);

  it('leave nothing uncommitted, as Kafka’s own tool counts it', async () => {
    for (const group of ['warta.enricher', 'warta.search']) {
      const settled = async () => (await warta.observer.log.lag(group)) === 0;
      await until(`no lag of ${group}`, 30_000, settled);
    }
  }, 240_000);

  it('go past the poison among them, which lies in the dead letters once each', async () => {
    const letters = await ownDeadLetters();
    const found = letters.map(({ key, reason, stage, value }) => ({ key, reason, stage, value }));
    const expected = poison.map(({ reason, message: { key, value } }) => {
      return { key, reason, stage: 'decode', value };
    });
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(new Set(letters.map(({ origin }) => origin)).size).toBe(poison.length);
  }, 240_000);

  it('fit into the memory their services may have', () => {
    const residents = {
      ingestor: watch.residentMaxMiB('ingestor'),
      enricher: watch.residentMaxMiB('enricher'),
      search: watch.residentMaxMiB('search'),
    };
    const rounded = Object.entries(residents).map(([name, mib]) => `${name} ${Math.round(mib)}`);
    process.stderr.write(`  most resident memory in MiB: ${rounded.join(', ')}\n`);
    if (Math.max(...Object.values(residents)) === 0) {
      process.stderr.write('left out: resident memory, this system has no /proc\n');
      return;
    }
    expect(residents.ingestor).toBeLessThanOrEqual(RESIDENT_MAX_MIB.ingestor);
    expect(residents.search).toBeLessThanOrEqual(RESIDENT_MAX_MIB.search);
    expect(residents.enricher).toBeLessThanOrEqual(
      RESIDENT_MAX_MIB.enricher + WORKERS * WORKER_MIB,
    );
  });

  it('end in the same state when both logs are read again from their beginning', async () => {
    const { observer, processes } = warta;
    const before = await observer.postgres.articles(warta.feed);
    const documentsBefore = await observer.elasticsearch.articles(warta.feed);

    // Frozen first: a running consumer would write its progress again before it is killed.
    processes.signal('enricher', 'SIGSTOP');
    processes.signal('search', 'SIGSTOP');
    await observer.postgres.forgetProgress(SUBMITTED_TOPIC);
    await observer.elasticsearch.forgetProgress();
    await Promise.all([processes.end('enricher', 'SIGKILL'), processes.end('search', 'SIGKILL')]);
    await warta.allReady();
    await observer.settled(SETTLE_TIMEOUT_MS);

    const evidence = await observer.evidence(warta.feed, client.attempts);
    expect(reportOf(checkInvariants(evidence))).toBe('');
    const order = <T extends { articleId: string }>(all: readonly T[]) =>
      all.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1));
    expect(order(evidence.rows)).toEqual(order(before));
    expect(order(evidence.documents)).toEqual(order(documentsBefore));
    const letters = await ownDeadLetters();
    expect(new Set(letters.map(({ origin }) => origin)).size).toBe(poison.length);
    expect(letters.length).toBeGreaterThan(poison.length);
  }, 180_000);
});
