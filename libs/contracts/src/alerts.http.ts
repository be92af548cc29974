import { z } from 'zod';
import { AnnotatedEntity } from './annotation.ts';
import { SearchId } from './saved-searches.http.ts';
import { FeedName, HttpUrl, Instant } from './text.ts';

export const ALERTS_SIZE_DEFAULT = 20;
export const ALERTS_SIZE_MAX = 100;
/** Events of a thread that are shown at once; a text is seldom copied so often. */
export const THREAD_EVENTS_MAX = 200;

/** What an event says: `match` begins a thread, the others follow up in it. */
export const AlertEventKind = z.enum(['match', 'copy', 'edit', 'withdrawn']);
export type AlertEventKind = z.infer<typeof AlertEventKind>;

/** Position of an event in the order in which events became visible: later ones are larger. */
export const AlertEventId = z.string().regex(/^[1-9]\d{0,18}$/, 'must be the id of an event');

const AlertSentence = z.object({
  field: z.enum(['title', 'body']),
  html: z.string().describe('HTML-encoded, with <em> around what matched, and nothing else.'),
});
export type AlertSentence = z.infer<typeof AlertSentence>;

/** Why it matched. */
export const AlertMatch = z.object({
  clauses: z.array(z.string()).describe('The parts of the search that are true of it, as typed.'),
  sentences: z.array(AlertSentence),
  entities: z
    .array(AnnotatedEntity.pick({ id: true, type: true, name: true }))
    .describe('Those the search asks for and the article names.'),
});
export type AlertMatch = z.infer<typeof AlertMatch>;

const AlertArticle = z.object({
  id: z.uuid(),
  feed: FeedName,
  rev: z.int(),
  revision: z.int().optional(),
  title: z.string().optional(),
  url: HttpUrl.optional(),
  language: z.string().optional(),
  publishedAt: Instant.optional(),
});
export type AlertArticle = z.infer<typeof AlertArticle>;

export const AlertEvent = z
  .object({
    id: AlertEventId,
    kind: AlertEventKind.describe(
      'match: the first. copy: another article with the same text. edit: a new revision that still ' +
        'matches. withdrawn: an article of the thread may no longer be shown.',
    ),
    at: Instant.describe('When it was found out.'),
    article: AlertArticle,
    matched: AlertMatch.optional().describe('Absent when withdrawn.'),
    late: z
      .literal(true)
      .optional()
      .describe('The search could not be tried when it arrived, and was tried on it later.'),
    arrivedAt: Instant.optional().describe('When the article arrived; with `late` alone.'),
    withdrawnAt: Instant.optional().describe(
      'The article was taken down or withheld since: what was told of its text is erased.',
    ),
  })
  .meta({ id: 'AlertEvent' });
export type AlertEvent = z.infer<typeof AlertEvent>;

const AlertHead = z.object({
  id: z.uuid(),
  search: z.object({ id: SearchId, name: z.string() }),
  duplicateGroup: z
    .uuid()
    .describe('Id of the article that tells it first: GET /v1/duplicates/{group}.'),
});

/** One thread: a search and a group of articles with one text. */
export const Alert = AlertHead.extend({
  startedAt: Instant,
  changedAt: Instant,
  articles: z.int().describe('How many different articles of the group matched.'),
  events: z.int(),
  first: AlertEvent,
  latest: AlertEvent,
}).meta({ id: 'Alert' });
export type Alert = z.infer<typeof Alert>;

/** Answer of GET /v1/alerts/{id}. */
export const AlertThread = AlertHead.extend({
  startedAt: Instant,
  changedAt: Instant,
  articles: z.int(),
  events: z.int(),
  data: z
    .array(AlertEvent)
    .describe(`In the order they happened; of more than ${THREAD_EVENTS_MAX} the first.`),
}).meta({ id: 'AlertThread' });
export type AlertThread = z.infer<typeof AlertThread>;

/** Query of GET /v1/alerts. */
export const ListAlerts = z.strictObject({
  search: SearchId.optional().describe('Only of this saved search.'),
  since: Instant.refine((at) => !at.startsWith('0000'), 'must be after the year 0')
    .optional()
    .describe('Only threads in which something happened since.'),
  size: z.coerce.number().int().min(1).max(ALERTS_SIZE_MAX).default(ALERTS_SIZE_DEFAULT),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
});
export type ListAlerts = z.infer<typeof ListAlerts>;

