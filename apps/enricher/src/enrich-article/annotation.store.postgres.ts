import type { AnnotatedEntity, AnnotatedField, Annotation } from '@warta/contracts';
import { nameKeyOfCorrections } from '@warta/nlp/corrections';
import { unnest } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import { mentionsIn, moreOfAnnotation, moreOfEntity, moreOfQuote } from './annotation-more.ts';

interface ArticleAnnotation {
  readonly articleId: string;
  readonly annotation: Annotation;
}

/** Replaces what the extractor found in these articles. Their rows are locked by the caller. */
export async function replaceAnnotations(
  manager: EntityManager,
  annotated: readonly ArticleAnnotation[],
): Promise<void> {
  if (annotated.length === 0) return;
  await deleteMentionsAndQuotes(
    manager,
    annotated.map(({ articleId }) => articleId),
  );
  await insertEntities(manager, annotated);
  await insertMentions(manager, annotated);
  await insertQuotes(manager, annotated);
  await updateArticles(manager, annotated);
  await updateRevisions(manager, annotated);
}

export async function deleteMentionsAndQuotes(
  manager: EntityManager,
  articleIds: readonly string[],
): Promise<void> {
  await manager.query('delete from mention where article_id = any($1)', [articleIds]);
  await manager.query('delete from quote where article_id = any($1)', [articleIds]);
}

/**
 * Many batches meet on these rows: they are only ever inserted, each once, in the order of their
 * keys, so that two batches wait for each other at most and never in a circle.
 */
async function insertEntities(
  manager: EntityManager,
  annotated: readonly ArticleAnnotation[],
): Promise<void> {
  const entities = new Map<string, AnnotatedEntity>();
  const aliases = new Map<string, { id: string; alias: string }>();
  for (const entity of annotated.flatMap(({ annotation }) => annotation.entities)) {
    const { id } = entity;
    if (!entities.has(id)) entities.set(id, entity);
    for (const alias of entity.aliases) aliases.set(JSON.stringify([id, alias]), { id, alias });
  }
  const given = unnest([...entities.values()], {
    id: ['uuid', (entity) => entity.id],
    type: ['text', (entity) => entity.type],
    name: ['text', (entity) => entity.name],
    wikidata: ['text', (entity) => entity.wikidata],
  });
  await manager.query(
    `insert into entity (id, type, name, wikidata)
     select * from ${given.sql} order by id on conflict do nothing`,
    given.parameters,
  );
  const names = unnest([...aliases.values()], {
    entity_id: ['uuid', ({ id }) => id],
    alias: ['text', ({ alias }) => alias],
    name_key: ['text', ({ alias }) => nameKeyOfCorrections(alias)],
  });
  await manager.query(
    `insert into entity_alias (entity_id, alias, name_key)
     select * from ${names.sql} order by entity_id, alias on conflict do nothing`,
    names.parameters,
  );
}

async function insertMentions(
  manager: EntityManager,
  annotated: readonly ArticleAnnotation[],
): Promise<void> {
  const rows = annotated.flatMap(({ articleId, annotation }) =>
    annotation.entities.map((entity, position) => ({ articleId, entity, position })),
  );
  const { sql, parameters } = unnest(rows, {
    article_id: ['uuid', ({ articleId }) => articleId],
    entity_id: ['uuid', ({ entity }) => entity.id],
    position: ['integer', ({ position }) => position],
    type: ['text', ({ entity }) => entity.type],
    name: ['text', ({ entity }) => entity.name],
    wikidata: ['text', ({ entity }) => entity.wikidata],
    role: ['text', ({ entity }) => entity.role],
    salience: ['text', ({ entity }) => entity.salience],
    aliases: ['text[]', ({ entity }) => entity.aliases],
    title_offsets: ['integer[]', ({ entity }) => offsetsIn('title', entity)],
    body_offsets: ['integer[]', ({ entity }) => offsetsIn('body', entity)],
    more: ['json', ({ entity }) => moreOfEntity(entity)],
  });
  await manager.query(
    `insert into mention (article_id, entity_id, position, type, name, wikidata, role, salience,
       aliases, title_offsets, body_offsets, more)
     select * from ${sql}`,
    parameters,
  );
}

function offsetsIn(field: AnnotatedField, entity: AnnotatedEntity): number[] {
  return mentionsIn(field, entity.mentions).flatMap(({ start, end }) => [start, end]);
}

async function insertQuotes(
  manager: EntityManager,
  annotated: readonly ArticleAnnotation[],
): Promise<void> {
  const rows = annotated.flatMap(({ articleId, annotation }) =>
    annotation.quotes.map((quote, position) => ({ articleId, quote, position })),
  );
  const { sql, parameters } = unnest(rows, {
    article_id: ['uuid', ({ articleId }) => articleId],
    position: ['integer', ({ position }) => position],
    text: ['text', ({ quote }) => quote.text],
    start_offset: ['integer', ({ quote }) => quote.start],
    end_offset: ['integer', ({ quote }) => quote.end],
    cue: ['text', ({ quote }) => quote.cue],
    direct: ['boolean', ({ quote }) => quote.direct],
    speaker_entity_id: ['uuid', ({ quote }) => quote.speakerEntityId],
    speaker: ['text', ({ quote }) => quote.speaker],
    confidence: ['double precision', ({ quote }) => quote.confidence],
    more: ['json', ({ quote }) => moreOfQuote(quote)],
  });
  await manager.query(
    `insert into quote (article_id, position, text, start_offset, end_offset, cue, direct,
       speaker_entity_id, speaker, confidence, more)
     select * from ${sql}`,
    parameters,
  );
}

async function updateArticles(
  manager: EntityManager,
  annotated: readonly ArticleAnnotation[],
): Promise<void> {
  const { sql, parameters } = unnest(annotated, {
    id: ['uuid', ({ articleId }) => articleId],
    extractor: ['text', ({ annotation }) => annotation.extractor],
    extractor_version: ['text', ({ annotation }) => annotation.version],
    language: ['text', ({ annotation }) => annotation.language],
    dates: ['json', ({ annotation }) => JSON.stringify(annotation.dates)],
    annotation_flags: ['text[]', ({ annotation }) => annotation.flags],
  });
  await manager.query(
    `update article set extractor = given.extractor,
       extractor_version = given.extractor_version, language = given.language,
       dates = given.dates, annotation_flags = given.annotation_flags
     from ${sql} where article.id = given.id`,
    parameters,
  );
}

/** Only the current revision has something: the rows do not tell which others once were current. */
async function updateRevisions(
  manager: EntityManager,
  annotated: readonly ArticleAnnotation[],
): Promise<void> {
  const { sql, parameters } = unnest(annotated, {
    id: ['uuid', ({ articleId }) => articleId],
    more: ['json', ({ annotation }) => moreOfAnnotation(annotation)],
  });
  await manager.query(
    `update revision set annotation_more = case
         when revision.content_hash = article.current_hash then given.more end
     from ${sql} join article on article.id = given.id
     where revision.article_id = given.id
       and (revision.annotation_more is not null
         or (given.more is not null and revision.content_hash = article.current_hash))`,
    parameters,
  );
}
