import { unnest } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import { deleteMentionsAndQuotes } from './annotation.store.postgres.ts';

/**
 * An entity that so many other articles mention keeps a name only one of them printed; looking
 * through all of a country's articles would outlast every timeout.
 */
const MENTIONS_SEARCHED_MAX = 1_000;

/** One text of one article. */
export interface TextToErase {
  readonly articleId: string;
  readonly contentHash: string;
}

/** Erases these texts. What was found in them is forgotten before. */
export async function eraseTexts(
  manager: EntityManager,
  texts: readonly TextToErase[],
): Promise<void> {
  if (texts.length === 0) return;
  const { sql, parameters } = unnest(texts, {
    article_id: ['uuid', ({ articleId }) => articleId],
    content_hash: ['text', ({ contentHash }) => contentHash],
  });
  await manager.query(
    `delete from revision using ${sql}
     where revision.article_id = given.article_id and revision.content_hash = given.content_hash`,
    parameters,
  );
}

/**
 * Forgets what was found in these articles: annotations, and the names of entities that no other
 * article mentions. The caller holds the rows of the articles and, for the entities, the lock on
 * them. A known name that is still in use elsewhere may go too; the next article that prints it
 * brings it back.
 *
 * @param options.entitiesToo false without the lock on entities: the names then stay.
 */
export async function forgetAnnotations(
  manager: EntityManager,
  articleIds: readonly string[],
  options: { readonly entitiesToo: boolean },
): Promise<void> {
  if (articleIds.length === 0) return;
  const mentioned: { entity_id: string }[] = await manager.query(
    'select distinct entity_id from mention where article_id = any($1)',
    [articleIds],
  );
  await deleteMentionsAndQuotes(manager, articleIds);
  await manager.query(
    `update revision set annotation_more = null
     where article_id = any($1) and annotation_more is not null`,
    [articleIds],
  );
  await manager.query(
    `update article set current_hash = null, extractor = null, extractor_version = null,
       language = null, dates = null, annotation_flags = null
     where id = any($1)`,
    [articleIds],
  );
  if (!options.entitiesToo) return;
  const entityIds = mentioned.map((row) => row.entity_id);
  await manager.query(
    `delete from entity where id = any($1)
       and not exists (select from mention where mention.entity_id = entity.id)`,
    [entityIds],
  );
  await manager.query(
    `delete from entity_alias as known where entity_id = any($1) and not exists (
       select from (
         select aliases from mention where mention.entity_id = known.entity_id
         limit ${MENTIONS_SEARCHED_MAX}
       ) as elsewhere where known.alias = any(elsewhere.aliases)
     )`,
    [entityIds],
  );
}
