import { setTimeout as sleep } from 'node:timers/promises';
import { TransientError } from '@warta/messaging';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { IndexProgress } from '../article-index/index-progress.ts';
import type { SavedSearchStore } from '../saved-searches/saved-search.store.postgres.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import { canceled, entity, indexing, live, received, signal } from '../testing.ts';
import { platform, until } from '../testing-service.ts';
import { ActiveSearches } from './active-searches.store.postgres.ts';
import { EVENTS_PER_DAY_MAX } from '../saved-searches/saved-search-sql.ts';
import { batchStates } from './batch-states.ts';
import { alertMetrics } from './alert-metrics.ts';
import { AlertStore } from './alert.store.postgres.ts';
import { CatchUp } from './catch-up.ts';
import { MATCHES_AT_ONCE } from './find-matches.ts';
import { articlesOfSpan } from './late-articles.ts';
import { MatchAlerts } from './match-alerts.ts';
import { MissedSpans } from './missed-spans.store.postgres.ts';
import { PassedOverStore } from './passed-over.store.postgres.ts';
import { ShownProgress } from './shown-progress.ts';
import { by, newAlertBed, saved, wanted } from './testing-alert-bed.ts';
import type { AlertBed } from './testing-alert-bed.ts';
import type { Match } from './thread-events.ts';

const TEST_MS = 120_000;
const TOPIC = 'warta.article.updated.v1';
const DAY_MS = 86_400_000;
const MIDNIGHT_IS_NEAR_MS = 40_000;

let bed: AlertBed;
let index: ArticleIndex;
let dataSource: DataSource;
let searches: SavedSearchStore;

beforeAll(async () => {
  bed = await newAlertBed();
  ({ index, dataSource, searches } = bed);
}, TEST_MS);
afterAll(() => bed.close(), TEST_MS);
afterEach(() => bed.clear());

const save = (q: string) => saved(searches, q);

/** Notes what is written at once, after something else happened just before. */
class WatchedStore extends AlertStore {
  readonly written: (readonly Match[])[] = [];
  /** What is about to be written. */
  matched: readonly Match[] = [];
  before = async () => {};

  override async record(matches: readonly Match[]) {
    this.matched = matches;
    await this.before();
    this.written.push(matches);
    return super.record(matches);
  }
}

/** What was waited for is shown by a node that does not answer any more. */
class CopyThatWent extends ShownProgress {
  override async waitFor(...asked: Parameters<ShownProgress['waitFor']>) {
    expect(await super.waitFor(...asked)).toEqual(expect.any(String));
    return 'gone';
  }
}

let offset = 0;

/** Articles with that text, which searches find now, as the consumer hands them over. */
async function indexed(body: string, count = 1, more: Parameters<typeof live>[0] = {}) {
  const states = Array.from({ length: count }, () => live({ body, ...more }));
  const batch = received(...states).map((one, at) => ({
    ...one,
    offset: BigInt(offset + at),
  }));
  offset += count;
  const { indexArticles, visible } = indexing(index);
  await indexArticles.handle(batch, signal);
  visible.stop();
  const progress = new IndexProgress(index, () => {});
  await progress.load(TOPIC, 0);
  await progress.save(TOPIC, 0, { nextOffset: BigInt(offset) });
  await index.client.indices.refresh({ index: index.names.write });
  return batch;
}

const partsWith = (alerts: AlertStore) => ({
  entities: searchParts(index),
  searches: new ActiveSearches(dataSource),
  alerts,
  missed: new MissedSpans(dataSource),
  passedOver: new PassedOverStore(dataSource),
  metrics: alertMetrics(new Registry(), () => 0),
});

function matchingWith(alerts: AlertStore): MatchAlerts {
  return new MatchAlerts({ ...partsWith(alerts), shown: new ShownProgress(index, TOPIC, 1) });
}

/** Everything whose turn it is, by another process. */
async function caughtUp(alerts = new AlertStore(dataSource)): Promise<void> {
  const { logger } = platform;
  const catchUp = new CatchUp({ ...partsWith(alerts), isBusy: () => false, logger });
  while (await catchUp.step());
}

const asIf = (id: string, q: string) =>
  dataSource.query('update saved_search set q = $2, version = version + 1 where id = $1', [id, q]);

async function push(alerts: AlertStore, body: string, count = 1, beats = () => {}) {
  const batch = await indexed(body, count);
  await matchingWith(alerts).handle(batch, { ...signal, heartbeat: async () => beats() });
  return batch.map(({ event }) => event.articleId);
}