/** Answer of GET /v1/alerts: threads, that with the latest event first. */
export const AlertPage = z
  .object({
    data: z.array(Alert),
    next: z.string().optional().describe('Cursor of the next page; absent on the last.'),
    partial: z.literal(false),
  })
  .meta({ id: 'AlertPage' });
export type AlertPage = z.infer<typeof AlertPage>;

/** Query of GET /v1/alerts/stream. */
export const StreamAlerts = z.strictObject({
  search: SearchId.optional().describe('Only of this saved search.'),
  lastEventId: AlertEventId.optional().describe(
    'As the header Last-Event-ID, for clients that cannot send headers; the header counts first.',
  ),
});
export type StreamAlerts = z.infer<typeof StreamAlerts>;

/** `data` of an event of GET /v1/alerts/stream, whose `event` is its kind and whose `id` its id. */
export const StreamedAlert = z
  .object({ alert: AlertHead, event: AlertEvent })
  .meta({ id: 'StreamedAlert' });
export type StreamedAlert = z.infer<typeof StreamedAlert>;

/** `data` of the event `ended` of GET /v1/alerts/stream, which has no id: nothing comes after it. */
export const EndedStream = z.object({ reason: z.literal('search-deleted'), search: SearchId });
export type EndedStream = z.infer<typeof EndedStream>;

/** At most so many are passed over; then matching waits for somebody to look. */
export const PASSED_OVER_MAX = 10_000;
export const PASSED_OVER_LISTED_MAX = 200;

/** An article that failed for itself when it was matched with the saved searches. */
const PassedOverArticle = z.object({
  articleId: z.uuid(),
  feed: FeedName,
  rev: z.int(),
  arrivedAt: Instant,
  reason: z.string(),
  failedAt: Instant.describe('When it failed last.'),
  tries: z.int().min(0).describe('Later tries, which failed, too.'),
  nextAt: Instant.optional().describe(
    'When it is tried again; absent when that waits for somebody to ask.',
  ),
});
export type PassedOverArticle = z.infer<typeof PassedOverArticle>;

/** Answer of GET /v1/alerts/passed-over: the newest first. */
export const PassedOverArticles = z
  .object({
    data: z.array(PassedOverArticle),
    total: z.int().min(0),
    limit: z.int().describe('With so many, matching waits: nothing is passed over unnoted.'),
  })
  .meta({ id: 'PassedOverArticles' });
export type PassedOverArticles = z.infer<typeof PassedOverArticles>;

/** Body of POST /v1/alerts/passed-over/retry. */
export const RetryPassedOver = z
  .strictObject({
    articleIds: z
      .array(z.uuid())
      .min(1)
      .max(PASSED_OVER_LISTED_MAX)
      .optional()
      .describe('All of them when absent.'),
  })
  .meta({ id: 'RetryPassedOver' });
export type RetryPassedOver = z.infer<typeof RetryPassedOver>;

export const RetriedPassedOver = z
  .object({ articles: z.int().min(0).describe('How many are tried again at once.') })
  .meta({ id: 'RetriedPassedOver' });
export type RetriedPassedOver = z.infer<typeof RetriedPassedOver>;

/** Body of POST /v1/alerts/passed-over/discard. */
export const DiscardPassedOver = z
  .strictObject({
    articleIds: z.array(z.uuid()).min(1).max(PASSED_OVER_LISTED_MAX).optional(),
    all: z.literal(true).optional().describe('All of them, instead of `articleIds`.'),
  })
  .refine(({ articleIds, all }) => (articleIds === undefined) !== (all === undefined), {
    error: 'either these or all: true is needed',
    path: ['articleIds'],
  })
  .meta({ id: 'DiscardPassedOver' });
export type DiscardPassedOver = z.infer<typeof DiscardPassedOver>;

export const DiscardedPassedOver = z
  .object({ articles: z.int().min(0).describe('How many are not tried again.') })
  .meta({ id: 'DiscardedPassedOver' });
export type DiscardedPassedOver = z.infer<typeof DiscardedPassedOver>;
