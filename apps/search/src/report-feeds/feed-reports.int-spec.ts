import { randomUUID } from 'node:crypto';
import type { FeedRecord, LiveArticle } from '@warta/contracts';
import { FeedReport, FeedReports } from '@warta/contracts';
import { Registry } from 'prom-client';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { canceled, dropIndex, hidden, indexStates, live, newIndex } from '../testing.ts';
import { FeedReportsReader } from './feed-reports.ts';
import { HOUR_MS } from './feed-rhythm.ts';
import { silentFeedsGauge } from './silent-feeds-gauge.ts';

const DAY_HOURS = 24;
/** A Wednesday, so that weekdays come before it. */
const NOW = Date.parse('2026-11-18T12:30:00.000Z');

let index: ArticleIndex;
afterAll(() => dropIndex(index));

const pushed = (feed: string, hoursAgo: number): LiveArticle => {
  const at = new Date(NOW - hoursAgo * HOUR_MS).toISOString();
  return live({ feed, arrival: { at, partition: 0, offset: String(hoursAgo) } });
};
const every = (feed: string, hours: number, from: number, until: number) =>
  Array.from({ length: Math.ceil((until - from) / hours) }, (_, at) =>
    pushed(feed, from + at * hours),
  );

const record = (feed: string, state: FeedRecord['state'], title?: string): FeedRecord => ({
  kind: 'feed',
  feed,
  state,
  defaults: {},
  junkLines: [],
  secrets: [],
  createdAt: '2026-11-01T00:00:00Z',
  changedAt: '2026-11-01T00:00:00Z',
  changedBy: 'first-admin',
  ...(title !== undefined && { title }),
});
const registered = [
  record('harian-contoh', 'active', 'Harian Contoh'),
  record('jeda', 'paused'),
  record('baru', 'active'),
];
const register = {
  listFeeds: () => registered,
  feed: (name: string) => registered.find(({ feed }) => feed === name),
};
let now = NOW;
const reader = () => new FeedReportsReader(index, register, () => now);
const reports = async (of = reader()) => {
  const answer = FeedReports.parse(await of.all());
  return { ...answer, named: new Map(answer.feeds.map((report) => [report.feed, report])) };
};

beforeAll(async () => {
  index = await newIndex();
  const fourWeeks = 28 * DAY_HOURS;
  const steady = every('harian-contoh', 2, 1, fourWeeks);
  const changed = steady.slice(0, 3).map(({ articleId, arrival }, at) => {
    const id = [articleId, 2] as const;
    const withheldAt = arrival.at;
    const embargoUntil = '2027-01-01T00:00:00Z';
    if (at === 0) return { ...canceled(...id), arrival };
    const state =
      at === 1
        ? { status: 'held' as const, embargoUntil }
        : { status: 'withheld' as const, withheldAt };
    return { ...hidden(...id, state), arrival };
  });
  await indexStates(
    index,
    ...steady,
    ...every('diam', 1, 3 * DAY_HOURS, fourWeeks),
    ...every('lama', 2, 60 * DAY_HOURS, 80 * DAY_HOURS),
    ...every('jeda', 1, 5 * DAY_HOURS, 20 * DAY_HOURS),
    pushed('jarang', 200),
  );
  await indexStates(index, ...changed);
}, 60_000);

describe('the report on feeds', () => {
  it('counts articles by what became of them and when they came, and says when a feed last brought something new', async () => {
    const { named, complete } = await reports();
    expect(named.get('harian-contoh')).toMatchObject({
      title: 'Harian Contoh',
      state: 'active',
      articles: {
        last24Hours: { live: 9, held: 1, withheld: 1, canceled: 1 },
        last7Days: { live: 81, held: 1, withheld: 1, canceled: 1 },
        all: { live: 333, held: 1, withheld: 1, canceled: 1 },
      },
      lastNewsAt: '2026-11-18T09:30:00.000Z',
    });
    expect(complete).toBe(true);
  });

  it('warns of a feed that is silent longer than is usual, also for months, and of no other', async () => {
    const { named, silent, feeds } = await reports();
    const warned = feeds.filter(({ silence }) => silence !== undefined).map(({ feed }) => feed);
    expect(warned).toEqual(['diam', 'lama']);
    expect(silent).toBe(2);
    expect(named.get('diam')?.silence).toMatchObject({
      since: '2026-11-15T12:30:00.000Z',
      hours: 72,
      usualHours: 0,
      missed: 71,
      warning: expect.stringMatching(/^Nothing new since 2026-11-15T12:30:00.000Z, for 72 hours/),
    });
    expect(named.get('harian-contoh')?.rhythm).toEqual({ pushesPerDay: 12, usualSilenceHours: 1 });
    expect(named.get('jarang')?.rhythm).toBeUndefined();
  });

  it('has registered feeds that never pushed and those only keys name, and leaves paused ones in peace', async () => {
    const { named } = await reports();
    const none = { live: 0, held: 0, withheld: 0, canceled: 0 };
    const articles = { last24Hours: none, last7Days: none, all: none };
    expect(named.get('baru')).toEqual({ feed: 'baru', state: 'active', articles });
    expect(named.get('jeda')).toMatchObject({ state: 'paused' });
    expect(named.get('jeda')?.silence).toBeUndefined();
    expect(named.get('diam')?.state).toBe('unregistered');
  });

  it('of one feed also has its hours of the week, and none of a feed nobody knows', async () => {
    const one = FeedReport.parse(await reader().one('harian-contoh'));
    const { rhythm, ...rest } = (await reports()).named.get('harian-contoh') ?? {};
    expect(one).toMatchObject(rest);
    expect(one.rhythm).toMatchObject(rhythm ?? {});
    expect(one.rhythm?.activeByHourOfWeek).toHaveLength(168);
    expect(await reader().one('baru')).toMatchObject({ feed: 'baru', state: 'active' });
    expect(await reader().one('tak-ada')).toBeUndefined();
  });

  it('does not take a takedown or a restore for a sign of life', async () => {
    const { articleId, arrival } = pushed('diam', 0);
    const restored = { status: 'withheld' as const, withheldAt: arrival.at };
    await indexStates(
      index,
      { ...canceled(articleId, 1), feed: 'diam', arrival },
      { ...hidden(randomUUID(), 1, restored), feed: 'diam', arrival },
    );
    const { named } = await reports();
    expect(named.get('diam')).toMatchObject({
      lastNewsAt: '2026-11-15T12:30:00.000Z',
      articles: { last24Hours: { live: 0, withheld: 1, canceled: 1 } },
    });
    expect(named.get('diam')?.silence).toBeDefined();
  });

  it('is some seconds old at most, and a push ends the silence', async () => {
    const of = reader();
    expect((await reports(of)).named.get('diam')?.silence).toBeDefined();
    await indexStates(index, pushed('diam', 0));
    now = NOW + 4_000;
    expect((await reports(of)).named.get('diam')?.silence).toBeDefined();
    now = NOW + 6_000;
    expect((await reports(of)).named.get('diam')?.silence).toBeUndefined();
  });
});

it('the gauge of silent feeds has no value before the first answer, then the number of them', async () => {
  const registry = new Registry();
  const of = reader();
  silentFeedsGauge(registry, of);
  expect(await registry.metrics()).not.toMatch(/^warta_silent_feeds /m);
  await of.all();
  expect(await registry.metrics()).toMatch(/^warta_silent_feeds 1$/m);
});
