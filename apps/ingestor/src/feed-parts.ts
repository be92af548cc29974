import type { DynamicModule } from '@nestjs/common';
import { AccessBook } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { AccessLog } from './access-keys/access-log.ts';
import type { IngestorConfig } from './config.ts';
import { FeedRegistry } from './feeds/feed-registry.ts';
import { FeedSecretsController } from './feeds/feed-secrets.controller.ts';
import { FeedsController } from './feeds/feeds.controller.ts';
import { Sealer } from './feeds/sealer.ts';
import { PushGate } from './signed-push/push-gate.ts';

/** Feeds as things: what the module is given of them. */
export const feedControllers = [FeedsController, FeedSecretsController];

export function feedProviders(
  start: ServiceStart<IngestorConfig>,
): NonNullable<DynamicModule['providers']> {
  return [
    { provide: Sealer, useFactory: () => new Sealer(start.config.WARTA_SEALING_KEYS) },
    {
      provide: FeedRegistry,
      inject: [AccessLog, AccessBook, Sealer],
      useFactory: (log: AccessLog, book: AccessBook, sealer: Sealer) =>
        new FeedRegistry({ log, book, sealer }),
    },
    {
      provide: PushGate,
      inject: [AccessBook, Sealer],
      useFactory: (book: AccessBook, sealer: Sealer) => new PushGate({ book, sealer }),
    },
  ];
}
