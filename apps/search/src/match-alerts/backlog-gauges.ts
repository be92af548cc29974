import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Backlog } from './backlog.store.postgres.ts';

/** It is worked off for minutes: each look costs a request, and scrapes may come every second. */
const LOOK_EVERY_MS = 10_000;

/**
 * How much alerts have to catch up with, the same in every process. A scrape never waits for Postgres:
 * it gets what was last known and has it looked up anew. Until the first answer there is no value.
 */
export function backlogGauges(registry: Registry, read: () => Promise<Backlog>): void {
  let lookedAtMs = -Infinity;
  let latest: Backlog | undefined;
  const look = () => {
    if (performance.now() - lookedAtMs < LOOK_EVERY_MS) return;
    lookedAtMs = performance.now();
    read().then(
      (now) => (latest = now),
      // An outage shows elsewhere; the gauges then keep what was last known.
      () => undefined,
    );
  };
  const gauge = (name: string, help: string, of: (backlog: Backlog) => number) =>
    new Gauge({
      name,
      help: `${help} The same in every process of search: take the maximum.`,
      registers: [registry],
      collect() {
        look();
        if (latest === undefined) this.remove();
        else this.set(of(latest));
      },
    });
  gauge(
    'warta_alert_missed_waiting',
    'Pushes times searches that were not tried on them and wait to be matched later.',
    ({ missed }) => missed,
  );
  gauge(
    'warta_alert_passed_over',
    'Articles that failed for themselves and were passed over; with 10,000 matching waits.',
    ({ passedOver }) => passedOver,
  );
}
