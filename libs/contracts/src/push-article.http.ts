import { z } from 'zod';
import {
  BODY_LENGTH_MAX,
  Extras,
  FeedName,
  HttpUrl,
  Instant,
  LanguageTag,
  LINE_LENGTH_MAX,
  SourceId,
  storableText,
  TITLE_LENGTH_MAX,
} from './text.ts';

/** HTML may be longer than the text in it. */
const BODY_HTML_LENGTH_MAX = 5 * BODY_LENGTH_MAX;

/** Rules across fields hold although single fields are bad too: every fault is told at once. */
const isObject = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null;

const bodiesOf = ({ body, bodyHtml }: { body?: unknown; bodyHtml?: unknown }) =>
  Number(body !== undefined) + Number(bodyHtml !== undefined);

const isNotToBeShown = ({ status }: { status?: unknown }) =>
  status === 'withheld' || status === 'canceled';

/** NOTE: not z.int(), whose failure would keep the rules across fields from being looked at. */
const WholeNumber = z
  .number()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .refine((value) => Number.isInteger(value), 'must be a whole number')
  .meta({ type: 'integer' });

/**
 * What the publisher says of the version: to be shown; to be kept back until a newer usable one; or
 * killed for good. The words are those of IPTC's publishing status, `usable`, `withheld`, `canceled`.
 */
export const PublishingStatus = z.enum(['usable', 'withheld', 'canceled']);
export type PublishingStatus = z.infer<typeof PublishingStatus>;

/**
 * One article as a feed pushes it to POST /v1/articles, and what every other format becomes. Unknown
 * fields are refused by name. A withheld or canceled version needs no body.
 */
export const PushArticle = z
  .strictObject({
    feed: FeedName.optional().describe('Needed unless the key names exactly one feed.'),
    id: SourceId.optional().describe("The feed's own id. Either id or url is needed."),
    url: HttpUrl.optional(),
    title: storableText(TITLE_LENGTH_MAX).min(1).optional(),
    body: storableText(BODY_LENGTH_MAX).optional().describe('Plain text.'),
    bodyHtml: storableText(BODY_HTML_LENGTH_MAX).optional().describe('HTML, in place of body.'),
    publishedAt: Instant.optional(),
    updatedAt: Instant.optional().describe('Raise it with each correction, or raise version.'),
    version: WholeNumber.optional(),
    status: PublishingStatus.optional().describe('Without it the version is usable.'),
    embargoUntil: Instant.optional().describe('Not to be shown to anybody before.'),
    language: LanguageTag.optional(),
    byline: storableText(LINE_LENGTH_MAX).optional(),
    section: storableText(LINE_LENGTH_MAX).optional(),
    extras: Extras.optional(),
  })
  .refine((push) => push.id !== undefined || push.url !== undefined, {
    error: 'either id or url is needed: without one the article could never be corrected',
    path: ['id'],
    when: isObject,
  })
  .refine((push) => bodiesOf(push) === 1 || (bodiesOf(push) === 0 && isNotToBeShown(push)), {
    error: 'exactly one of body and bodyHtml is needed',
    path: ['body'],
    when: isObject,
  })
  .meta({ id: 'PushArticle' });
export type PushArticle = z.infer<typeof PushArticle>;

/** Tells where a push is stored, and cannot be forged. Another one for each push that was stored. */
export const Receipt = z
  .string()
  .max(1_000)
  .regex(/^[A-Za-z0-9_.-]+$/, 'is not a receipt')
  .describe('GET /v1/receipts/{receipt} of the search API says how far the push has come.');
export type Receipt = z.infer<typeof Receipt>;

/** The answer to a push or takedown: but for the receipt, the same for the same request. */
export const PushAccepted = z
  .object({
    id: z.uuid().describe('Warta’s id of the article, the same for every revision of it.'),
    feed: FeedName,
    status: z.literal('accepted').describe('Stored by every in-sync broker.'),
    location: z.string().describe('Where the search API shows the article.'),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'PushAccepted' });
export type PushAccepted = z.infer<typeof PushAccepted>;

/** Query of DELETE /v1/feeds/{feed}/articles: which article to take down. */
export const TakedownQuery = z
  .strictObject({
    id: SourceId.optional(),
    url: HttpUrl.optional(),
    reason: storableText(LINE_LENGTH_MAX).optional(),
  })
  .refine((query) => (query.id === undefined) !== (query.url === undefined), {
    error: 'exactly one of id and url is needed, the one the article was pushed with',
    path: ['id'],
    when: isObject,
  });
export type TakedownQuery = z.infer<typeof TakedownQuery>;
