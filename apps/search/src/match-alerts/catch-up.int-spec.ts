import { CATCH_UP_DAYS_MAX } from '@warta/contracts';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { MISSED_SHOWN_MAX } from '../saved-searches/saved-search.store.postgres.ts';
import type { SavedSearchStore } from '../saved-searches/saved-search.store.postgres.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import { canceled, entity, indexing, live, received, signal } from '../testing.ts';
import { platform } from '../testing-service.ts';
import { ActiveSearches } from './active-searches.store.postgres.ts';
import { alertMetrics } from './alert-metrics.ts';
import { AlertStore } from './alert.store.postgres.ts';
import { batchStates } from './batch-states.ts';
import { CatchUp } from './catch-up.ts';
import {
  MissedSpans,
  MOMENTS_PER_SEARCH_MAX,
  SPANS_PER_SEARCH_MAX,
} from './missed-spans.store.postgres.ts';
import { PassedOverStore } from './passed-over.store.postgres.ts';
import { by, newAlertBed, saved, wanted } from './testing-alert-bed.ts';
import type { AlertBed } from './testing-alert-bed.ts';
import type { Match } from './thread-events.ts';

const TEST_MS = 120_000;
const HOUR_MS = 3_600_000;

let bed: AlertBed;
let index: ArticleIndex;
let dataSource: DataSource;
let searches: SavedSearchStore;
let spans: MissedSpans;
let passedOver: PassedOverStore;

beforeAll(async () => {
  bed = await newAlertBed();
  ({ index, dataSource, searches } = bed);
  spans = new MissedSpans(dataSource);
  passedOver = new PassedOverStore(dataSource);
}, TEST_MS);
afterAll(() => bed.close(), TEST_MS);
afterEach(() => bed.clear());

const save = (q: string) => saved(searches, q);

async function indexed(...states: Parameters<typeof received>) {
  const { indexArticles, visible } = indexing(index);
  await indexArticles.handle(received(...states), signal);
  visible.stop();
  await index.client.indices.refresh({ index: index.names.write });
  return batchStates(states).live;
}

async function missedBy(searchId: string, fromMs: number, toMs = fromMs, pushes = 1) {
  const known = await new ActiveSearches(dataSource).read();
  const asked = known.find(({ id }) => id === searchId)?.asked ?? '';
  await spans.note([{ searchId, asked, spans: [{ fromMs, toMs, pushes }] }], 'failing');
}

const catchUpWith = (more: { searches?: ActiveSearches; alerts?: AlertStore } = {}) =>
  new CatchUp({
    entities: searchParts(index),
    searches: new ActiveSearches(dataSource),
    alerts: new AlertStore(dataSource),
    missed: spans,
    passedOver,
    metrics: alertMetrics(new Registry(), () => 0),
    isBusy: () => false,
    logger: platform.logger,
    ...more,
  });

async function caughtUp(catchUp = catchUpWith()) {
  while (await catchUp.step());
}

async function toldOf(searchId: string): Promise<string[]> {
  const rows: { article_id: string }[] = await dataSource.query(
    `select article_id from alert_event e join alert a on a.id = e.alert_id
     where a.search_id = $1 order by e.id`,
    [searchId],
  );
  return rows.map((row) => row.article_id);
}

