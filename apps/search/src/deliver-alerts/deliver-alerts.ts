import type { Platform } from '@warta/messaging';
import { EgressError, WorkLoop } from '@warta/service';
import type { Egress, Sealer } from '@warta/service';
import { Counter, Gauge } from 'prom-client';
import { messageOf, signedHeaders } from './delivery-message.ts';
import type { DueDelivery } from './delivery-message.ts';
import type { DeliveryQueue, TryOutcome } from './delivery-queue.store.postgres.ts';
import { receiverWait, retryAfterMs, waitAfter } from './delivery-schedule.ts';
import { openWebhookSecret } from './webhook-secret.ts';

/** An alert is on its way within about this. */
const LOOK_EVERY_MS = 500;
/** After trouble with Postgres. */
const TROUBLED_WAIT_MS = 3_000;
const DIGESTS_EVERY_MS = 15_000;
const FORGET_EVERY_MS = 60 * 60_000;

/** Requests under way at a time in this process. */
const SENT_AT_ONCE = 16;

/** Said of a receiver to people; its whole answer is its own affair. */
const REASON_LENGTH_MAX = 300;

const GONE = 410;

export interface DeliverAlertsParts extends Platform {
  readonly queue: DeliveryQueue;
  readonly egress: Egress;
  readonly sealer: Sealer;
}

/**
 * Sends alerts and digests to receivers, signed by Standard Webhooks 1.0, at least once each: a
 * receiver tells a repetition by its webhook-id. Any number of processes share the work.
 */
export class DeliverAlerts {
  readonly #parts: DeliverAlertsParts;
  readonly #loop: WorkLoop;
  readonly #outcomes: Counter<'outcome'>;
  readonly #underWay = new Set<Promise<void>>();
  #digestsAtMs = 0;
  #forgottenAtMs = 0;
  #waiting = 0;

  constructor(parts: DeliverAlertsParts) {
    this.#parts = parts;
    this.#loop = new WorkLoop({
      round: async () => ((await this.#work()) > 0 ? 0 : LOOK_EVERY_MS),
      troubled: {
        waitMs: TROUBLED_WAIT_MS,
        tell: (error) => parts.logger.warn({ err: error }, 'alerts cannot be delivered just now'),
      },
    });
    this.#outcomes = new Counter({
      name: 'search_webhook_tries_total',
      help: 'Tries of deliveries to webhooks: delivered, failed (tried again) or given-up.',
      labelNames: ['outcome'],
      registers: [parts.metrics],
    });
    const gauge: Gauge = new Gauge({
      name: 'search_webhook_deliveries_waiting',
      help: 'Deliveries that wait for their receivers.',
      registers: [parts.metrics],
      collect: () => gauge.set(this.#waiting),
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** Waits for what is under way, which has a deadline of its own. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    await Promise.all(this.#underWay);
  }

  /** @returns how much there was to do. */
  async #work(): Promise<number> {
    const { queue } = this.#parts;
    const nowMs = performance.now();
    if (this.#digestsAtMs === 0 || nowMs - this.#digestsAtMs > DIGESTS_EVERY_MS) {
      this.#digestsAtMs = nowMs;
      await queue.makeDigests();
      await queue.giveUpOld();
      this.#waiting = await queue.countWaiting();
    }
    if (nowMs - this.#forgottenAtMs > FORGET_EVERY_MS) {
      const isMore = await queue.forgetOld();
      if (!isMore) this.#forgottenAtMs = nowMs;
    }
    const taken = await queue.takeIn();
    const free = SENT_AT_ONCE - this.#underWay.size;
    const due = free > 0 ? await queue.claim(free) : [];
    for (const delivery of due) this.#send(delivery);
    return taken + due.length;
  }

  /** In the background: a receiver that takes its time keeps no other waiting. */
  #send(delivery: DueDelivery): void {
    const sending = this.#deliver(delivery)
      .catch((error: unknown) => {
        // Its claim ends by itself, and it is sent again.
        this.#parts.logger.warn(
          { err: error },
          'the outcome of a delivery cannot be kept just now',
        );
      })
      .finally(() => {
        this.#underWay.delete(sending);
        // There is a place for another.
        this.#loop.wake();
      });
    this.#underWay.add(sending);
  }

  async #deliver(delivery: DueDelivery): Promise<void> {
    const outcome = await this.#try(delivery);
    await this.#parts.queue.record(outcome);
    this.#outcomes.inc({ outcome: outcome.state === 'waiting' ? 'failed' : outcome.state });
  }

  async #try(delivery: DueDelivery): Promise<TryOutcome> {
    const { queue, egress, sealer } = this.#parts;
    const at = new Date();
    const outcome = outcomesOf(delivery, at);
    if (delivery.is_gone) return outcome.givenUp('it has answered that it is gone');
    if (!delivery.is_wanted) return outcome.givenUp('the search names this receiver no more');
    const secret = openWebhookSecret(delivery.webhook_id, delivery.secret, sealer);
    if (secret === undefined) {
      return outcome.failed('its secret is sealed with a key that WARTA_SEALING_KEYS lacks');
    }
    const { events, count } = await queue.eventsOf(delivery);
    const message = messageOf(delivery, events, count);
    if (message === undefined) return outcome.givenUp('what it would tell of is gone');
    const body = JSON.stringify(message);
    try {
      const { status, headers } = await egress.send({
        url: delivery.url,
        document: {
          contentType: 'application/json',
          bytes: Buffer.from(body),
          headers: signedHeaders({ id: delivery.id, secret }, body, at),
        },
      });
      if (status >= 200 && status < 300) return outcome.delivered(status);
      if (status === GONE) return outcome.givenUp('it answered that it is gone', status);
      const asked = retryAfterMs(headers['retry-after'], Date.now());
      return outcome.failed(`it answered ${status}`, status, asked);
    } catch (error) {
      const { message: said } = error as Error;
      const isHopeless = error instanceof EgressError && error.isOfAddress;
      return isHopeless ? outcome.givenUp(said) : outcome.failed(said);
    }
  }
}

/** The ways in which a try can end. */
function outcomesOf(delivery: DueDelivery, at: Date) {
  const { id, webhook_id: webhookId, webhook_failures: failures, attempts } = delivery;
  const { claim, tried_for_ms: triedForMs } = delivery;
  const entry = (more: { status?: number; error?: string }) => ({
    at: at.toISOString(),
    ms: Math.max(0, Date.now() - at.getTime()),
    ...(more.status !== undefined && { status: more.status }),
    ...(more.error !== undefined && { error: more.error.slice(0, REASON_LENGTH_MAX) }),
  });
  const base = { id, webhookId, claim, isGone: false, receiverWaitMs: 0 };
  return {
    delivered: (status: number): TryOutcome => ({
      ...base,
      state: 'delivered',
      entry: entry({ status }),
    }),
    givenUp: (error: string, status?: number): TryOutcome => ({
      ...base,
      state: 'given-up',
      entry: entry({ error, ...(status !== undefined && { status }) }),
      isGone: status === GONE,
    }),
    failed: (error: string, status?: number, askedMs?: number): TryOutcome => {
      const waitMs = waitAfter(attempts, triedForMs, askedMs, Math.random());
      return {
        ...base,
        ...(waitMs === undefined ? { state: 'given-up' } : { state: 'waiting', waitMs }),
        entry: entry({ error, ...(status !== undefined && { status }) }),
        receiverWaitMs: receiverWait(failures + 1),
      };
    },
  };
}
