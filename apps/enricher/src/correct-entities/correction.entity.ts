import type { EntityCorrectionV1 } from '@warta/contracts';
import { EntitySchema } from 'typeorm';

/** What a person said about an entity, as last heard. bigint columns are text. */
export interface CorrectionRow {
  id: string;
  event: EntityCorrectionV1;
  /** Null when it was undone before Warta heard of it. */
  made_pass: string | null;
  undone_pass: string | null;
}

export const CorrectionEntity = new EntitySchema<CorrectionRow>({
  name: 'correction',
  columns: {
    id: { type: 'uuid', primary: true },
    event: { type: 'json' },
    made_pass: { type: 'bigint', nullable: true },
    undone_pass: { type: 'bigint', nullable: true },
  },
});

/** One correction was made or undone. Kept for ever: they say what a rev took into account. */
export interface CorrectionPassRow {
  id: string;
  correction_id: string;
  /** Of the event, in the log of corrections. */
  log_offset: string;
  heard_at: Date;
  /** When the articles to be published again were listed. */
  planned_at: Date | null;
  /** How many they were. */
  articles: number | null;
  finished_at: Date | null;
}

export const CorrectionPassEntity = new EntitySchema<CorrectionPassRow>({
  name: 'correction_pass',
  columns: {
    id: { type: 'bigint', primary: true },
    correction_id: { type: 'uuid' },
    log_offset: { type: 'bigint' },
    heard_at: { type: 'timestamptz', default: () => 'now()' },
    planned_at: { type: 'timestamptz', nullable: true },
    articles: { type: 'integer', nullable: true },
    finished_at: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'correction_pass_open', columns: ['id'], where: 'finished_at is null' }],
});

/** An article that a pass may concern and that has not been looked at since. */
export interface CorrectionWorkRow {
  pass_id: string;
  article_id: string;
  arrival_ms: string;
  asked: number;
  /** When it is asked for, or asked for again. */
  ask_at: Date;
}

export const CorrectionWorkEntity = new EntitySchema<CorrectionWorkRow>({
  name: 'correction_work',
  columns: {
    pass_id: { type: 'bigint', primary: true },
    article_id: { type: 'uuid', primary: true },
    arrival_ms: { type: 'bigint' },
    asked: { type: 'integer', default: 0 },
    ask_at: { type: 'timestamptz', default: () => 'now()' },
  },
  indices: [
    { name: 'correction_work_newest', columns: ['pass_id', 'arrival_ms'] },
    { name: 'correction_work_article', columns: ['article_id'] },
    { name: 'correction_work_asked', columns: ['ask_at'], where: 'asked > 0' },
  ],
});
