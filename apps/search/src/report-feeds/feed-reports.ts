import type { FeedRecord, FeedReport, FeedReports } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { countFeeds, countHours } from './count-feeds.ts';
import type { FeedCounts } from './count-feeds.ts';
import { HOUR_MS, learnRhythm, unusualSilence } from './feed-rhythm.ts';
import type { FeedRhythm } from './feed-rhythm.ts';

/** Counts that are shown to people, who ask again when they want them newer. */
const COUNTS_FRESH_MS = 5_000;

/** A rhythm is of weeks; learning it costs a request for every 64 feeds. */
const RHYTHM_FRESH_MS = 10 * 60_000;

interface Learnt {
  readonly atMs: number;
  readonly rhythms: ReadonlyMap<string, FeedRhythm | undefined>;
}

/** Whoever knows which feeds are registered. */
export interface FeedRegister {
  listFeeds(): FeedRecord[];
  feed(name: string): FeedRecord | undefined;
}

/**
 * What the index shows of every feed, joined with what is registered: a feed that never pushed
 * shows, too. Counts are some seconds old at most, rhythms some minutes.
 */
export class FeedReportsReader {
  readonly #index: ArticleIndex;
  readonly #register: FeedRegister;
  readonly #now: () => number;
  #learnt: Learnt | undefined;
  #latest: FeedReports | undefined;
  #latestAtMs = -Infinity;
  #reading: Promise<FeedReports> | undefined;

  constructor(index: ArticleIndex, register: FeedRegister, now: () => number = Date.now) {
    this.#index = index;
    this.#register = register;
    this.#now = now;
  }

  /** @throws TransientError when Elasticsearch cannot answer. */
  async all(): Promise<FeedReports> {
    if (this.#latest !== undefined && this.#now() - this.#latestAtMs < COUNTS_FRESH_MS) {
      return this.#latest;
    }
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** The last answer of `all`, however old. */
  get latest(): FeedReports | undefined {
    return this.#latest;
  }

  /**
   * One feed, with its hours of the week; undefined when it is neither registered nor in the index.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async one(feed: string): Promise<FeedReport | undefined> {
    const nowMs = this.#now();
    const { feeds } = await countFeeds(this.#index, nowMs, feed);
    const [counts] = feeds;
    const record = this.#register.feed(feed);
    if (counts === undefined && record === undefined) return undefined;
    const hours = await countHours(this.#index, feeds);
    const rhythm = learnRhythm(hours.get(feed) ?? []);
    const report = reportOf({ feed, counts, record, rhythm }, nowMs);
    if (report.rhythm === undefined || rhythm === undefined) return report;
    const { activeByHourOfWeek } = rhythm;
    return { ...report, rhythm: { ...report.rhythm, activeByHourOfWeek: [...activeByHourOfWeek] } };
  }

  async #read(): Promise<FeedReports> {
    const nowMs = this.#now();
    const { feeds, isComplete } = await countFeeds(this.#index, nowMs);
    const rhythms = await this.#rhythmsOf(feeds, nowMs);
    const counted = new Map(feeds.map((counts) => [counts.feed, counts]));
    const registered = new Map(this.#register.listFeeds().map((record) => [record.feed, record]));
    const names = [...new Set([...counted.keys(), ...registered.keys()])].sort();
    const reports = names.map((feed) =>
      reportOf(
        {
          feed,
          counts: counted.get(feed),
          record: registered.get(feed),
          rhythm: rhythms.get(feed),
        },
        nowMs,
      ),
    );
    this.#latest = {
      feeds: reports,
      silent: reports.filter(({ silence }) => silence !== undefined).length,
      complete: isComplete,
      asOf: new Date(nowMs).toISOString(),
    };
    this.#latestAtMs = nowMs;
    return this.#latest;
  }

  async #rhythmsOf(feeds: readonly FeedCounts[], nowMs: number): Promise<Learnt['rhythms']> {
    const learnt = this.#learnt;
    const isFresh = learnt !== undefined && nowMs - learnt.atMs < RHYTHM_FRESH_MS;
    if (isFresh) return learnt.rhythms;
    const hours = await countHours(this.#index, feeds);
    const rhythms = new Map([...hours].map(([feed, of]) => [feed, learnRhythm(of)]));
    this.#learnt = { atMs: nowMs, rhythms };
    return rhythms;
  }
}

const none = { live: 0, held: 0, withheld: 0, canceled: 0 };

function reportOf(
  found: {
    feed: string;
    counts: FeedCounts | undefined;
    record: FeedRecord | undefined;
    rhythm: FeedRhythm | undefined;
  },
  nowMs: number,
): FeedReport {
  const { feed, counts, record, rhythm } = found;
  const state = record?.state ?? 'unregistered';
  const lastNewsMs = counts?.lastNewsMs;
  const silence =
    rhythm === undefined || lastNewsMs === undefined || state === 'paused'
      ? undefined
      : silenceOf(rhythm, lastNewsMs, nowMs);
  return {
    feed,
    ...(record?.title !== undefined && { title: record.title }),
    state,
    articles: counts?.articles ?? { last24Hours: none, last7Days: none, all: none },
    ...(lastNewsMs !== undefined && { lastNewsAt: new Date(lastNewsMs).toISOString() }),
    ...(rhythm && {
      rhythm: {
        pushesPerDay: rounded(rhythm.pushesPerDay),
        usualSilenceHours: rhythm.usualSilenceHours,
      },
    }),
    ...(silence && { silence }),
  };
}

function silenceOf(rhythm: FeedRhythm, lastNewsMs: number, nowMs: number): FeedReport['silence'] {
  const silence = unusualSilence(rhythm, lastNewsMs, nowMs);
  if (silence === undefined) return undefined;
  const since = new Date(lastNewsMs).toISOString();
  const hours = Math.floor((nowMs - lastNewsMs) / HOUR_MS);
  const missed = rounded(silence.missed);
  const usualHours = rhythm.usualSilenceHours;
  return {
    since,
    hours,
    usualHours,
    missed,
    warning:
      `Nothing new since ${since}, for ${hours} hours. In ${missed} of them something would have come; ` +
      `the longest silence that is usual has ${usualHours} hours.`,
  };
}

/** For people: no more digits than mean something. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