describe('a catch-up', () => {
  it('goes on with the oldest that a search missed, by one process at a time', async () => {
    const { id } = await save('a');
    const now = Date.now();
    for (const hours of [3, 9, 6]) await missedBy(id, now - hours * HOUR_MS);
    for (const hours of [9, 6, 3]) {
      const span = await spans.claim();
      expect(span?.fromMs).toBe(now - hours * HOUR_MS);
      expect(await spans.claim()).toBeUndefined();
      if (span) await spans.advance(span, 'end');
    }
  });

  it('asks nothing of a query that came between taking a turn and reading the search', async () => {
    const { id } = await save('banjir');
    const [article] = await indexed(live({ body: 'Gempa dan banjir.' }));
    await missedBy(id, article?.arrivedAtMs ?? 0);
    class Changed extends ActiveSearches {
      override async read() {
        await searches.replace({ team: undefined, id }, wanted('gempa'), by);
        return super.read();
      }
    }
    await catchUpWith({ searches: new Changed(dataSource) }).step();
    expect(await toldOf(id)).toEqual([]);
    expect((await searches.get('desk', id))?.missed).toMatchObject([{ state: 'held' }]);
  });

  it('passes over an article that fails for itself, and tells the others of its span', async () => {
    const { id } = await save('topan');
    const articles = await indexed(...[1, 2, 3].map(() => live({ body: 'Topan.' })));
    const at = articles.map(({ arrivedAtMs }) => arrivedAtMs);
    await missedBy(id, Math.min(...at), Math.max(...at), 3);
    const poison = articles[1]?.articleId ?? '';
    class Failing extends AlertStore {
      override async record(matches: readonly Match[]) {
        if (matches.some(({ article }) => article.id === poison)) throw new Error('a bug');
        return super.record(matches);
      }
    }
    await caughtUp(catchUpWith({ alerts: new Failing(dataSource) }));
    const others = articles.map(({ articleId }) => articleId).filter((one) => one !== poison);
    expect((await toldOf(id)).sort()).toEqual(others.sort());
    expect((await passedOver.list()).data).toMatchObject([{ articleId: poison, reason: 'a bug' }]);
    expect((await searches.get('desk', id))?.missed).toMatchObject([{ state: 'done' }]);
  });

  it('keeps for whom an article of a span counts when it is tried again', async () => {
    const [article] = await indexed(live({ body: 'Tsunami.' }));
    if (article === undefined) throw new Error('nothing indexed');
    const [{ id }, other] = [await save('tsunami'), await save('tsunami OR gempa')];
    // As of an embargo that ended after the search was saved.
    await missedBy(id, article.arrivedAtMs);
    class Failing extends AlertStore {
      override record() {
        return Promise.reject(new Error('a bug'));
      }
    }
    await caughtUp(catchUpWith({ alerts: new Failing(dataSource) }));
    for (const paused of [true, false, true, false]) {
      await searches.replace({ team: undefined, id }, { ...wanted('tsunami'), paused }, by);
    }
    const missed = (await searches.get('desk', id))?.missed ?? [];
    expect(missed.filter(({ state }) => state === 'held')).toMatchObject([{ pushes: 1 }]);
    expect(await passedOver.askAgain(undefined)).toBe(1);
    await searches.catchUp('desk', id);
    await caughtUp();
    expect(await toldOf(id)).toEqual([article.articleId]);
    expect(await toldOf(other.id)).toEqual([]);
    expect((await passedOver.list()).total).toBe(0);
  });

  it('holds what was passed over for a search that is paused, or asks for something else, before its turn', async () => {
    const q = 'beliung';
    const all = [await save(q), await save(q), await save(q)];
    const [paused, changed, renamed] = all.map(({ id }) => ({ team: undefined, id }));
    if (!paused || !changed || !renamed) throw new Error('three searches');
    const [article] = await indexed(live({ body: 'Puting beliung.' }));
    if (article === undefined) throw new Error('nothing indexed');
    await passedOver.note(article, 'a bug');
    await searches.replace(paused, { ...wanted(q), paused: true }, by);
    await searches.replace(changed, wanted('puting'), by);
    await searches.replace(renamed, { ...wanted(q), name: 'angin' }, by);
    await passedOver.askAgain(undefined);
    await caughtUp();
    expect((await passedOver.list()).total).toBe(0);
    const told = () => Promise.all(all.map(({ id }) => toldOf(id)));
    expect(await told()).toEqual([[], [], [article.articleId]]);
    await searches.replace(paused, wanted(q), by);
    for (const { id } of all) await searches.catchUp('desk', id);
    await caughtUp();
    expect(await told()).toEqual(all.map(() => [article.articleId]));
    const pushes = await Promise.all(all.map(({ id }) => searches.get('desk', id)));
    const held = [{ pushes: 1, state: 'done' }];
    expect(pushes.map((one) => one?.missed ?? [])).toMatchObject([held, held, []]);
  });

  it('settles nothing that failed for another search meanwhile', async () => {
    const [article] = batchStates([live()]).live;
    const [one, other] = [await save('c'), await save('d')];
    if (article === undefined) throw new Error('no state');
    await passedOver.note(article, 'a bug', [one.id]);
    await passedOver.askAgain(undefined);
    const [claimed] = await passedOver.claim(1);
    await passedOver.note(article, 'a bug', [other.id]);
    if (claimed) await passedOver.settle(claimed);
    await passedOver.askAgain(undefined);
    const [again] = await passedOver.claim(1);
    expect(new Set(again?.missedBy)).toEqual(new Set([one.id, other.id]));
    if (again) await passedOver.settle(again);
    expect((await passedOver.list()).total).toBe(0);
  });

  it('tells neither what came in a pause nor what was pushed before the search was saved', async () => {
    const body = 'Kekeringan.';
    const [older, embargoed] = [await indexed(live({ body })), await indexed(live({ body }))];
    const { id } = await save('kekeringan');
    const before = await indexed(live({ body }));
    const at = (states: typeof before) => states[0]?.arrivedAtMs ?? 0;
    await missedBy(id, at(embargoed));
    await missedBy(id, at(before));
    const change = (paused: boolean) =>
      searches.replace({ team: undefined, id }, { ...wanted('kekeringan'), paused }, by);
    await change(true);
    const inPause = await indexed(live({ body }));
    await change(false);
    await searches.catchUp('desk', id);
    const after = await indexed(live({ body }));
    await missedBy(id, at(after));
    await caughtUp();
    const told = [embargoed, before, after].map(([one]) => one?.articleId);
    expect((await toldOf(id)).sort()).toEqual(told.sort());
    const untold = [older, inPause].map(([one]) => one?.articleId);
    expect(untold).not.toContain(undefined);
  });

  it('gives up nothing that was noted of late, however long ago it was pushed', async () => {
    const { id } = await save('e');
    const now = Date.now();
    const days = CATCH_UP_DAYS_MAX * 24 * HOUR_MS;
    await missedBy(id, now - 2 * days);
    expect((await spans.claim())?.fromMs).toBe(now - 2 * days);
    await dataSource.query("update missed_span set noted_at = now() - interval '1 year'");
    await spans.claim();
    expect((await searches.get('desk', id))?.missed).toMatchObject([{ state: 'lapsed' }]);
  });

  it('keeps no more spans of a search than are bounded, and loses none for that', async () => {
    const { id } = await save('f');
    const now = Date.now();
    const crowd = (lasting: string, from: string, count: number) =>
      dataSource.query(
        `insert into missed_span (search_id, reason, from_at, to_at, pushes, counts_from)
         select s.id, 'failing', at, at, 1, ${from} from saved_search s,
           generate_series(1, $2::integer) n, lateral (select now() + n * interval '${lasting}' as at) t
         where s.id = $1`,
        [id, count],
      );
    await crowd('1 hour', 's.matches_from', SPANS_PER_SEARCH_MAX);
    await crowd('-1 hour', "at - interval '1 millisecond'", MOMENTS_PER_SEARCH_MAX);
    const most = SPANS_PER_SEARCH_MAX + MOMENTS_PER_SEARCH_MAX;
    const later = now + 1_000 * HOUR_MS;
    const earlier = now - 2_000 * HOUR_MS;
    await missedBy(id, later);
    await missedBy(id, earlier);
    const spansThere: unknown[] = await dataSource.query(
      `select count(*)::integer as count, sum(pushes)::integer as pushes, max(to_at) as last,
         min(from_at) as first, min(counts_from) as counting from missed_span where search_id = $1`,
      [id],
    );
    expect(spansThere).toEqual([
      {
        count: most,
        pushes: most + 2,
        last: new Date(later),
        first: new Date(earlier),
        counting: new Date(earlier - 1),
      },
    ]);
  });

  it('knows whom a name stands for by the articles that it is about to match', async () => {
    const { id } = await save('person:"Rukmini Baru"');
    const catchUp = catchUpWith();
    const [before] = await indexed(live({ body: 'Lain.' }));
    await missedBy(id, before?.arrivedAtMs ?? 0);
    await caughtUp(catchUp);
    const body = 'Rukmini Baru tiba.';
    const mentions = [{ field: 'body' as const, start: 0, end: 12 }];
    const entities = [entity('Rukmini Baru', ['Rukmini Baru'], { type: 'PERSON', mentions })];
    const [article] = await indexed(live({ body, entities }));
    await missedBy(id, article?.arrivedAtMs ?? 0);
    await caughtUp(catchUp);
    expect(await toldOf(id)).toContain(article?.articleId);
  });

  it('gives up no article that searches do not show yet, and one that was taken down', async () => {
    const [shown, gone] = await indexed(live(), live());
    const [unknown] = batchStates([live()]).live;
    if (!shown || !gone || !unknown) throw new Error('nothing indexed');
    await indexed(canceled(gone.articleId, 2));
    for (const one of [{ ...shown, rev: 9 }, gone, unknown]) await passedOver.note(one, 'a bug');
    await passedOver.askAgain(undefined);
    await caughtUp();
    const left = (await passedOver.list()).data.map(({ articleId }) => articleId);
    expect(left.sort()).toEqual([shown.articleId, unknown.articleId].sort());
  });

  it('shows of what a search missed so much that it can be read', async () => {
    const { id } = await save('b');
    await missedBy(id, Date.now());
    await dataSource.query(
      `insert into missed_span (search_id, reason, state, from_at, to_at, ended_at)
       select $1, 'failing', 'done', now() - n * interval '1 hour', now(), now()
       from generate_series(1, $2::integer) n`,
      [id, 2 * MISSED_SHOWN_MAX],
    );
    const missed = (await searches.get('desk', id))?.missed ?? [];
    expect(missed).toHaveLength(MISSED_SHOWN_MAX);
    expect(missed.filter(({ state }) => state === 'waiting')).toHaveLength(1);
  });
});
