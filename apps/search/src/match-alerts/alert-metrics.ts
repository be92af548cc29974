import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/** From a refresh of the index to an hour of waiting for it. */
const SECONDS = [0.5, 1, 2, 3, 5, 10, 30, 60, 300, 1_800, 3_600];
const ROUND_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** @param behind how many states of articles are still to be matched. */
export function alertMetrics(registry: Registry, behind: () => number) {
  new Gauge({
    name: 'warta_alerts_behind_records',
    help: 'States of articles that were not matched with the saved searches yet.',
    registers: [registry],
    collect() {
      this.set(behind());
    },
  });
  return {
    alertSeconds: new Histogram({
      name: 'warta_alert_seconds',
      help: 'From the storing of a push, or the end of its embargo, until its alert could be read.',
      buckets: SECONDS,
      registers: [registry],
    }),
    roundSeconds: new Histogram({
      name: 'warta_alert_matching_seconds',
      help: 'Finding out which saved searches match some articles.',
      buckets: ROUND_SECONDS,
      registers: [registry],
    }),
    events: new Counter({
      name: 'warta_alert_events_total',
      help: 'What alerts told, by kind: match, copy, edit or withdrawn.',
      labelNames: ['kind'],
      registers: [registry],
    }),
    articles: new Counter({
      name: 'warta_alert_matched_articles_total',
      help: 'Articles that were matched with the saved searches.',
      registers: [registry],
    }),
    late: new Counter({
      name: 'warta_alert_late_events_total',
      help: 'What was told of articles that a search missed when they arrived.',
      registers: [registry],
    }),
    missed: new Counter({
      name: 'warta_alert_missed_pushes_total',
      help: 'Pushes times searches that were not tried on them and will be later, by reason: failing or full.',
      labelNames: ['reason'],
      registers: [registry],
    }),
    unmatched: new Counter({
      name: 'warta_alert_unmatched_total',
      help: 'Times a single state of an article failed for itself. A live one is passed over after some.',
      registers: [registry],
    }),
    failures: new Counter({
      name: 'warta_alert_search_failures_total',
      help: 'Times a saved search could not be tried on a batch.',
      registers: [registry],
    }),
  };
}

export type AlertMetrics = ReturnType<typeof alertMetrics>;
