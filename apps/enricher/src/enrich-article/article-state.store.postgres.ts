import type {
  AnnotatedDate,
  AnnotatedEntity,
  Annotation,
  ArticleContent,
  ArticleUpdatedV1,
  DuplicateOf,
  HeldArticle,
  Mention,
  Quote,
  WithheldArticle,
} from '@warta/contracts';
import type { Arrival } from '@warta/messaging';
import { safeInteger } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import type { StoredState } from '../correct-entities/correct-states.store.postgres.ts';
import type { AnnotationMore, EntityMore, QuoteMore } from './annotation-more.ts';
import { believedUpdatedAt } from './article-order.ts';
import type { ArticleRow } from './article.entity.ts';

type Nullable<T> = { [Name in keyof T]: T[Name] | null };

interface EntityJson extends Nullable<Pick<AnnotatedEntity, 'wikidata' | 'role'>> {
  id: string;
  type: AnnotatedEntity['type'];
  name: string;
  salience: AnnotatedEntity['salience'];
  aliases: string[];
  titleOffsets: number[];
  bodyOffsets: number[];
  more: EntityMore | null;
}

type QuoteJson = Nullable<Omit<Quote, keyof QuoteMore>> & { more: QuoteMore | null };

interface StateRow
  extends
    Nullable<Omit<ArticleContent, 'body'>>,
    Pick<ArticleRow, 'id' | 'feed' | 'source_id' | 'url' | 'status' | 'rev' | 'revision_count'>,
    Pick<ArticleRow, 'withheld' | 'restored' | 'held' | 'changed_at' | 'corrected_through'> {
  current_hash: string;
  extractor: string;
  extractor_version: string;
  detected_language: string;
  dates: AnnotatedDate[];
  annotation_flags: string[];
  annotation_more: AnnotationMore | null;
  version: string | null;
  updated_at: string | null;
  published_at: string | null;
  embargo_until: string | null;
  /** Of the push that made a live state, of the takedown that made a canceled one. */
  arrived_at: Date;
  arrived_partition: number;
  arrived_offset: string;
  body: string;
  duplicate_of: DuplicateOf | null;
  entities: EntityJson[] | null;
  quotes: QuoteJson[] | null;
}

const READ_STATES = `
  select article.id, article.feed, article.source_id, article.url, article.status, article.rev,
    article.revision_count, article.current_hash, article.extractor, article.extractor_version,
    article.language as detected_language, article.dates, article.annotation_flags,
    article.withheld, article.restored, article.held, article.changed_at, article.corrected_through,
    coalesce(article.takedown_at, revision.arrival_at) as arrived_at,
    coalesce(article.takedown_partition, revision.arrival_partition) as arrived_partition,
    coalesce(article.takedown_offset, revision.arrival_offset) as arrived_offset,
    revision.version, revision.updated_at, revision.published_at, revision.embargo_until,
    revision.title, revision.body, revision.language, revision.byline, revision.section,
    revision.extras, revision.annotation_more, mentions.entities, spoken.quotes,
    case when print.lead_id is not null then json_build_object('articleId', print.lead_id,
      'similarity', print.similarity, 'kind', print.kind) end as duplicate_of
  from article
  left join revision
    on revision.article_id = article.id and revision.content_hash = article.current_hash
  left join fingerprint as print
    on print.article_id = article.id and print.content_hash = article.current_hash
  left join lateral (
    select json_agg(json_build_object('id', entity_id, 'type', type, 'name', name,
      'wikidata', wikidata, 'role', role, 'salience', salience, 'aliases', aliases,
      'titleOffsets', title_offsets, 'bodyOffsets', body_offsets, 'more', more) order by position) as entities
    from mention where mention.article_id = article.id
  ) as mentions on true
  left join lateral (
    select json_agg(json_build_object('text', text, 'field', 'body', 'start', start_offset,
      'end', end_offset, 'cue', cue, 'direct', direct, 'speakerEntityId', speaker_entity_id,
      'speaker', speaker, 'confidence', confidence, 'more', more) order by position) as quotes
    from quote where quote.article_id = article.id
  ) as spoken on true
  where article.id = any($1) and article.rev > 0`;

/**
 * The state of each article, built from its rows and nothing else. None of an article of which
 * nothing is known that can be told.
 */
