import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Access } from '@warta/contracts';
import { KafkaProducer, withPrefix } from '@warta/messaging';
import { AccessBook, followAccess, kafkaSettings } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { AccessKeysController } from './access-keys/access-keys.controller.ts';
import { AccessLog } from './access-keys/access-log.ts';
import { KeyRegistry } from './access-keys/key-registry.ts';
import type { IngestorConfig } from './config.ts';
import { feedControllers, feedProviders } from './feed-parts.ts';
import { pushControllers, pushProviders } from './push-parts.ts';

@Module({})
export class IngestorModule {
  static register(start: ServiceStart<IngestorConfig>): DynamicModule {
    const { WARTA_TOPIC_PREFIX: prefix } = start.config;
    return {
      module: IngestorModule,
      controllers: [...pushControllers, AccessKeysController, ...feedControllers],
      providers: [
        { provide: KafkaProducer, useFactory: () => startProducer(start) },
        { provide: AccessBook, useFactory: () => followAccess(start) },
        {
          provide: AccessLog,
          inject: [KafkaProducer, AccessBook],
          useFactory: (producer: KafkaProducer, book: AccessBook) =>
            new AccessLog({ producer, definition: withPrefix(Access, prefix), book }),
        },
        {
          provide: KeyRegistry,
          inject: [AccessLog, AccessBook],
          useFactory: (log: AccessLog, book: AccessBook) => new KeyRegistry({ log, book }),
        },
        ...pushProviders(start),
        ...feedProviders(start),
      ],
    };
  }
}

function startProducer(start: ServiceStart<IngestorConfig>): KafkaProducer {
  const producer = new KafkaProducer(kafkaSettings(start.config, start.name), start);
  start.lifecycle.add({
    name: 'producer',
    start: () => producer.start(),
    stop: () => producer.stop(),
  });
  start.health.add({
    name: 'producer',
    ready: () =>
      producer.ready ? { ok: true } : { ok: false, reason: 'the brokers do not confirm writes' },
  });
  return producer;
}
