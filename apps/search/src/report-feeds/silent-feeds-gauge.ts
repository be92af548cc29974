import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { FeedReportsReader } from './feed-reports.ts';

/** Silence is told in hours: a minute more does not matter, and each look costs a request. */
const LOOK_EVERY_MS = 60_000;

/**
 * How many feeds are silent, for alerts; one number, since names of feeds as labels would be without
 * bound. A scrape never waits for Elasticsearch: it gets what was last known and has it looked up
 * anew. Until the first answer there is no value.
 */
export function silentFeedsGauge(
  registry: Registry,
  reports: Pick<FeedReportsReader, 'all' | 'latest'>,
): Gauge {
  let lookedAtMs = -Infinity;
  return new Gauge({
    name: 'warta_silent_feeds',
    help: 'Feeds that are silent longer than is usual for them; GET /v1/feeds names them. The same in every process of search: take the maximum.',
    registers: [registry],
    collect() {
      if (performance.now() - lookedAtMs >= LOOK_EVERY_MS) {
        lookedAtMs = performance.now();
        // An outage shows elsewhere; the gauge then keeps what was last known.
        reports.all().catch(() => undefined);
      }
      const silent = reports.latest?.silent;
      if (silent === undefined) this.remove();
      else this.set(silent);
    },
  });
}
