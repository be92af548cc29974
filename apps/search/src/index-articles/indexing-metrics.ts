import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/** What indexing tells Prometheus. */
export interface IndexingMetrics {
  readonly documents: Counter<'outcome'>;
  readonly retries: Counter;
  readonly bulkSeconds: Histogram;
  readonly visibleSeconds: Histogram;
  readonly unseen: Counter;
}

export function indexingMetrics(registry: Registry): IndexingMetrics {
  const registers = [registry];
  return {
    documents: new Counter({
      name: 'warta_search_documents_total',
      help: 'Documents sent to the index, by outcome: done, stale (already as new) or dead-letter.',
      labelNames: ['outcome'],
      registers,
    }),
    retries: new Counter({
      name: 'warta_search_document_retries_total',
      help: 'Documents that had to be sent once more because the index was away, full or busy.',
      registers,
    }),
    bulkSeconds: new Histogram({
      name: 'warta_search_bulk_seconds',
      help: 'Duration of bulk requests.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    visibleSeconds: new Histogram({
      name: 'warta_search_visible_seconds',
      help: 'From the storing of a push, or the end of its embargo, to the moment searches were seen to show its effect.',
      buckets: [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30, 60, 300, 1_800, 7_200],
      registers,
    }),
    unseen: new Counter({
      name: 'warta_search_visible_unseen_total',
      help: 'Indexed documents whose visibility could not be observed; warta_search_visible_seconds lacks them.',
      registers,
    }),
  };
}
