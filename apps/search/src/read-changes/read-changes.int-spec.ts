import { ChangesAnswer, ReadChanges } from '@warta/contracts';
import type { ArticleUpdatedV1 } from '@warta/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { IndexProgress } from '../article-index/index-progress.ts';
import { IndexArticles } from '../index-articles/index-articles.ts';
import type { IndexingOptions } from '../index-articles/index-articles.ts';
import { readArticle } from '../read-article/read-article.ts';
import { InvalidCursorError } from '../search-articles/cursor.ts';
import { SearchParts } from '../search-articles/search-parts.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import { Snapshots } from '../snapshots/snapshots.ts';
import {
  canceled,
  dropIndex,
  hidden,
  indexing,
  live,
  newIndex,
  received,
  signal,
} from '../testing.ts';
import { ChangesReader, IndexGoneBackError } from './read-changes.ts';

const TOPIC = 'warta.article.updated.v1';
const PARTITIONS = 3;
/** Instead of a second: what is written shows sooner, so the test has more moments to go wrong in. */
const FRESH_MS = 60;

let index: ArticleIndex;
let changes: ChangesReader;
let log: Log;

/** The topic of updated articles as the indexer works it in: documents first, then progress. */
class Log {
  readonly #articles: IndexArticles;
  readonly #progress: IndexProgress;
  readonly #ends = Array.from({ length: PARTITIONS }, () => 0n);

  constructor(of: ArticleIndex) {
    this.#articles = new IndexArticles(of, { metrics: indexing(of).metrics });
    this.#progress = new IndexProgress(of, () => {});
  }

  /** @param originsOf what the documents say of their records, if not what is so. */
  async work(
    partition: number,
    states: readonly ArticleUpdatedV1[],
    originsOf?: IndexingOptions['originsOf'],
  ): Promise<void> {
    const start = this.#ends[partition] ?? 0n;
    const batch = received(...states).map((one, at) => ({
      ...one,
      partition,
      offset: start + BigInt(at),
    }));
    const articles =
      originsOf === undefined
        ? this.#articles
        : new IndexArticles(index, { metrics: indexing(index).metrics, originsOf });
    await articles.handle(batch, signal);
    const nextOffset = start + BigInt(states.length);
    const last = { offset: nextOffset - 1n, fingerprint: String(nextOffset) };
    await this.#progress.save(TOPIC, partition, { nextOffset, last });
    this.#ends[partition] = nextOffset;
  }

  /** The topic is another one, and a person has accepted that. */
  async makeAnew(partition: number): Promise<void> {
    await this.#progress.save(TOPIC, partition, { nextOffset: 0n });
    this.#ends[partition] = 0n;
  }
}

beforeAll(async () => {
  index = await newIndex();
  const refresh_interval = '40ms';
  await index.client.indices.putSettings({
    index: index.names.first,
    settings: { refresh_interval },
  });
  const snapshots = new Snapshots(index, FRESH_MS);
  changes = new ChangesReader(new SearchParts(searchParts(index), snapshots), TOPIC);
  log = new Log(index);
});
afterAll(() => dropIndex(index));

const read = async (request: object): Promise<ChangesAnswer> => {
  const answer = await changes.read(ReadChanges.parse(request));
  return ChangesAnswer.parse(JSON.parse(JSON.stringify(answer)));
};

/** What a copy kept elsewhere makes of the changes. */
class Mirror {
  readonly articles = new Map<string, ChangesAnswer['data'][number]>();
  readonly #filters: object;
  next: string | undefined;

  constructor(filters: object = {}) {
    this.#filters = filters;
  }

