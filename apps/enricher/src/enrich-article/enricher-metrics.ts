import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

export interface EnricherMetrics {
  readonly published: Counter<'status'>;
  readonly rejected: Counter;
  readonly batchArticles: Histogram;
  readonly reconsidered: Counter;
  readonly corrected: Counter;
  /** Its count is the number of released articles. */
  readonly releasedLate: Histogram;
}

export function enricherMetrics(registry: Registry): EnricherMetrics {
  const registers = [registry];
  return {
    published: new Counter({
      name: 'enricher_articles_total',
      help: 'Article states handed over to be published, repeated deliveries counted.',
      labelNames: ['status'],
      registers,
    }),
    rejected: new Counter({
      name: 'enricher_annotation_failures_total',
      help: 'Texts that stalled or killed a worker twice.',
      registers,
    }),
    reconsidered: new Counter({
      name: 'enricher_duplicates_reconsidered_total',
      help: 'Articles asked to look again whom they repeat, because another article changed.',
      registers,
    }),
    corrected: new Counter({
      name: 'enricher_corrected_articles_total',
      help: 'Articles published again because a person corrected an entity, or undid it.',
      registers,
    }),
    batchArticles: new Histogram({
      name: 'enricher_batch_articles',
      help: 'Distinct articles in one transaction.',
      buckets: [1, 2, 5, 10, 25, 50, 100, 200],
      registers,
    }),
    releasedLate: new Histogram({
      name: 'enricher_embargo_released_late_seconds',
      help: 'How long after the end of its embargo an article that waited for it became live.',
      buckets: [1, 2, 5, 10, 30, 60, 300, 3_600],
      registers,
    }),
  };
}
