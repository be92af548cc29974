import { createHash, randomUUID } from 'node:crypto';
import type {
  ArticleContent,
  ArticlePublish,
  ArticleSubmittedV1,
  ArticleTakedown,
} from '@warta/contracts';
import type { BatchSignal, ReceivedEvent } from '@warta/messaging';
import { migrate } from '@warta/postgres';
import { testSchema } from '@warta/postgres/testing';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { migrations } from '../migrations/index.ts';
import { AnnotatorPool } from './enrich-article/annotator-pool.ts';
import type { AnnotatorOptions } from './enrich-article/annotator-pool.ts';

/** Submitted events as the ingestor makes them, and what int-specs need around them. */

export const silent = pino({ level: 'silent' });

const NOON_MS = Date.parse('2026-11-23T12:00:00.000Z');

/** A migrated schema of its own. */
export async function migratedSchema() {
  const schema = await testSchema({ create: false });
  await migrate(schema.settings, { migrations, logger: silent });
  return schema;
}

export function annotatorPool(options: Partial<AnnotatorOptions> = {}): AnnotatorPool {
  return new AnnotatorPool({ workers: 1, ...options }, new Registry());
}

export function publish(
  articleId: string,
  content: string | ArticleContent,
  more: Partial<ArticlePublish> = {},
): ArticlePublish {
  const written = typeof content === 'string' ? { body: content, language: 'id' } : content;
  const { publishedAt, embargoUntil } = more;
  // What the ingestor hashes: a correction is whatever changes one of the three.
  const hashed = JSON.stringify({ content: written, embargoUntil, publishedAt });
  return {
    kind: 'publish',
    articleId,
    feed: 'harian-contoh',
    sourceId: `source-${articleId}`,
    receivedAt: '2026-11-23T12:00:00.000Z',
    submittedBy: 'k7f2m9x4',
    content: written,
    contentHash: createHash('sha256').update(hashed).digest('hex'),
    ...more,
  };
}

export function takedown(articleId: string): ArticleTakedown {
  const { feed, sourceId, receivedAt, submittedBy } = publish(articleId, '');
  const reason = 'asked for by the editor';
  return {
    kind: 'takedown',
    articleId,
    feed,
    ...(sourceId === undefined ? {} : { sourceId }),
    receivedAt,
    submittedBy,
    reason,
  };
}

/** What else is said of an article, with the same feed and source id. */
export function said<Kind extends 'withhold' | 'restore'>(
  kind: Kind,
  articleId: string,
  more: Partial<Extract<ArticleSubmittedV1, { kind: Kind }>> = {},
): ArticleSubmittedV1 {
  const { reason: _, ...origin } = takedown(articleId);
  return { ...origin, kind, ...more } as ArticleSubmittedV1;
}

export function reconsider(articleId: string): ArticleSubmittedV1 {
  const { feed, receivedAt } = publish(articleId, '');
  const cause = 'embargo-due';
  return { kind: 'reconsider', articleId, feed, receivedAt, submittedBy: 'enricher', cause };
}

/** A record of one partition; its offset is also the second after noon at which it arrived. */
export function received(
  event: ArticleSubmittedV1,
  offset: number,
): ReceivedEvent<ArticleSubmittedV1> {
  const atMs = NOON_MS + offset * 1_000;
  return {
    event,
    key: event.articleId,
    topic: 'submitted',
    partition: 3,
    offset: BigInt(offset),
    appendedAtMs: atMs,
    arrival: { atMs, partition: 3, offset: String(offset) },
    attempts: 1,
  };
}

export const newId = (): string => randomUUID();

/** Of a consumer that goes on. */
export const going: BatchSignal = {
  partition: 3,
  aborted: () => false,
  heartbeat: async () => undefined,
};
