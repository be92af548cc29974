import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleHit, ArticleView, PushAccepted, PushArticle } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';
import { projectRoot } from './dev-settings.ts';
import type { WartaClient } from './warta-client.ts';

export const sampleFeed = 'contoh';
const SAMPLE_FILE = 'samples/kim-putin-pesan.json';
/** Words of the sample that show a highlight. */
export const SAMPLE_QUERY = 'kerja sama strategis';
/** A cold start on a busy machine: consumers join, Elasticsearch warms up. */
const SEARCHABLE_DEADLINE_MS = 90_000;
const POLL_MS = 50;

export interface SampleRun {
  accepted: PushAccepted;
  article: ArticleView;
  hit: ArticleHit;
  searchableMs: number;
}

/**
 * Pushes the sample as a feed would and waits until the search finds that very revision.
 * The stamp tells it from the one an earlier start pushed under the same id.
 */
export async function runSample(
  client: WartaClient,
  sourceId: string,
  signal?: AbortSignal,
): Promise<SampleRun> {
  const sample = JSON.parse(readFileSync(join(projectRoot, SAMPLE_FILE), 'utf8')) as PushArticle;
  const updatedAt = new Date().toISOString();
  const pushedAtMs = performance.now();
  const accepted = await client.push({ ...sample, feed: sampleFeed, id: sourceId, updatedAt });
  const look = async () => {
    const answer = await client.search({
      q: SAMPLE_QUERY,
      feed: sampleFeed,
      size: '100',
      sort: 'newest',
    });
    return answer.data.find(
      (each) => each.id === accepted.id && sameInstant(each.updatedAt, updatedAt),
    );
  };
  const hit = await until(`article ${accepted.id} to be searchable`, look, signal);
  const searchableMs = performance.now() - pushedAtMs;
  const article = await client.read(accepted.id);
  if (article === undefined || article === 'gone') {
    throw new CliError(`The search found ${accepted.id} but GET says ${article ?? 'not found'}.`);
  }
  return { accepted, article, hit, searchableMs };
}

/** Remembers the source id of a run, so that the next run can take its article down. */
export class SampleJournal {
  readonly #file: string;

  constructor(stateDir: string) {
    this.#file = join(stateDir, 'sample-of-last-run');
  }

  get previous(): string | undefined {
    return existsSync(this.#file) ? readFileSync(this.#file, 'utf8').trim() : undefined;
  }

  remember(sourceId: string): void {
    writeFileSync(this.#file, `${sourceId}\n`);
  }

  /** Takes the article of the previous run down and waits until the search says so. */
  async withdrawPrevious(client: WartaClient, signal?: AbortSignal): Promise<string | undefined> {
    const sourceId = this.previous;
    if (sourceId === undefined) return undefined;
    const { id } = await client.takeDown(sampleFeed, { id: sourceId });
    const look = async () => (await client.read(id)) === 'gone';
    await until(`article ${id} to be taken down`, look, signal);
    rmSync(this.#file, { force: true });
    return id;
  }
}

/** @throws CliError after a while; the signal's reason as soon as it aborts. */
async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  signal?: AbortSignal,
): Promise<T> {
  const deadlineMs = performance.now() + SEARCHABLE_DEADLINE_MS;
  for (;;) {
    signal?.throwIfAborted();
    const found = await look();
    if (found) return found;
    if (performance.now() > deadlineMs) {
      throw new CliError(
        `Waited ${SEARCHABLE_DEADLINE_MS / 1000} s for ${what}. See: ./warta status, ./warta logs`,
        exitCodes.timeout,
      );
    }
    await sleep(POLL_MS);
  }
}

function sameInstant(left: string | undefined, right: string): boolean {
  return left !== undefined && Date.parse(left) === Date.parse(right);
}
