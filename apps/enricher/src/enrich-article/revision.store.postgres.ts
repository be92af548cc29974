import type { ArticleContent } from '@warta/contracts';
import { unnest } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import type { ArticleChange } from './article-change.ts';

/** Inserts new contents; a known one gets the better stamp, its text is the same by definition. */
export async function writeRevisions(
  manager: EntityManager,
  changes: readonly ArticleChange[],
  contentsOf: ReadonlyMap<string, ReadonlyMap<string, ArticleContent>>,
): Promise<void> {
  const rows = changes.flatMap(({ id, revisions }) =>
    revisions.map((push) => {
      const content = contentsOf.get(id)?.get(push.contentHash);
      if (content === undefined) throw new Error(`article ${id}: a stamp changed without a push`);
      return { id, push, content };
    }),
  );
  if (rows.length === 0) return;
  const { sql, parameters } = unnest(rows, {
    article_id: ['uuid', ({ id }) => id],
    content_hash: ['text', ({ push }) => push.contentHash],
    version: ['bigint', ({ push }) => push.version],
    updated_at: ['text', ({ push }) => push.updatedAt],
    published_at: ['text', ({ push }) => push.publishedAt],
    embargo_until: ['text', ({ push }) => push.embargoUntil],
    source_id: ['text', ({ push }) => push.sourceId],
    url: ['text', ({ push }) => push.url],
    submitted_by: ['text', ({ push }) => push.submittedBy],
    arrival_at: ['timestamptz', ({ push }) => new Date(push.arrival.atMs).toISOString()],
    arrival_partition: ['integer', ({ push }) => push.arrival.partition],
    arrival_offset: ['bigint', ({ push }) => push.arrival.offset],
    first_arrival_at: ['timestamptz', ({ push: { firstAtMs } }) => instantOf(firstAtMs)],
    title: ['text', ({ content }) => content.title],
    body: ['text', ({ content }) => content.body],
    language: ['text', ({ content }) => content.language],
    byline: ['text', ({ content }) => content.byline],
    section: ['text', ({ content }) => content.section],
    extras: ['json', ({ content }) => content.extras && JSON.stringify(content.extras)],
  });
  await manager.query(
    `insert into revision
       (article_id, content_hash, version, updated_at, published_at, embargo_until, source_id, url,
        submitted_by, arrival_at, arrival_partition, arrival_offset, first_arrival_at, title, body,
        language, byline, section, extras)
     select * from ${sql} order by article_id, content_hash
     on conflict (article_id, content_hash) do update set
       version = excluded.version, updated_at = excluded.updated_at,
       published_at = excluded.published_at, embargo_until = excluded.embargo_until,
       source_id = excluded.source_id, url = excluded.url, submitted_by = excluded.submitted_by,
       arrival_at = excluded.arrival_at, arrival_partition = excluded.arrival_partition,
       arrival_offset = excluded.arrival_offset, first_arrival_at = excluded.first_arrival_at`,
    parameters,
  );
}

function instantOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
