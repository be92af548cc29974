import type { z } from 'zod';

/** How long the log keeps an event: for a time, or the latest one of each key for ever. */
export type Retention = { kind: 'days'; days: number } | { kind: 'compacted' };

/**
 * Everything there is to know about one kind of event. Types, validation on both sides of the
 * broker, topic creation and docs/events.md all come from this value.
 */
export interface EventDefinition<T> {
  /** CloudEvents `type`, e.g. `warta.article.submitted.v1`; also the topic's name. */
  readonly topic: string;
  /** One sentence for docs/events.md. */
  readonly summary: string;
  readonly schema: z.ZodType<T>;
  /** Record key: records with the same key keep their order, and compaction keeps the last. */
  readonly key: (event: T) => string;
  /** Pinned at creation: adding partitions later would move keys and break their order. */
  readonly partitions: number;
  readonly retention: Retention;
  /** A valid event for the docs; also the smallest thing a consumer must understand. */
  readonly example: T;
}

/** Records above this are refused before they are sent; topics allow a little more for headers. */
export const EVENT_BYTES_MAX = 4 * 1024 * 1024;

/** Partitions of every topic whose records are spread by key. */
export const PARTITIONS_PER_TOPIC = 12;

/** Checks the example at load time, so that a contract and its example cannot drift apart. */
export function defineEvent<T>(definition: EventDefinition<T>): EventDefinition<T> {
  definition.schema.parse(definition.example);
  return definition;
}

/** The dead letters of a topic live beside it. */
export function deadLetterTopicOf(topic: string): string {
  return `${topic}.dlq`;
}
