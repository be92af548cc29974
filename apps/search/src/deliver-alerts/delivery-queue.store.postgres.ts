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
  CLOSE_DIGEST,
  DUE_DIGESTS,
  EVENT_COLUMNS,
  EVENTS,
  FORGET_DIGESTED,
  FORGET_DONE,
  FORGET_WEBHOOKS,
  GIVE_UP_OLD,
  LOCK,
  MAKE_ROOM,
  RECORD,
} from './delivery-sql.ts';
import { TRIED_FOR_MS } from './delivery-schedule.ts';
import { makeWebhookSecret, sealWebhookSecret } from './webhook-secret.ts';

/** Events that get their deliveries in one transaction. */
const EVENTS_AT_ONCE = 200;

/** A receiver that is away for days must not fill the disk: above it the oldest are given up. */
export const WAITING_PER_WEBHOOK_MAX = 10_000;

/** Longer than a try may take: a process that died with a claim holds nothing up for long. */
const CLAIM_SECONDS = 60;

/** At a time of one receiver: a slow one must not take all places. */
const CLAIMED_PER_WEBHOOK = 2;

/** Rows ended or deleted by one statement: whoever sends waits for it. */
const CLEARED_AT_ONCE = 1_000;

/** What nobody asks for any more. */
const KEPT = '30 days';

/** How a try ended. */
export interface TryOutcome {
  readonly id: string;
  readonly webhookId: string;
  /** Of the try: it decides nothing when it is no longer its turn. */
  readonly claim: string;
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
   * Gives each event that has none yet its deliveries or its place in a digest, in their order. Their
   * ids become visible in order, so that going on behind the last one leaves none out.
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
      const touched = new Set<string>();
      for (const { id, search_id: searchId, notify } of events) {
        if (notify.digest === 'none') {
          for (const { url } of notify.webhooks) {
            touched.add(await this.#add(manager, searchId, url, { kind: 'alert', eventId: id }));
          }
        } else {
          await manager.query(
            'insert into digest_event (event_id, search_id) values ($1, $2) on conflict do nothing',
            [id, searchId],
          );
        }
      }
      for (const webhookId of touched) {
        await manager.query(MAKE_ROOM, [webhookId, WAITING_PER_WEBHOOK_MAX]);
      }
      await manager.query('update delivery_cursor set last_event_id = $1', [last.id]);
      return events.length;
    });
  }

  /**
   * Makes the digests whose hour (`hour`) or day (`day`, UTC: 07.00 in western Indonesia) has ended.
   * Of a time without events there is none; a search that wants none any more gets what waits at once.
   */
  async makeDigests(): Promise<void> {
    await inTransaction(this.#dataSource, async (manager) => {
      if (!(await isLocked(manager))) return;
      const due: DigestRow[] = await manager.query(DUE_DIGESTS);
      for (const { search_id: searchId, notify, from, to } of due) {
        const digest = { id: randomUUID(), from, to };
        await manager.query(CLOSE_DIGEST, [digest.id, searchId, to]);
        for (const { url } of notify.webhooks) {
          await this.#add(manager, searchId, url, { kind: 'digest', digest });
        }
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
      const id = randomUUID();
      await this.#add(manager, searchId, url, { id, kind: 'test' });
      return id;
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

  /** @returns the id of the receiver. */
  async #add(
    manager: EntityManager,
    searchId: string,
    url: string,
    what: {
      id?: string;
      kind: DueDelivery['kind'];
      eventId?: string;
      digest?: { id: string; from: Date; to: Date };
    },
  ): Promise<string> {
    const webhookId = await this.#webhook(manager, searchId, url);
    const { id = randomUUID(), kind, eventId = null, digest } = what;
    const of = [digest?.id ?? null, digest?.from ?? null, digest?.to ?? null];
    await manager.query(ADD, [id, webhookId, kind, eventId, ...of]);
    return webhookId;
  }

  /** Deliveries that are due, for this process alone for a minute. */
  async claim(count: number): Promise<DueDelivery[]> {
    const [rows] = await retrying<[DueDelivery[], number]>(() =>
      this.#dataSource.query(CLAIM, [CLAIMED_PER_WEBHOOK, count, CLAIM_SECONDS]),
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
    const of = [delivery.digest_id];
    const span = 'e.id in (select event_id from digest_event where digest_id = $1)';
    const [events, [counted]] = await Promise.all([
      retrying<EventRow[]>(() =>
        this.#dataSource.query(
          `select ${EVENT_COLUMNS} from ${EVENTS} where ${span} order by e.id limit $2`,
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
    const { id, webhookId, claim, entry, state, waitMs = 0, receiverWaitMs, isGone } = outcome;
    await inTransaction(this.#dataSource, async (manager) => {
      const logged = JSON.stringify([entry]);
      await manager.query(RECORD, [id, state, waitMs, logged, DELIVERY_LOG_MAX, claim]);
      await manager.query(
        `update webhook set failures = case when $2::boolean then 0 else failures + 1 end,
           not_before = now() + $3 * interval '1 millisecond',
           gone_at = case when $4::boolean then now() when $2::boolean then null else gone_at end
         where id = $1`,
        [webhookId, state === 'delivered', receiverWaitMs, isGone],
      );
    });
  }

  /** Gives up what nobody took for three days, whatever the tries. */
  async giveUpOld(): Promise<void> {
    await retrying(() => this.#dataSource.query(GIVE_UP_OLD, [TRIED_FOR_MS, CLEARED_AT_ONCE]));
  }

  /** Forgets some of what was done long ago. @returns true when there may be more. */
  async forgetOld(): Promise<boolean> {
    const parameters = [KEPT, CLEARED_AT_ONCE];
    const counts: number[] = [];
    for (const statement of [FORGET_DONE, FORGET_DIGESTED]) {
      const [, count]: [unknown, number] = await retrying(() =>
        this.#dataSource.query(statement, parameters),
      );
      counts.push(count);
    }
    await retrying(() => this.#dataSource.query(FORGET_WEBHOOKS, [KEPT]));
    return Math.max(...counts) === CLEARED_AT_ONCE;
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
  from: Date;
  to: Date;
}

async function isLocked(manager: EntityManager): Promise<boolean> {
  const [row]: { locked: boolean }[] = await manager.query(LOCK);
  return row?.locked === true;
}