  /** Reads until there is nothing more just now. */
  async follow(size = 7, since = 'beginning'): Promise<number> {
    let told = 0;
    for (;;) {
      const place = this.next === undefined ? { since } : { cursor: this.next };
      const answer = await read({ ...this.#filters, ...place, size });
      for (const change of answer.data) {
        if ((this.articles.get(change.id)?.rev ?? 0) <= change.rev) {
          this.articles.set(change.id, change);
        }
      }
      told += answer.data.length;
      this.next = answer.next;
      if (answer.upToDate) return told;
    }
  }

  /** Reads until it has seen some state of an article. */
  async until(id: string, rev: number): Promise<void> {
    while ((this.articles.get(id)?.rev ?? 0) < rev) {
      await this.follow();
      await sleep(20);
    }
  }
}

/** Numbers that are the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

const fresh = (parts: object = {}) => live({ body: 'Harga beras naik.', ...parts });

describe('the feed of changes', () => {
  it('makes a copy that equals the index, whatever is written while it is read', async () => {
    const random = numbers(6);
    const partitionOf = new Map<string, number>();
    const newest = new Map<string, ArticleUpdatedV1>();
    const write = async () => {
      for (let batch = 0; batch < 60; batch += 1) {
        const partition = random(PARTITIONS);
        const states = Array.from({ length: 1 + random(6) }, () => {
          const own = [...newest.values()].filter(
            ({ articleId }) => partitionOf.get(articleId) === partition,
          );
          const known = random(3) === 0 ? undefined : own[random(own.length || 1)];
          const { articleId } = known ?? live();
          const rev = (known?.rev ?? 0) + 1;
          const at = '2026-12-24T00:00:00Z';
          const state =
            random(5) > 0
              ? fresh({ articleId, rev, body: `Isi ke-${rev}.` })
              : random(2) > 0
                ? canceled(articleId, rev)
                : hidden(articleId, rev, { status: 'withheld', withheldAt: at });
          partitionOf.set(articleId, partition);
          newest.set(articleId, state);
          return state;
        });
        await log.work(partition, states);
      }
    };
    const [copy, other] = [new Mirror(), new Mirror()];
    const isWriting = { now: true };
    const keepReading = async (mirror: Mirror, size: number) => {
      while (isWriting.now) await mirror.follow(size);
    };
    await Promise.all([
      write().finally(() => (isWriting.now = false)),
      keepReading(copy, 1),
      keepReading(other, 500),
    ]);
    const last = fresh();
    await log.work(0, [last]);
    for (const mirror of [copy, other]) {
      await mirror.until(last.articleId, 1);
      expect(mirror.articles.size).toBe(newest.size + 1);
      for (const [id, { rev, status }] of newest) {
        const told = mirror.articles.get(id);
        expect(told).toMatchObject({ rev, status });
        const found = await readArticle(index, id);
        if (told?.status === 'live' && found.status === 'live') {
          expect(told.article).toEqual(JSON.parse(JSON.stringify(found.article)));
        }
      }
    }
    expect(await copy.follow()).toBe(0);
  });

  it('begins with what comes next unless told otherwise', async () => {
    const before = fresh();
    await log.work(0, [before]);
    await new Mirror().until(before.articleId, 1);
    const mirror = new Mirror();
    expect(await mirror.follow(7, 'now')).toBe(0);
    const after = fresh();
    await log.work(0, [after]);
    await mirror.until(after.articleId, 1);
    expect([...mirror.articles.keys()]).toEqual([after.articleId]);
  });

  it('with filters tells what they match, what they match no more, and every withdrawal', async () => {
    const mirror = new Mirror({ q: 'cabai' });
    await mirror.follow(7, 'now');
    const [match, leaves, never, gone] = ['cabai', 'cabai', 'beras', 'beras'].map((word) =>
      fresh({ title: word }),
    );
    if (!match || !leaves || !never || !gone) throw new Error('four articles');
    await log.work(1, [match, leaves, never, gone]);
    await mirror.until(match.articleId, 1);
    expect([...mirror.articles.keys()].sort()).toEqual([match.articleId, leaves.articleId].sort());
    await log.work(1, [
      fresh({ articleId: leaves.articleId, rev: 2, title: 'beras' }),
      canceled(gone.articleId, 2),
    ]);
    await mirror.until(gone.articleId, 2);
    expect(mirror.articles.get(leaves.articleId)).toEqual({
      id: leaves.articleId,
      status: 'unmatched',
      rev: 2,
      feed: leaves.feed,
    });
    expect(mirror.articles.get(gone.articleId)?.status).toBe('canceled');
    expect(mirror.articles.has(never.articleId)).toBe(false);
  });

  it('tells first of articles whose record is not known, and again when the index is another one', async () => {
    const { metrics } = indexing(index);
    const old = new IndexArticles(index, {
      metrics,
      originsOf: async (batch) => batch.map(() => ({})),
    });
    const states = [fresh(), fresh(), fresh()];
    await old.handle(received(...states), signal);
    await index.client.indices.refresh({ index: index.names.write });
    await sleep(2 * FRESH_MS);
    const mirror = new Mirror();
    await mirror.follow(2);
    for (const { articleId } of states) expect(mirror.articles.has(articleId)).toBe(true);
    expect(await mirror.follow(2)).toBe(0);
    const cursor = JSON.parse(Buffer.from(mirror.next ?? '', 'base64url').toString()) as object;
    const elsewhere = { ...cursor, index: 'another' };
    mirror.next = Buffer.from(JSON.stringify(elsewhere)).toString('base64url');
    expect(await mirror.follow(2)).toBe(states.length);
    expect(await mirror.follow(2)).toBe(0);
  });

  it('tells what a version before writes without its record, also to a reader who is through', async () => {
    const first = fresh();
    await log.work(0, [first]);
    const mirror = new Mirror();
    await mirror.until(first.articleId, 1);
    const states = [fresh(), canceled(first.articleId, 2)];
    await log.work(0, states, async (batch) => batch.map(() => ({})));
    for (const { articleId, rev } of states) await mirror.until(articleId, rev);
    expect(mirror.articles.get(first.articleId)?.status).toBe('canceled');
    expect(await mirror.follow()).toBe(0);
  });

  describe('after a topic was made anew', () => {
    let next: string | undefined;
    let old: ArticleUpdatedV1;
    let another: ArticleUpdatedV1;
    beforeAll(async () => {
      old = fresh();
      await log.work(2, [fresh(), fresh(), old]);
      const mirror = new Mirror();
      await mirror.until(old.articleId, 1);
      next = mirror.next;
      await log.makeAnew(2);
      another = fresh();
      await log.work(2, [another]);
      // Whoever begins in a state from before is, in the next one, a reader who was further.
      await index.client.indices.refresh({ index: index.names.write });
      await sleep(2 * FRESH_MS);
      await new Mirror().until(another.articleId, 1);
    });

    it('tells everything to whoever begins again', async () => {
      const mirror = new Mirror();
      await mirror.follow();
      const { count } = await index.client.count({
        index: index.names.read,
        query: { exists: { field: 'articleId' } },
      });
      expect(mirror.articles.size).toBe(count);
      expect(mirror.articles.has(old.articleId)).toBe(true);
      expect(await mirror.follow()).toBe(0);
    });

    it('does not tell a reader who was further that it is up to date', async () => {
      await expect(read({ cursor: next })).rejects.toThrow(IndexGoneBackError);
    });

    it('tells that reader what is new once the topic is longer than it was', async () => {
      const more = Array.from({ length: 100 }, () => fresh());
      await log.work(2, more);
      await new Mirror().until(more.at(-1)?.articleId ?? '', 1);
      const mirror = new Mirror();
      mirror.next = next;
      await mirror.follow();
      for (const { articleId } of [another, ...more]) {
        expect(mirror.articles.has(articleId)).toBe(true);
      }
      expect(await mirror.follow()).toBe(0);
    });
  });

  it('refuses a cursor of other filters, a made-up one, and one beside since', async () => {
    const { next: cursor } = await read({});
    await expect(read({ cursor, q: 'beras' })).rejects.toThrow(InvalidCursorError);
    await expect(read({ cursor: 'e30' })).rejects.toThrow(InvalidCursorError);
    await expect(read({ cursor, since: 'now' })).rejects.toThrow('with a cursor');
  });
});
