import { Postgres } from '@warta/postgres';
import { AllowList, Egress, Sealer } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import type { SearchConfig } from '../config.ts';
import { DeliverAlerts } from './deliver-alerts.ts';
import { DeliveryLog } from './delivery-log.store.postgres.ts';
import { DeliveryQueue } from './delivery-queue.store.postgres.ts';

/** Less than the service has to stop in; Standard Webhooks 1.0 asks receivers to answer before they work. */
const ANSWER_WITHIN_MS = 10_000;

/** Providers of DeliveriesController, and what sends. */
export function deliverParts(start: ServiceStart<SearchConfig>) {
  const { config, lifecycle, logger, metrics } = start;
  const sealer = new Sealer(config.WARTA_SEALING_KEYS);
  const egress = new Egress({
    schemes: config.WARTA_EGRESS_SCHEMES,
    allow: config.WARTA_EGRESS_ALLOW ?? AllowList.of(''),
    deadlineMs: ANSWER_WITHIN_MS,
  });
  return [
    { provide: Egress, useValue: egress },
    {
      provide: DeliveryLog,
      inject: [Postgres],
      useFactory: ({ dataSource }: Postgres) => new DeliveryLog(dataSource, sealer),
    },
    {
      provide: DeliveryQueue,
      inject: [Postgres],
      useFactory: ({ dataSource }: Postgres) => new DeliveryQueue(dataSource, sealer),
    },
    {
      provide: DeliverAlerts,
      inject: [DeliveryQueue],
      useFactory: (queue: DeliveryQueue) => {
        const deliver = new DeliverAlerts({ queue, egress, sealer, logger, metrics });
        lifecycle.add({
          name: 'deliveries',
          start: () => deliver.start(),
          stop: () => deliver.stop(),
        });
        return deliver;
      },
    },
  ];
}