async function toldOf(id: string): Promise<string[]> {
  const rows: { article_id: string }[] = await dataSource.query(
    `select article_id from alert_event e join alert a on a.id = e.alert_id
     where a.search_id = $1 order by e.id`,
    [id],
  );
  return rows.map((row) => row.article_id);
}

/** The day that alerts are counted by (UTC) must not end in the middle of a test. */
async function longBeforeMidnight(): Promise<void> {
  const leftMs = DAY_MS - (Date.now() % DAY_MS);
  if (leftMs < MIDNIGHT_IS_NEAR_MS) await sleep(leftMs + 1_000);
}

describe('a round of matching', () => {
  it(
    'holds and writes some matches at a time, however many there are, and is alive meanwhile',
    async () => {
      const broad = [await save('kabar'), await save('pasar'), await save('-beras')];
      const narrow = await save('bawang');
      const alerts = new WatchedStore(dataSource);
      let beats = 0;
      const count = MATCHES_AT_ONCE + 20;
      const articles = await push(alerts, 'Kabar pasar hari ini.', count, () => (beats += 1));
      for (const { id } of broad) expect(await toldOf(id)).toEqual(articles);
      expect(await toldOf(narrow.id)).toEqual([]);
      const without = alerts.written.flat().filter(({ searchId }) => searchId === broad[2]?.id);
      expect(new Set(without.flatMap(({ matched }) => matched.clauses))).toEqual(
        new Set(['-beras']),
      );
      expect(Math.max(...alerts.written.map(({ length }) => length))).toBe(MATCHES_AT_ONCE);
      expect(beats).toBeGreaterThan(alerts.written.length);
    },
    TEST_MS,
  );

  it('tells the sentence of a quote that was asked for by its words, its speaker or both', async () => {
    const body = 'Rapat usai. “Harga gas turun,” kata Putin. Hujan pun reda.';
    const place = (text: string) => {
      const start = body.indexOf(text);
      return { field: 'body' as const, start, end: start + text.length };
    };
    const mentions = [place('Putin')];
    const putin = entity('Vladimir Putin', ['Putin'], { type: 'PERSON', mentions });
    const said = { text: 'Harga gas turun,', cue: 'kata', direct: true, confidence: 1 };
    const who = { speaker: 'Putin', speakerEntityId: putin.id };
    const quotes = [{ ...said, ...who, ...place(said.text) }];
    const byWords = await save('quote:gas');
    const byBoth = await save('speaker:Putin quote:turun');
    const bySpeaker = await save('speaker:"Vladimir Putin"');
    const alerts = new WatchedStore(dataSource);
    const batch = await indexed(body, 1, { entities: [putin], quotes });
    await matchingWith(alerts).handle(batch, signal);
    const sentencesOf = ({ id }: { id: string }) =>
      alerts.written
        .flat()
        .filter(({ searchId }) => searchId === id)
        .flatMap(({ matched }) => matched.sentences);
    const html = (sentence: string) => [{ field: 'body', html: sentence }];
    expect(sentencesOf(byWords)).toEqual(html('“Harga <em>gas</em> turun,” kata Putin.'));
    expect(sentencesOf(byBoth)).toEqual(html('“Harga gas <em>turun</em>,” kata Putin.'));
    expect(sentencesOf(bySpeaker)).toEqual(html('“<em>Harga gas turun,</em>” kata Putin.'));
  });

  it('loses nothing to another name meanwhile, and tells nothing of another query', async () => {
    const [renamed, asked] = [await save('gempa'), await save('gempa OR banjir')];
    const alerts = new WatchedStore(dataSource);
    alerts.before = async () => {
      const change = { ...wanted('gempa'), name: 'Gempa bumi' };
      await searches.replace({ team: undefined, id: renamed.id }, change, by);
      await searches.replace({ team: undefined, id: asked.id }, wanted('banjir'), by);
    };
    const articles = await push(alerts, 'Gempa di Palu.');
    expect(await toldOf(renamed.id)).toEqual(articles);
    expect(await toldOf(asked.id)).toEqual([]);
  });

  it('tells nothing of an article that was hidden after it was matched', async () => {
    const search = await save('rahasia');
    const alerts = new WatchedStore(dataSource);
    alerts.before = async () => {
      const [id] = alerts.matched.map(({ article }) => article.id);
      await new AlertStore(dataSource).withdraw([{ articleId: id ?? '', feed: 'f', rev: 2 }]);
    };
    await push(alerts, 'Rahasia.');
    expect(alerts.written.flat()).toHaveLength(1);
    expect(await toldOf(search.id)).toEqual([]);
  });

  it('takes back what was told of an article while matching waits for the index', async () => {
    const search = await save('bendungan');
    const alerts = new AlertStore(dataSource);
    const [told] = await push(alerts, 'Bendungan retak.');
    const matching = matchingWith(alerts);
    let isAborted = false;
    const ahead = received(live({ body: 'Bendungan lain.' })).map((one) => ({
      ...one,
      offset: BigInt(offset + 1_000),
    }));
    const waiting = matching.handle(ahead, { ...signal, aborted: () => isAborted });
    const ended = expect(waiting).rejects.toThrow(TransientError);
    await matching.withdraw(received(canceled(told ?? '', 2)), signal);
    const shown: { matched: unknown; kind: string }[] = await dataSource.query(
      `select e.kind, e.matched from alert_event e join alert a on a.id = e.alert_id
       where a.search_id = $1 order by e.id`,
      [search.id],
    );
    expect(shown).toEqual([
      { kind: 'match', matched: null },
      { kind: 'withdrawn', matched: null },
    ]);
    isAborted = true;
    await ended;
  });

  it('passes over nothing that hides an article, and fails no other partition with its own', async () => {
    const search = await save('waduk OR dua OR tiga');
    const alerts = new WatchedStore(dataSource);
    // The first is matched alone, the others together after it.
    const batches = [await indexed('Satu waduk.'), await indexed('Dua.'), await indexed('Tiga.')];
    const [first, poison, third] = batches.map(([one]) => one?.event.articleId ?? '');
    alerts.before = async () => {
      if (alerts.matched.some(({ article }) => article.id === poison)) throw new Error('a bug');
    };
    const matching = matchingWith(alerts);
    const ends = await Promise.allSettled(batches.map((batch) => matching.handle(batch, signal)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    // Not as when something is away: that would be tried for ever.
    expect(ends[1]).toMatchObject({ reason: { message: 'a bug' } });
    expect(await toldOf(search.id)).toEqual([first, third]);
    const store = new PassedOverStore(dataSource);
    expect((await store.list()).data).toMatchObject([{ articleId: poison, reason: 'a bug' }]);
    await store.askAgain([poison ?? '']);
    await caughtUp(alerts);
    expect((await store.list()).data).toMatchObject([{ articleId: poison, tries: 1 }]);
    await store.askAgain(undefined);
    await caughtUp();
    expect(await toldOf(search.id)).toEqual([first, third, poison]);
    expect((await store.list()).total).toBe(0);

    alerts.withdraw = () => Promise.reject(new Error('a bug'));
    const takedown = received(canceled(first ?? '', 2));
    await expect(matching.handle(takedown, signal)).rejects.toThrow(TransientError);
  });

  it('tells no more of a search than a day’s worth, says so, and begins anew when it is changed', async () => {
    await longBeforeMidnight();
    const [full, other] = [await save('longsor'), await save('tanah longsor')];
    const alerts = new AlertStore(dataSource);
    const first = await push(alerts, 'Tanah longsor.');
    await dataSource.query('update alert_day set events = $1 where search_id = $2', [
      EVENTS_PER_DAY_MAX - 1,
      full.id,
    ]);
    const second = await push(alerts, 'Tanah longsor lagi.');
    const third = await push(alerts, 'Tanah longsor pula.');
    expect(await toldOf(full.id)).toEqual([...first, ...second]);
    expect(await toldOf(other.id)).toEqual([...first, ...second, ...third]);
    await dataSource.query('update alert_day set day = day - 1 where search_id = $1', [full.id]);
    await caughtUp();
    expect(await toldOf(full.id)).toEqual([...first, ...second, ...third]);
    await dataSource.query(
      'update alert_day set day = (now() at time zone $2)::date, events = $3 where search_id = $1',
      [full.id, 'UTC', EVENTS_PER_DAY_MAX],
    );
    const shown = await searches.get('desk', full.id);
    expect(shown?.trouble).toMatchObject({
      failures: 0,
      reason: expect.stringMatching(/narrower/),
    });
    expect((await searches.get('desk', other.id))?.trouble).toBeUndefined();
    const change = wanted('longsor Bogor');
    const changed = await searches.replace({ team: undefined, id: full.id }, change, {
      keyId: 'k',
    });
    expect(changed?.trouble).toBeUndefined();
    const fourth = await push(alerts, 'Longsor di Bogor.');
    expect(await toldOf(full.id)).toEqual([...first, ...second, ...third, ...fourth]);
  });

  it('tells late what a search could not be tried on, once, and what was asked before only when wanted', async () => {
    const [search, other] = [await save('badai'), await save('badai OR angin')];
    const alerts = new AlertStore(dataSource);
    const first = await push(alerts, 'Badai satu.');
    await asIf(search.id, '(');
    const missed = await push(alerts, 'Badai dua.', 2);
    const shown = () => searches.get('desk', search.id);
    expect(await shown()).toMatchObject({
      trouble: { failures: 1, waiting: 2 },
      missed: [{ state: 'waiting', reason: 'failing', pushes: 2 }],
    });
    await caughtUp();
    expect(await toldOf(search.id)).toEqual(first);
    await asIf(search.id, 'badai');
    // As a process would that ends after one article: the next goes on behind it.
    const spans = new MissedSpans(dataSource);
    await dataSource.query('update missed_span set next_at = now()');
    const seen: string[] = [];
    for (let step = 1; step <= 2; step += 1) {
      const span = await spans.claim();
      const [next] = span ? await articlesOfSpan(index, span, 1) : [];
      if (span === undefined || next === undefined) throw new Error('nothing waits');
      expect(await spans.claim()).toBeUndefined();
      seen.push(next.articleId);
      const { articleId, arrivedAtMs: atMs } = next;
      await spans.advance(span, { atMs, articleId });
    }
    expect(new Set(seen)).toEqual(new Set(missed));
    await dataSource.query('update missed_span set cursor_at = null');
    const third = await push(alerts, 'Badai tiga.');
    await caughtUp();
    expect(new Set(await toldOf(search.id))).toEqual(new Set([...first, ...missed, ...third]));
    expect(await toldOf(search.id)).toHaveLength(4);
    expect(await toldOf(other.id)).toHaveLength(4);
    const late: { article_id: string }[] = await dataSource.query(
      `select e.article_id from alert_event e join alert a on a.id = e.alert_id
       where a.search_id = $1 and e.arrived_at is not null`,
      [search.id],
    );
    expect(new Set(late.map((row) => row.article_id))).toEqual(new Set(missed));
    const now = await shown();
    expect(now?.trouble).toBeUndefined();
    expect(now?.missed).toMatchObject([{ state: 'done' }]);

    await asIf(search.id, '(');
    const fourth = await push(alerts, 'Badai empat.');
    await searches.replace({ team: undefined, id: search.id }, wanted('badai NOT lima'), by);
    await caughtUp();
    expect(await toldOf(search.id)).toHaveLength(4);
    expect((await searches.catchUp('desk', search.id))?.missed?.at(-1)?.state).toBe('waiting');
    await caughtUp();
    expect((await toldOf(search.id)).slice(4)).toEqual(fourth);
  });

  it('is done again when another copy of the index answers by the end of it than at its start', async () => {
    const search = await save('topan');
    const alerts = new AlertStore(dataSource);
    const batch = await indexed('Topan datang.');
    const shown = new CopyThatWent(index, TOPIC, 1);
    const matching = new MatchAlerts({ ...partsWith(alerts), shown });
    await expect(matching.handle(batch, signal)).rejects.toThrow(TransientError);
    await matchingWith(alerts).handle(batch, signal);
    expect(await toldOf(search.id)).toEqual(batch.map(({ event }) => event.articleId));
  });

  it('follows no thread that is deleted meanwhile, and none fails for that', async () => {
    const search = await save('gunung');
    const alerts = new AlertStore(dataSource);
    const [told = ''] = await push(alerts, 'Gunung meletus.');
    const { live: states } = batchStates([
      {
        ...live(),
        articleId: told,
        duplicateOf: { articleId: search.id, similarity: 1, kind: 'exact' },
      },
    ]);
    const following: Promise<void>[] = [];
    await dataSource.transaction(async (deleting) => {
      await deleting.query('delete from saved_search where id = $1', [search.id]);
      const [{ pid }] = await deleting.query('select pg_backend_pid() as pid');
      following.push(alerts.followGroups(states));
      const waiting = 'select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
      await until('it is waited for', async () => {
        const rows: unknown[] = await dataSource.query(waiting, [pid]);
        return rows.length > 0;
      });
    });
    await Promise.all(following);
  });
});
