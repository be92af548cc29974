import { EntitySchema } from 'typeorm';
import type { DataSource } from 'typeorm';
import type { Progress, ProgressStore } from '@warta/messaging';
import { retrying } from './transaction.ts';

/** One partition of one consumer group. The table lives in the schema of the service. */
export interface ConsumerProgressRow {
  consumerGroup: string;
  topic: string;
  partition: number;
  /** bigint, as text: it may pass 2^53. */
  nextOffset: string;
  lastOffset: string | null;
  lastFingerprint: string | null;
  savedAt: Date;
}

export const ConsumerProgress = new EntitySchema<ConsumerProgressRow>({
  name: 'ConsumerProgress',
  tableName: 'consumer_progress',
  columns: {
    consumerGroup: { name: 'consumer_group', type: 'text', primary: true },
    topic: { type: 'text', primary: true },
    partition: { type: 'integer', primary: true },
    nextOffset: { name: 'next_offset', type: 'bigint' },
    lastOffset: { name: 'last_offset', type: 'bigint', nullable: true },
    lastFingerprint: { name: 'last_fingerprint', type: 'text', nullable: true },
    savedAt: { name: 'saved_at', type: 'timestamptz', default: () => 'now()' },
  },
});

/** For the service's first migration. */
export const CREATE_CONSUMER_PROGRESS = `
  create table consumer_progress (
    consumer_group   text        not null,
    topic            text        not null,
    partition        integer     not null,
    next_offset      bigint      not null,
    last_offset      bigint,
    last_fingerprint text,
    saved_at         timestamptz not null default now(),
    primary key (consumer_group, topic, partition)
  )`;

const SAVE = `
  insert into consumer_progress as known
    (consumer_group, topic, partition, next_offset, last_offset, last_fingerprint)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (consumer_group, topic, partition) do update set
    next_offset = excluded.next_offset, last_offset = excluded.last_offset,
    last_fingerprint = excluded.last_fingerprint, saved_at = now()
  where excluded.next_offset >= known.next_offset or $7`;

/** How far a consumer group has come, kept where its effects are: they are restored together. */
export class PostgresProgress implements ProgressStore {
  readonly #dataSource: DataSource;
  readonly #group: string;

  constructor(dataSource: DataSource, group: string) {
    this.#dataSource = dataSource;
    this.#group = group;
  }

  async load(topic: string, partition: number): Promise<Progress | undefined> {
    const rows: { next_offset: string; last_offset: string | null; last_fingerprint: string }[] =
      await retrying(() =>
        this.#dataSource.query(
          `select next_offset, last_offset, last_fingerprint from consumer_progress
           where consumer_group = $1 and topic = $2 and partition = $3`,
          [this.#group, topic, partition],
        ),
      );
    const row = rows[0];
    if (row === undefined) return undefined;
    const nextOffset = BigInt(row.next_offset);
    if (row.last_offset === null) return { nextOffset };
    const last = { offset: BigInt(row.last_offset), fingerprint: row.last_fingerprint };
    return { nextOffset, last };
  }

  /**
   * Never goes back: what another member saved further on stays, silently, because a member that
   * lost its partition while it worked may still come to save.
   * @param acceptGap a person accepted a gap: go wherever the progress says, back too.
   */
  async save(
    topic: string,
    partition: number,
    progress: Progress,
    acceptGap = false,
  ): Promise<void> {
    const { nextOffset, last } = progress;
    await retrying(() =>
      this.#dataSource.query(SAVE, [
        this.#group,
        topic,
        partition,
        nextOffset.toString(),
        last?.offset.toString() ?? null,
        last?.fingerprint ?? null,
        acceptGap,
      ]),
    );
  }
}
