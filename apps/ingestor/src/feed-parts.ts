import type { DynamicModule } from '@nestjs/common';
import { AccessBook, AllowList, Egress, Sealer } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { AccessLog } from './access-keys/access-log.ts';
import type { IngestorConfig } from './config.ts';
import { FeedRegistry } from './feeds/feed-registry.ts';
import { FeedSecretsController } from './feeds/feed-secrets.controller.ts';
import { FeedsController } from './feeds/feeds.controller.ts';
import { LockedSecrets } from './feeds/locked-secrets.ts';
import { PushGate } from './signed-push/push-gate.ts';
import { LeaseRenewal } from './websub/lease-renewal.ts';
import { WebSubCallbackController } from './websub/web-sub-callback.controller.ts';
import { WebSubController } from './websub/web-sub.controller.ts';
import { WebSub } from './websub/web-sub.ts';

/** Feeds as things: what the module is given of them. */
export const feedControllers = [
  FeedsController,
  FeedSecretsController,
  WebSubController,
  WebSubCallbackController,
];

export function feedProviders(
  start: ServiceStart<IngestorConfig>,
): NonNullable<DynamicModule['providers']> {
  return [
    { provide: Sealer, useFactory: () => new Sealer(start.config.WARTA_SEALING_KEYS) },
    {
      provide: FeedRegistry,
      inject: [AccessLog, AccessBook, Sealer],
      useFactory: (log: AccessLog, book: AccessBook, sealer: Sealer) => {
        const feeds = new FeedRegistry({ log, book, sealer });
        watchSecrets(start, feeds, book);
        return feeds;
      },
    },
    {
      provide: PushGate,
      inject: [AccessBook, Sealer],
      useFactory: (book: AccessBook, sealer: Sealer) =>
        new PushGate({ book, sealer, logger: start.logger }),
    },
    { provide: WebSub, inject: [FeedRegistry], useFactory: (feeds) => startWebSub(start, feeds) },
  ];
}

function watchSecrets(
  start: ServiceStart<IngestorConfig>,
  feeds: FeedRegistry,
  book: AccessBook,
): void {
  const locked = new LockedSecrets({ feeds, logger: start.logger, metrics: start.metrics });
  start.lifecycle.add({
    name: 'look at secrets',
    start: () => locked.start(() => book.unavailable(Date.now()) === undefined),
    stop: () => locked.stop(),
  });
}

function startWebSub(start: ServiceStart<IngestorConfig>, feeds: FeedRegistry): WebSub {
  const { config, logger } = start;
  const webSub = new WebSub({
    feeds,
    egress: new Egress({
      schemes: config.WARTA_EGRESS_SCHEMES,
      allow: config.WARTA_EGRESS_ALLOW ?? AllowList.of(''),
    }),
    callbackBase: config.WARTA_INGESTOR_URL,
    logger,
  });
  const renewal = new LeaseRenewal({
    due: () => webSub.due(),
    renew: (feed) => webSub.renew(feed),
    logger,
  });
  start.lifecycle.add({
    name: 'lease renewal',
    start: () => renewal.start(),
    stop: () => renewal.stop(),
  });
  return webSub;
}
