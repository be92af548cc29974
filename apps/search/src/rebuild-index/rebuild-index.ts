import { setTimeout as sleep } from 'node:timers/promises';
import { TransientError } from '@warta/messaging';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { FillIndex } from './fill-index.ts';
import type { Ends, FillParts } from './fill-index.ts';
import { compareIndices, stillDiffering } from './index-differences.ts';
import type { Compared, Differences } from './index-differences.ts';
import { beginRebuild, tidyEnded } from './begin-rebuild.ts';
import { endFilling, readIndices, targetOf } from './rebuild-target.ts';
import { RebuildProgress } from './rebuild-progress.ts';
import { swapIndex } from './swap-index.ts';

const LOOK_EVERY_MS = 250;
/** Whoever gets this far behind the end of a log follows it. */
const FOLLOWING_MS = 3_000;
const SWAP_TRIES_MAX = 5;
const IDS_TOLD_MAX = 5;

/** The rebuild cannot end, the old index goes on answering; the message says what to do. */
export class RebuildError extends Error {
  override readonly name = 'RebuildError';
}

/** Records that the new index needs have expired, or are not what they were. */
class LostPlaceError extends RebuildError {}

export interface RebuildOptions extends Omit<FillParts, 'onFatal'> {
  readonly index: ArticleIndex;
  /** What people read while they wait. */
  readonly say: (message: string) => void;
  /** Swaps although articles differ: what Postgres does not have shall not be in the index either. */
  readonly acceptsDifferences?: boolean;
  readonly limits?: Partial<RebuildLimits>;
}

export interface RebuildLimits {
  /** Nothing new in the new index for so long, although there is more to read: something is wrong. */
  readonly stalledMs: number;
  /** Articles that differ for so long although all is read will not stop to. */
  readonly differingMs: number;
  /** For so long at most nothing is indexed while the aliases move; usually below a second. */
  readonly blockedMs: number;
}

const LIMITS: RebuildLimits = { stalledMs: 120_000, differingMs: 30_000, blockedMs: 10_000 };

export interface RebuildReport {
  /** The index that answers now, and the one that did. */
  readonly index: string;
  readonly old: string;
  readonly articles: number;
  /** Articles that the old index did not have. */
  readonly onlyNew: number;
  readonly differing: number;
}

/**
 * Fills a new index beside the one that answers and puts it in its place once it has everything
 * that the old one has. Ended at any point, it goes on where it was when it is run again, in the
 * same new index; until the last step nobody notices anything. The old index is kept.
 * @throws RebuildError, or what Elasticsearch and Kafka answer.
 */
export async function rebuildIndex(options: RebuildOptions): Promise<RebuildReport> {
  const { index, say } = options;
  const limits = { ...LIMITS, ...options.limits };
  const { name, current, isContinued, isTidied } = await beginRebuild(index);
  if (isTidied) say('a rebuild that had ended before is tidied up');
  say(`${isContinued ? 'going on with' : 'filling'} ${name}; ${current} goes on answering`);

  const target = targetOf(index);
  let fatal: Error | undefined;
  const filling = new FillIndex(index, target, { ...options, onFatal: (why) => (fatal ??= why) });
  const run: Run = { options, limits, filling, name, current, fatal: () => fatal };
  try {
    await filling.start();
    await assertTold(run);
    await fill(run);
    await endFilling(index, name);
    const found = await settle(run);
    await swap(run);
    say(`${name} answers now; ${current} is kept until it is dropped`);
    const { compared, onlyNew, count } = found;
    const articles = compared + onlyNew;
    return { index: name, old: current, articles, onlyNew, differing: count };
  } catch (error) {
    if (!(error instanceof LostPlaceError)) throw error;
    await filling.stop();
    // Another run may have put it in its place meanwhile.
    if ((await readIndices(index)).current !== name) {
      await index.client.indices.delete({ index: name });
    }
    throw error;
  } finally {
    await filling.stop();
    await tidyEnded(index);
  }
}

interface Run {
  readonly options: RebuildOptions;
  readonly limits: RebuildLimits;
  readonly filling: FillIndex;
  readonly name: string;
  readonly current: string;
  readonly fatal: () => Error | undefined;
}

async function assertTold({ filling, options: { index } }: Run): Promise<void> {
  const [told, { count }] = await Promise.all([
    filling.told(),
    index.client.count({ index: index.names.read, query: { exists: { field: 'articleId' } } }),
  ]);
  if (told === 0 && count > 0) {
    throw new RebuildError(
      `there are no states in ${filling.rebuild.topic}: let the enricher publish them first (its job publish-states), then run this again within a day`,
    );
  }
}

