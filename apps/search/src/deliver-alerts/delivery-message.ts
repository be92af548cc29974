import type {
  AlertArticle,
  AlertEvent,
  AlertMatch,
  StreamedAlert,
  WebhookMessage,
} from '@warta/contracts';
import { Webhook } from 'standardwebhooks';

/** An event with its thread and its search, as the tables have it. */
export interface EventRow {
  event_id: string;
  kind: AlertEvent['kind'];
  at: Date;
  article: AlertArticle;
  matched: AlertMatch | null;
  withdrawn_at: Date | null;
  arrived_at: Date | null;
  alert_id: string;
  duplicate_group: string;
  search_id: string;
  search_name: string;
}

/** What the tables say of one delivery. */
export interface DueDelivery {
  id: string;
  kind: 'alert' | 'digest' | 'test';
  attempts: number;
  created_at: Date;
  /** Whose turn it is: another one when it is claimed again. */
  claim: string;
  /** Since its making, or since somebody asked for it again; by the clock of Postgres. */
  tried_for_ms: number;
  event_id: string | null;
  digest_id: string | null;
  digest_from: Date | null;
  digest_to: Date | null;
  webhook_id: string;
  webhook_failures: number;
  url: string;
  secret: string;
  search_id: string;
  search_name: string;
  /** Whether the receiver has answered that it is gone. */
  is_gone: boolean;
  /** Whether the saved search still names the receiver. */
  is_wanted: boolean;
}

/** The message as it is now. @param events of an alert one, of a digest its first ones. */
export function messageOf(
  delivery: DueDelivery,
  events: readonly EventRow[],
  eventCount: number,
): WebhookMessage | undefined {
  const timestamp = delivery.created_at.toISOString();
  const search = { id: delivery.search_id, name: delivery.search_name };
  switch (delivery.kind) {
    case 'test':
      return { type: 'warta.webhook.test', timestamp, data: { search } };
    case 'digest':
      return {
        type: 'warta.alert.digest',
        timestamp,
        data: {
          search,
          from: (delivery.digest_from ?? delivery.created_at).toISOString(),
          to: (delivery.digest_to ?? delivery.created_at).toISOString(),
          events: eventCount,
          alerts: events.map(streamedAlert),
        },
      };
    case 'alert': {
      const [event] = events;
      // Its thread was deleted with the search or by retention: there is nothing left to tell.
      return event && { type: 'warta.alert', timestamp, data: streamedAlert(event) };
    }
  }
}

function streamedAlert(row: EventRow): StreamedAlert {
  return {
    alert: {
      id: row.alert_id,
      search: { id: row.search_id, name: row.search_name },
      duplicateGroup: row.duplicate_group,
    },
    event: {
      id: row.event_id,
      kind: row.kind,
      at: row.at.toISOString(),
      article: row.article,
      ...(row.matched && { matched: row.matched }),
      ...(row.arrived_at && { late: true, arrivedAt: row.arrived_at.toISOString() }),
      ...(row.withdrawn_at && { withdrawnAt: row.withdrawn_at.toISOString() }),
    },
  };
}

/** Headers of Standard Webhooks 1.0. @param id the same in every try, so that a receiver can tell. */
export function signedHeaders(
  { id, secret }: { id: string; secret: string },
  body: string,
  at: Date,
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}
