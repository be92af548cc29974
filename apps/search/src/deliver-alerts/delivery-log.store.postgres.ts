import type {
  Delivery,
  DeliveryPage,
  DeliveryTry,
  ListDeliveries,
  Webhook,
} from '@warta/contracts';
import { retrying } from '@warta/postgres';
import type { Sealer } from '@warta/service';
import type { DataSource } from 'typeorm';
import type { TeamView } from '../saved-searches/team-view.ts';
import { makeWebhookSecret, sealWebhookSecret } from './webhook-secret.ts';

interface DeliveryRow {
  id: string;
  kind: Delivery['kind'];
  search_id: string;
  search_name: string;
  webhook_id: string;
  url: string;
  event_id: string | null;
  state: Delivery['state'];
  attempts: number;
  created_at: Date;
  created_text: string;
  next_at: Date;
  done_at: Date | null;
  log: DeliveryTry[];
}

interface WebhookRow {
  id: string;
  url: string;
  created_at: Date;
  waiting: number;
  failures: number;
  not_before: Date;
  gone_at: Date | null;
}

const OF_TEAM = `($1::text is null or s.team = $1)`;

/** `created_text` has the microseconds that a Date would cut off: pages must not overlap. */
const SELECT = `
  select d.id, d.kind, s.id as search_id, s.name as search_name, w.id as webhook_id, w.url,
    d.event_id::text as event_id, d.state, d.attempts, d.created_at,
    to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_text,
    d.next_at, d.done_at, d.log
  from delivery d join webhook w on w.id = d.webhook_id join saved_search s on s.id = w.search_id`;

/** A cursor that is none of ours. */
export class InvalidDeliveryCursorError extends Error {
  override readonly name = 'InvalidDeliveryCursorError';
}

const CURSOR =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const YEARS = {
  first: Date.parse('2000-01-01T00:00:00Z'),
  last: Date.parse('9999-01-01T00:00:00Z'),
};

/** What people read of deliveries and do about them, within their team. */
export class DeliveryLog {
  readonly #dataSource: DataSource;
  readonly #sealer: Sealer;

  constructor(dataSource: DataSource, sealer: Sealer) {
    this.#dataSource = dataSource;
    this.#sealer = sealer;
  }

  /** The newest first. @throws InvalidDeliveryCursorError */
  async list(
    team: TeamView,
    { search, state, size, cursor }: ListDeliveries,
  ): Promise<DeliveryPage> {
    const [, at = null, id = null] = cursor === undefined ? [] : (CURSOR.exec(cursor) ?? ['']);
    if (cursor !== undefined && !isInstant(at)) {
      throw new InvalidDeliveryCursorError('is not a `next` of this list');
    }
    const rows: DeliveryRow[] = await retrying(() =>
      this.#dataSource.query(
        `${SELECT} where ${OF_TEAM} and ($2::uuid is null or s.id = $2) and ($3::text is null or d.state = $3)
           and ($4::timestamptz is null or (d.created_at, d.id) < ($4::timestamptz, $5::uuid))
         order by d.created_at desc, d.id desc limit $6`,
        [team ?? null, search ?? null, state ?? null, at, id, size + 1],
      ),
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return {
      data: page.map(viewOf),
      ...(rows.length > size && last && { next: `${last.created_text}_${last.id}` }),
    };
  }

  async get(team: TeamView, id: string): Promise<Delivery | undefined> {
    const [row]: DeliveryRow[] = await retrying(() =>
      this.#dataSource.query(`${SELECT} where ${OF_TEAM} and d.id = $2`, [team ?? null, id]),
    );
    return row && viewOf(row);
  }

  /** Sends it again at once, with all tries before it, also when it was delivered. */
  async redeliver(team: TeamView, id: string): Promise<Delivery | undefined> {
    await retrying(() =>
      this.#dataSource.query(
        `with again as (
           update delivery d set state = 'waiting', attempts = 0, tried_since = now(), next_at = now(), done_at = null, claimed_until = null
           from webhook w, saved_search s
           where d.id = $2 and w.id = d.webhook_id and s.id = w.search_id and ${OF_TEAM}
           returning d.webhook_id
         )
         update webhook set not_before = now(), gone_at = null from again where id = again.webhook_id`,
        [team ?? null, id],
      ),
    );
    return this.get(team, id);
  }

  /** The receivers of a search that it names, with how they are. */
  async webhooks(searchId: string): Promise<Webhook[]> {
    const rows: WebhookRow[] = await retrying(() =>
      this.#dataSource.query(
        `select w.id, w.url, w.created_at, w.failures, w.not_before, w.gone_at,
           (select count(*)::integer from delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting
         from webhook w join saved_search s on s.id = w.search_id
         where w.search_id = $1
           and s.notify->'webhooks' @> jsonb_build_array(jsonb_build_object('url', w.url))
         order by w.created_at, w.id`,
        [searchId],
      ),
    );
    return rows.map(({ id, url, created_at, waiting, failures, not_before, gone_at }) => ({
      id,
      url,
      createdAt: created_at.toISOString(),
      waiting,
      failures,
      ...(failures > 0 && { notBefore: not_before.toISOString() }),
      gone: gone_at !== null,
    }));
  }

  /** Another secret, from the next try on. @returns undefined when the search has no such receiver. */
  async rotateSecret(searchId: string, webhookId: string): Promise<string | undefined> {
    const secret = makeWebhookSecret();
    const [, changed]: [unknown, number] = await this.#dataSource.query(
      'update webhook set secret = $3 where id = $2 and search_id = $1',
      [searchId, webhookId, sealWebhookSecret(webhookId, secret, this.#sealer)],
    );
    return changed === 0 ? undefined : secret;
  }
}

/** Of our making: a moment there is, as Postgres can have it. */
function isInstant(text: string | null): boolean {
  const atMs = Date.parse(text ?? '');
  return atMs > YEARS.first && atMs < YEARS.last;
}

function viewOf(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    kind: row.kind,
    search: { id: row.search_id, name: row.search_name },
    webhook: { id: row.webhook_id, url: row.url },
    ...(row.event_id !== null && { eventId: row.event_id }),
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    ...(row.state === 'waiting' && { nextAt: row.next_at.toISOString() }),
    ...(row.done_at && { doneAt: row.done_at.toISOString() }),
    log: row.log,
  };
}
