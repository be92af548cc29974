import { z } from 'zod';
import { Sha256 } from './article-content.ts';
import { DeadLetterFacts } from './dead-letter.ts';
import { FeedName, Instant } from './text.ts';

/** Longest receipt in characters. */
export const RECEIPT_LENGTH_MAX = 1_000;

/** What a receipt says of the push it was given for. Signed, and nothing in it is a secret. */
export const ReceiptPayload = z.strictObject({
  articleId: z.uuid(),
  feed: FeedName,
  kind: z.enum(['publish', 'withhold', 'takedown', 'restore']).describe('Of the event stored.'),
  topic: z.string().max(249),
  partition: z.int().min(0),
  offset: z.string().regex(/^\d{1,20}$/),
  receivedAt: Instant.describe("When the request was taken, by the ingestor's clock."),
  storedAt: Instant.describe(
    "When the log appended it, by the broker's clock; of a log that keeps none, by the ingestor's.",
  ),
  contentHash: Sha256.optional().describe(
    'Of what was published: tells a repetition from a push that another one outranks.',
  ),
  embargoUntil: Instant.optional().describe('Of what was published.'),
});
export type ReceiptPayload = z.infer<typeof ReceiptPayload>;

/** Who signs and who verifies receipts agree by this; see `SignedTokens` of libs/service. */
export const RECEIPT_TOKEN = {
  purpose: 'warta-receipt-1',
  schema: ReceiptPayload,
  lengthMax: RECEIPT_LENGTH_MAX,
};

/** What became of a push. All but `waiting` are for good, except that an embargo ends, and a release may fail. */
export const PushState = z.enum([
  'waiting',
  'indexed',
  'held',
  'withheld',
  'taken-down',
  'superseded',
  'unchanged',
  'outranked',
  'dead-lettered',
  'unknown',
]);
export type PushState = z.infer<typeof PushState>;

const PushStage = z.object({
  stage: z.enum(['accepted', 'in-kafka', 'enriched', 'indexed']),
  at: Instant.describe('By the clock of whoever did it: ingestor, broker, Postgres, search.'),
  ms: z
    .int()
    .min(0)
    .describe('Since the latest stage before; 0 where clocks disagree. The first is 0.'),
});
export type PushStage = z.infer<typeof PushStage>;

/** Answer of GET /v1/receipts/{receipt}. */
export const ReceiptView = z
  .object({
    articleId: z.uuid(),
    feed: FeedName,
    kind: ReceiptPayload.shape.kind,
    state: PushState.describe(
      'waiting: on its way. indexed: what is shown is this push. held: this version is under embargo; an older one may be shown. ' +
        'withheld, taken-down: the article is hidden. ' +
        'superseded: a later push is shown instead. unchanged: an earlier push with the same content is shown. ' +
        'outranked: an earlier push with a newer stamp is shown. dead-lettered: it failed for good. ' +
        'unknown: nothing tells of it any more.',
    ),
    explanation: z.string().describe('The same as a sentence, with what to do where that helps.'),
    stages: z
      .array(PushStage)
      .describe(
        'Those that are behind it, in their order. Of an article that changed again without a push, ' +
          'such as at the end of its embargo, the last two are those of the latest change.',
      ),
    totalMs: z.int().min(0).describe('The sum of the stages.'),
    waiting: z
      .object({
        stage: z.enum(['enriched', 'indexed']).describe('What it waits for.'),
        recordsMax: z.int().min(0).describe('At most so many records are worked off before it.'),
      })
      .optional(),
    deadLetter: DeadLetterFacts.pick({
      topic: true,
      partition: true,
      offset: true,
      stage: true,
      reason: true,
      detail: true,
      attempts: true,
      failedAt: true,
    }).optional(),
    heldUntil: Instant.optional(),
  })
  .meta({ id: 'ReceiptView' });
export type ReceiptView = z.infer<typeof ReceiptView>;
