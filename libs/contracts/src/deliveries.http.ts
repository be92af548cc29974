import { z } from 'zod';
import { AlertEventId, StreamedAlert } from './alerts.http.ts';
import { SearchId } from './saved-searches.http.ts';
import { HttpUrl, Instant } from './text.ts';

export const DELIVERIES_SIZE_DEFAULT = 20;
export const DELIVERIES_SIZE_MAX = 100;
/** Tries of one delivery that its log keeps, the latest. */
export const DELIVERY_LOG_MAX = 20;
/** Events told of in one digest; of more it says how many. */
export const DIGEST_EVENTS_MAX = 100;

export const DeliveryKind = z.enum(['alert', 'digest', 'test']);
export type DeliveryKind = z.infer<typeof DeliveryKind>;

export const DeliveryState = z.enum(['waiting', 'delivered', 'given-up']);
export type DeliveryState = z.infer<typeof DeliveryState>;

const DeliveryTry = z.object({
  at: Instant,
  ms: z.int().min(0).describe('Until the answer, or until none came.'),
  status: z.int().optional().describe('HTTP status; absent when no answer came.'),
  error: z.string().optional().describe('Why it does not count as delivered.'),
});
export type DeliveryTry = z.infer<typeof DeliveryTry>;

/** One message to one receiver. */
export const Delivery = z
  .object({
    id: z.uuid().describe('Also its webhook-id, in every try and redelivery.'),
    kind: DeliveryKind,
    search: z.object({ id: SearchId, name: z.string() }),
    webhook: z.object({ id: z.uuid(), url: HttpUrl }),
    eventId: AlertEventId.optional().describe('Of an alert.'),
    state: DeliveryState,
    attempts: z.int().min(0),
    createdAt: Instant,
    nextAt: Instant.optional().describe('Of the next try, while it waits.'),
    doneAt: Instant.optional(),
    log: z.array(DeliveryTry).describe('The latest last.'),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;

/** Query of GET /v1/deliveries. */
export const ListDeliveries = z.strictObject({
  search: SearchId.optional().describe('Only of this saved search.'),
  state: DeliveryState.optional(),
  size: z.coerce.number().int().min(1).max(DELIVERIES_SIZE_MAX).default(DELIVERIES_SIZE_DEFAULT),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
});
export type ListDeliveries = z.infer<typeof ListDeliveries>;

/** Answer of GET /v1/deliveries: the newest first. */
export const DeliveryPage = z
  .object({
    data: z.array(Delivery),
    next: z.string().optional().describe('Cursor of the next page; absent on the last.'),
  })
  .meta({ id: 'DeliveryPage' });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** A receiver of one saved search. */
export const Webhook = z
  .object({
    id: z.uuid(),
    url: HttpUrl,
    createdAt: Instant,
    waiting: z.int().min(0).describe('Deliveries that wait for it.'),
    failures: z.int().min(0).describe('Tries in a row that failed.'),
    notBefore: Instant.optional().describe('Nothing is sent before; after failures.'),
    gone: z
      .boolean()
      .describe('It answered 410: nothing more is sent until it is tested or redelivered to.'),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;

/** Answer of GET /v1/searches/{id}/webhooks. */
export const WebhookList = z.object({ data: z.array(Webhook) }).meta({ id: 'WebhookList' });
export type WebhookList = z.infer<typeof WebhookList>;

/** Answer of POST /v1/searches/{id}/webhooks/{webhook}/secret. */
export const WebhookSecret = z
  .object({
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/=]+$/)
      .describe('Verifies signatures, as Standard Webhooks 1.0 describes. Shown this once.'),
  })
  .meta({ id: 'WebhookSecret' });
export type WebhookSecret = z.infer<typeof WebhookSecret>;

const search = z.object({ id: SearchId, name: z.string() });

/** What a receiver gets. Unknown types may come later: answer them with 2xx. */
export const WebhookMessage = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('warta.alert'), timestamp: Instant, data: StreamedAlert }),
    z.object({
      type: z.literal('warta.alert.digest'),
      timestamp: Instant,
      data: z.object({
        search,
        from: Instant,
        to: Instant,
        events: z.int().describe('How many there were.'),
        alerts: z.array(StreamedAlert).describe(`The first ${DIGEST_EVENTS_MAX} of them.`),
      }),
    }),
    z.object({
      type: z.literal('warta.webhook.test'),
      timestamp: Instant,
      data: z.object({ search }),
    }),
  ])
  .meta({ id: 'WebhookMessage' });
export type WebhookMessage = z.infer<typeof WebhookMessage>;
