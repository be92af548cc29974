import { z } from 'zod';
import { DeadLetterFacts } from './dead-letter.ts';
import { Instant, LINE_LENGTH_MAX, storableText } from './text.ts';

const count = z.int().min(0);

/** One step on the way of an article. */
const Stage = z.object({
  stage: z
    .enum(['enrich', 'index', 'alert'])
    .describe('Enrich: pushes; index and alert: states of articles.'),
  waiting: count.describe('Records stored that this step has not worked off.'),
  waitingByPartition: z
    .array(count)
    .describe('The same, by partition: one that stands out is stuck.'),
});

const Freshness = z.object({
  articles: count.describe('New articles of the last hour that it is measured on, at most 500.'),
  p50Ms: count.describe('From the storing of a push to the writing of its document.'),
  p95Ms: count,
  lastIndexedAt: Instant.optional(),
});

/** What did not answer in time. */
const Trouble = z.object({
  part: z.enum(['stages', 'freshness', 'silentFeeds', 'deadLetters']),
  knownAt: Instant.optional().describe(
    'When what is shown of it was so; absent when nothing is known: then it is empty or 0.',
  ),
});

/** Answer of GET /v1/operations: how the pipeline is right now. */
export const Operations = z
  .object({
    asOf: Instant,
    stages: z.array(Stage),
    freshness: Freshness,
    silentFeeds: count.describe(
      'Feeds that are silent for longer than is usual; GET /v1/feeds has them.',
    ),
    deadLetters: z
      .array(
        z.object({
          topic: z.string(),
          open: count.describe('Neither sent back nor discarded.'),
          more: z
            .boolean()
            .describe('There are older ones that are not counted: more than 20,000 are open.'),
        }),
      )
      .describe('By the topic whose records failed.'),
    partial: z.boolean().describe('Some part did not answer in time: see `trouble`.'),
    trouble: z.array(Trouble),
  })
  .meta({ id: 'Operations' });
export type Operations = z.infer<typeof Operations>;

export const DEAD_LETTERS_LISTED_MAX = 200;
export const DEAD_LETTER_VALUE_SHOWN_MAX = 2_000;

/** Query of GET /v1/dead-letters. */
export const ListDeadLetters = z.strictObject({
  settled: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .default(false)
    .describe('`true`: also those that were sent back or discarded.'),
});
export type ListDeadLetters = z.infer<typeof ListDeadLetters>;

const DeadLetterId = z
  .string()
  .min(1)
  .max(300)
  .describe('`<topic>/<partition>/<offset>` of the record that failed.');

export const DeadLetterView = z
  .object({
    id: DeadLetterId,
    facts: DeadLetterFacts,
    key: z.string().optional(),
    value: z.string().describe(`Its first ${DEAD_LETTER_VALUE_SHOWN_MAX} characters, as UTF-8.`),
    bytes: count.describe('Of the whole value.'),
    redrives: count.describe('How often it had been sent back before it failed this time.'),
    redrivenAt: Instant.optional(),
    discarded: z.object({ at: Instant, by: z.string(), reason: z.string() }).optional(),
  })
  .meta({ id: 'DeadLetterView' });
export type DeadLetterView = z.infer<typeof DeadLetterView>;

/** Newest first. */
export const DeadLetterViews = z
  .object({
    data: z.array(DeadLetterView),
    more: z.boolean().describe('There are older ones: settle these, then ask again.'),
  })
  .meta({ id: 'DeadLetterViews' });
export type DeadLetterViews = z.infer<typeof DeadLetterViews>;

const ids = z.array(DeadLetterId).min(1).max(DEAD_LETTERS_LISTED_MAX);

export const RedriveDeadLetters = z.strictObject({ ids }).meta({ id: 'RedriveDeadLetters' });
export type RedriveDeadLetters = z.infer<typeof RedriveDeadLetters>;

export const DiscardDeadLetters = z
  .strictObject({ ids, reason: storableText(LINE_LENGTH_MAX).min(1) })
  .meta({ id: 'DiscardDeadLetters' });
export type DiscardDeadLetters = z.infer<typeof DiscardDeadLetters>;

export const SettledDeadLetters = z.object({ settled: count }).meta({ id: 'SettledDeadLetters' });
export type SettledDeadLetters = z.infer<typeof SettledDeadLetters>;
