import { randomUUID } from 'node:crypto';
import type { DeliveryTry, NotifySettings } from '@warta/contracts';
import { DELIVERY_LOG_MAX, DIGEST_EVENTS_MAX } from '@warta/contracts';
import { inTransaction, retrying } from '@warta/postgres';
import type { Sealer } from '@warta/service';
import type { DataSource, EntityManager } from 'typeorm';
import type { DueDelivery, EventRow } from './delivery-message.ts';
import {
  ADD,
  CLAIM,
  DUE_DIGESTS,
  EVENT_COLUMNS,
  EVENTS,
  LOCK,
  RECORD,
  START_DIGESTS,
} from './delivery-sql.ts';
import { makeWebhookSecret, sealWebhookSecret } from './webhook-secret.ts';

/** Events that get their deliveries in one transaction. */
const EVENTS_AT_ONCE = 200;

/** A receiver that is away for days must not fill the disk: what comes above is given up at once. */
export const WAITING_PER_WEBHOOK_MAX = 10_000;

/** Longer than a try may take: a process that died with a claim holds nothing up for long. */
const CLAIM_SECONDS = 60;

/** At a time of one receiver: a slow one must not take all places. */
const CLAIMED_PER_WEBHOOK = 2;

/** Looked at for receivers that are free. */
const CANDIDATES = 200;

/** What nobody asks for any more. */
const KEPT = '30 days';

/** How a try ended. */
export interface TryOutcome {
  readonly id: string;
  readonly webhookId: string;
  readonly entry: DeliveryTry;
  readonly state: 'waiting' | 'delivered' | 'given-up';
  /** Of `waiting`: until the next try. */
  readonly waitMs?: number;
  /** Until anything is sent to this receiver again; 0 when it is well. */
  readonly receiverWaitMs: number;
  readonly isGone: boolean;
}

/** Deliveries waiting in Postgres: made of events, claimed by whichever process has time, recorded. */
export class DeliveryQueue {
  readonly #dataSource: DataSource;
  readonly #sealer: Sealer;

  constructor(dataSource: DataSource, sealer: Sealer) {
    this.#dataSource = dataSource;
    this.#sealer = sealer;
  }