export async function readStates(
  manager: EntityManager,
  ids: readonly string[],
): Promise<StoredState[]> {
  const rows: StateRow[] = await manager.query(READ_STATES, [ids]);
  return rows.map((row) => ({
    state: toState(row),
    ...(row.corrected_through !== null && {
      correctedThrough: safeInteger(row.corrected_through),
    }),
  }));
}

function toState(row: StateRow): ArticleUpdatedV1 {
  const identity = {
    articleId: row.id,
    feed: row.feed,
    rev: safeInteger(row.rev),
    changedAt: row.changed_at.toISOString(),
  };
  if (row.status === 'held') return toHeld(identity, row);
  const known = { ...identity, ...present({ sourceId: row.source_id, url: row.url }) };
  if (row.status === 'withheld') return toWithheld(known, row);
  const arrival = {
    at: row.arrived_at.toISOString(),
    partition: row.arrived_partition,
    offset: row.arrived_offset,
  };
  if (row.status === 'canceled') {
    return { status: 'canceled', ...known, arrival, takenDownAt: arrival.at };
  }
  const { title, body, language, byline, section, extras } = row;
  const version = row.version === null ? null : safeInteger(row.version);
  return {
    status: 'live',
    ...known,
    arrival,
    revision: row.revision_count,
    ...present({ version, publishedAt: row.published_at, embargoUntil: row.embargo_until }),
    ...present({ duplicateOf: row.duplicate_of }),
    ...believedUpdatedAt({
      ...present({ updatedAt: row.updated_at }),
      arrival: { ...arrival, atMs: row.arrived_at.getTime() },
    }),
    content: { body, ...present({ title, language, byline, section, extras }) },
    contentHash: row.current_hash,
    annotation: toAnnotation(row),
  };
}

type Identity = Pick<ArticleUpdatedV1, 'articleId' | 'feed' | 'rev' | 'changedAt'>;

function toHeld(identity: Identity, { id, held }: StateRow): HeldArticle {
  if (held === null) throw new Error(`article ${id} is held and not until when`);
  const { embargoUntil, version, arrival } = held;
  const { updatedAt } = believedUpdatedAt(held);
  return {
    status: 'held',
    ...identity,
    arrival: publishedArrival(arrival),
    embargoUntil,
    ...(version !== undefined && { version }),
    ...(updatedAt !== undefined && { updatedAt }),
  };
}

function toWithheld(
  known: Identity & { sourceId?: string; url?: string },
  { id, withheld, restored }: StateRow,
): WithheldArticle {
  const by = withheld ?? restored;
  if (by === null) throw new Error(`article ${id} is withheld and not by whom`);
  const arrival = publishedArrival(by.arrival);
  // An admin's reason to restore is none to withhold.
  const reason = withheld?.reason;
  return {
    status: 'withheld',
    ...known,
    arrival,
    withheldAt: arrival.at,
    ...(reason !== undefined && { reason }),
  };
}

function publishedArrival({ atMs, partition, offset }: Arrival): ArticleUpdatedV1['arrival'] {
  return { at: new Date(atMs).toISOString(), partition, offset };
}

function toAnnotation(row: StateRow): Annotation {
  return {
    extractor: row.extractor,
    version: row.extractor_version,
    language: row.detected_language,
    entities: (row.entities ?? []).map(toEntity),
    quotes: (row.quotes ?? []).map(
      ({ more, ...quote }) => ({ ...present(quote), ...more }) as Quote,
    ),
    dates: row.dates,
    ...row.annotation_more,
    flags: row.annotation_flags,
  };
}

function toEntity(row: EntityJson): AnnotatedEntity {
  const { titleOffsets, bodyOffsets, wikidata, role, more, ...entity } = row;
  const { mentionsBy = [], ...rest } = more ?? {};
  const mentions = [...mentionsAt('title', titleOffsets), ...mentionsAt('body', bodyOffsets)];
  return {
    ...entity,
    ...present({ wikidata, role }),
    ...rest,
    mentions: mentions.map((mention, at) => ({
      ...mention,
      ...present({ by: mentionsBy[at] ?? null }),
    })),
  };
}

function mentionsAt(field: Mention['field'], offsets: readonly number[]): Mention[] {
  return Array.from({ length: offsets.length / 2 }, (_, at) => ({
    field,
    start: offsets[2 * at] ?? 0,
    end: offsets[2 * at + 1] ?? 0,
  }));
}

/** Absent is not null in our contracts. */
function present<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], null> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [Name in keyof T]?: Exclude<T[Name], null>;
  };
}