/** Until the new index has what was in both topics a moment ago: more comes all the time. */
async function fill(run: Run): Promise<void> {
  const { options, filling, limits } = run;
  const progress = new RebuildProgress(options.say);
  let goal: { ends: Ends; atMs: number } | undefined;
  let [read, readAtMs] = [-1, performance.now()];
  for (;;) {
    assertGoingOn(run);
    const filled = await patiently(run, () => filling.filled());
    const nowMs = performance.now();
    progress.tell(filled);
    if (goal !== undefined && filled.reaches(goal.ends)) {
      if (nowMs - goal.atMs < FOLLOWING_MS) break;
      goal = undefined;
    }
    goal ??= { ends: filled.ends, atMs: nowMs };
    if (filled.read > read) [read, readAtMs] = [filled.read, nowMs];
    if (nowMs - readAtMs > limits.stalledMs) {
      throw new RebuildError(
        `nothing was read for ${limits.stalledMs / 1_000} s although ${filled.left} records are left: see the lines above; run it again to go on`,
      );
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/**
 * Asks again while there is no answer, as the consumers that fill the index do: a busy node is no
 * reason to end what takes hours.
 */
async function patiently<T>({ options, limits }: Run, ask: () => Promise<T>): Promise<T> {
  for (const sinceMs = performance.now(); ; await sleep(LOOK_EVERY_MS)) {
    try {
      return await ask();
    } catch (error) {
      const isLong = performance.now() - sinceMs > limits.stalledMs;
      if (isLong || !(error instanceof TransientError)) throw error;
      options.say(`${error.message}: asking again`);
    }
  }
}

/** A new index that has lost its place in the log is of no use: the next run makes another one. */
function assertGoingOn({ filling, name, fatal }: Run): void {
  const error = fatal();
  if (error !== undefined) throw error;
  const { halted } = filling;
  if (halted !== undefined) {
    throw new LostPlaceError(`${name} is deleted, run this again for a new one: ${halted}`);
  }
}

/** Until the new index has every article of the old one in the same state or a newer one. */
async function settle(run: Run): Promise<Differences> {
  const { options, current, name, limits } = run;
  for (;;) {
    const found = await patiently(run, () =>
      askIndex(options.index, 'comparing', () => compareIndices(options.index, current, name)),
    );
    options.say(
      `compared ${found.compared} articles: ${found.count} differ, ${found.onlyNew} are new`,
    );
    const open = await wait(run, found.first);
    if (open.length > 0) {
      if (options.acceptsDifferences === true) return { ...found, count: open.length };
      throw new RebuildError(
        `${open.length} articles differ for ${limits.differingMs / 1_000} s, such as ${idsOf(open)}: let the enricher publish all states again and run this again, or accept it with --accept-differences`,
      );
    }
    if (found.count === found.first.length) return { ...found, count: 0 };
  }
}

/** @returns the articles that still differ when none of them has stopped to for long enough. */
async function wait(run: Run, differing: readonly Compared[]): Promise<readonly Compared[]> {
  const { options, name, limits } = run;
  let open = differing;
  for (let sinceMs = performance.now(); open.length > 0; await sleep(LOOK_EVERY_MS)) {
    assertGoingOn(run);
    const still = await patiently(run, () =>
      askIndex(options.index, 'comparing', () => stillDiffering(options.index, name, open)),
    );
    if (still.length < open.length) sinceMs = performance.now();
    else if (performance.now() - sinceMs > limits.differingMs) break;
    open = still;
  }
  return open;
}

function idsOf(articles: readonly Compared[]): string {
  const ids = articles.slice(0, IDS_TOLD_MAX).map(({ id }) => id);
  return ids.join(', ');
}

async function swap(run: Run): Promise<void> {
  const { options, filling, limits, current, name } = run;
  const { topic, partitions } = filling.live;
  for (let tries = 1; tries <= SWAP_TRIES_MAX; tries += 1) {
    await fill(run);
    const blockedMsMax = limits.blockedMs;
    const { index } = options;
    const startedMs = performance.now();
    if (await swapIndex({ index, current, next: name, topic, partitions, blockedMsMax })) {
      const tookMs = Math.round(performance.now() - startedMs);
      return options.say(`the aliases are moved; writes waited for ${tookMs} ms at most`);
    }
    options.say(`${name} was not as far as ${current} within ${blockedMsMax / 1_000} s: once more`);
  }
  throw new RebuildError(
    `${name} did not get as far as ${current} in ${SWAP_TRIES_MAX} tries: run it again when less is published`,
  );
}