  /**
   * Makes deliveries of the events that have none yet, in their order. Their ids become visible in
   * order, so that going on behind the last one leaves none out.
   * @returns how many events it looked at; 0 also while another process does it.
   */
  async takeIn(): Promise<number> {
    return inTransaction(this.#dataSource, async (manager) => {
      if (!(await isLocked(manager))) return 0;
      const events: { id: string; search_id: string; notify: NotifySettings }[] =
        await manager.query(
          `select e.id::text as id, s.id as search_id, s.notify from ${EVENTS}
           where e.id > (select last_event_id from delivery_cursor) order by e.id limit $1`,
          [EVENTS_AT_ONCE],
        );
      const last = events.at(-1);
      if (last === undefined) return 0;
      for (const { id, search_id: searchId, notify } of events) {
        if (notify.digest !== 'none') continue;
        for (const { url } of notify.webhooks) {
          await this.#add(manager, searchId, url, { kind: 'alert', eventId: id });
        }
      }
      await manager.query('update delivery_cursor set last_event_id = $1', [last.id]);
      return events.length;
    });
  }

  /**
   * Makes the digests whose hour (`hour`) or day (`day`, UTC: 07.00 in western Indonesia) has ended.
   * Of a time without events there is none.
   */
  async makeDigests(): Promise<void> {
    await inTransaction(this.#dataSource, async (manager) => {
      if (!(await isLocked(manager))) return;
      await manager.query(START_DIGESTS);
      const due: DigestRow[] = await manager.query(DUE_DIGESTS);
      for (const { search_id: searchId, notify, after, until, from, to } of due) {
        const digest = { after, until, from, to };
        for (const { url } of BigInt(until) > BigInt(after) ? notify.webhooks : []) {
          await this.#add(manager, searchId, url, { kind: 'digest', digest });
        }
        await manager.query(
          'update digest_cursor set last_event_id = $2, through = $3 where search_id = $1',
          [searchId, until, to],
        );
      }
    });
  }

  /** Rows for receivers of a search that have none yet. */
  async ensureWebhooks(searchId: string, urls: readonly string[]): Promise<void> {
    await inTransaction(this.#dataSource, async (manager) => {
      for (const url of urls) await this.#webhook(manager, searchId, url);
    });
  }

  /** A message without news, to try a receiver. @returns its id. */
  async addTest(searchId: string, url: string): Promise<string> {
    return inTransaction(this.#dataSource, async (manager) => {
      const webhookId = await this.#webhook(manager, searchId, url);
      await manager.query('update webhook set gone_at = null, not_before = now() where id = $1', [
        webhookId,
      ]);
      return this.#add(manager, searchId, url, { kind: 'test' });
    });
  }

  /** The row of a receiver, with a secret of its own from the start. */
  async #webhook(manager: EntityManager, searchId: string, url: string): Promise<string> {
    const id = randomUUID();
    const secret = sealWebhookSecret(id, makeWebhookSecret(), this.#sealer);
    await manager.query(
      `insert into webhook (id, search_id, url, secret) values ($1, $2, $3, $4)
       on conflict (search_id, url) do nothing`,
      [id, searchId, url, secret],
    );
    const [row]: { id: string }[] = await manager.query(
      'select id from webhook where search_id = $1 and url = $2',
      [searchId, url],
    );
    return row?.id ?? id;
  }

  async #add(
    manager: EntityManager,
    searchId: string,
    url: string,
    what: {
      kind: DueDelivery['kind'];
      eventId?: string;
      digest?: { after: string; until: string; from: Date; to: Date };
    },
  ): Promise<string> {
    const id = randomUUID();
    const webhookId = await this.#webhook(manager, searchId, url);
    const { kind, eventId, digest } = what;
    await manager.query(ADD, [
      id,
      webhookId,
      kind,
      eventId ?? null,
      digest?.after ?? null,
      digest?.until ?? null,
      digest?.from ?? null,
      digest?.to ?? null,
      WAITING_PER_WEBHOOK_MAX,
    ]);
    return id;
  }

  /** Deliveries that are due, for this process alone for a minute. */
  async claim(count: number): Promise<DueDelivery[]> {
    const [rows] = await retrying<[DueDelivery[], number]>(() =>
      this.#dataSource.query(CLAIM, [CANDIDATES, CLAIMED_PER_WEBHOOK, count, CLAIM_SECONDS]),
    );
    return rows;
  }

  /** What a delivery tells of, as it is now. */
  async eventsOf(delivery: DueDelivery): Promise<{ events: EventRow[]; count: number }> {
    if (delivery.kind === 'test') return { events: [], count: 0 };
    if (delivery.kind === 'alert') {
      const events = await retrying<EventRow[]>(() =>
        this.#dataSource.query(`select ${EVENT_COLUMNS} from ${EVENTS} where e.id = $1`, [
          delivery.event_id,
        ]),
      );
      return { events, count: events.length };
    }
    const of = [delivery.search_id, delivery.digest_after, delivery.digest_until];
    const span = `a.search_id = $1 and e.id > $2 and e.id <= $3`;
    const [events, [counted]] = await Promise.all([
      retrying<EventRow[]>(() =>
        this.#dataSource.query(
          `select ${EVENT_COLUMNS} from ${EVENTS} where ${span} order by e.id limit $4`,
          [...of, DIGEST_EVENTS_MAX],
        ),
      ),
      retrying<{ count: number }[]>(() =>
        this.#dataSource.query(
          `select count(*)::integer as count from ${EVENTS} where ${span}`,
          of,
        ),
      ),
    ]);
    return { events, count: counted?.count ?? 0 };
  }

  async record(outcome: TryOutcome): Promise<void> {
    const { id, webhookId, entry, state, waitMs = 0, receiverWaitMs, isGone } = outcome;
    await inTransaction(this.#dataSource, async (manager) => {
      await manager.query(RECORD, [id, state, waitMs, JSON.stringify([entry]), DELIVERY_LOG_MAX]);
      await manager.query(
        `update webhook set failures = case when $2::boolean then 0 else failures + 1 end,
           not_before = now() + $3 * interval '1 millisecond',
           gone_at = case when $4::boolean then now() when $2::boolean then null else gone_at end
         where id = $1`,
        [webhookId, state === 'delivered', receiverWaitMs, isGone],
      );
    });
  }

  /** Forgets what was done long ago. */
  async forgetOld(): Promise<void> {
    await retrying(() =>
      this.#dataSource.query(
        `delete from delivery where state <> 'waiting' and done_at < now() - $1::interval`,
        [KEPT],
      ),
    );
  }

  async countWaiting(): Promise<number> {
    const [row]: { waiting: number }[] = await retrying(() =>
      this.#dataSource.query(
        `select count(*)::integer as waiting from delivery where state = 'waiting'`,
      ),
    );
    return row?.waiting ?? 0;
  }
}

interface DigestRow {
  search_id: string;
  notify: NotifySettings;
  after: string;
  until: string;
  from: Date;
  to: Date;
}

async function isLocked(manager: EntityManager): Promise<boolean> {
  const [row]: { locked: boolean }[] = await manager.query(LOCK);
  return row?.locked === true;
}
