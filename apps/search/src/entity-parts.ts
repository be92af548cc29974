import { EntityCorrection } from '@warta/contracts';
import { CompactedTopic, KafkaProducer, withPrefix } from '@warta/messaging';
import { AccessBook, kafkaSettings } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { ArticleIndex } from './article-index/article-index.ts';
import type { SearchConfig } from './config.ts';
import { Corrections } from './correct-entities/corrections.ts';
import { CorrectionsController } from './correct-entities/corrections.controller.ts';
import { EntitiesController } from './read-entities/entities.controller.ts';
import { SearchQuotesController } from './search-quotes/search-quotes.controller.ts';
import { Entities } from './entity-book/entities.ts';
import { EntityBook } from './entity-book/entity-book.ts';

type Start = ServiceStart<SearchConfig>;

/** Entities as things: what the module is given of them. */
export const entityControllers = [
  EntitiesController,
  SearchQuotesController,
  CorrectionsController,
];

export function entityProviders(start: Start) {
  return [
    { provide: EntityBook, useFactory: () => followCorrections(start) },
    {
      provide: Entities,
      inject: [ArticleIndex, EntityBook],
      useFactory: (index: ArticleIndex, book: EntityBook) => new Entities(index, book),
    },
    {
      provide: Corrections,
      inject: [Entities, KafkaProducer, AccessBook],
      useFactory: (entities: Entities, producer: KafkaProducer, access: AccessBook) => {
        const definition = withPrefix(EntityCorrection, start.config.WARTA_TOPIC_PREFIX);
        return new Corrections({ entities, producer, definition, access });
      },
    },
  ];
}

/** The corrections of this stack, kept current: reads their topic from its start and follows it. */
function followCorrections(start: Start): EntityBook {
  const { config, lifecycle, health } = start;
  const book = new EntityBook();
  const topic = new CompactedTopic(
    kafkaSettings(config, `${start.name}-corrections`),
    {
      definition: withPrefix(EntityCorrection, config.WARTA_TOPIC_PREFIX),
      onEvent: (correction, at) => book.apply(correction, at),
      onFatal: start.fatal,
    },
    start,
  );
  book.follow(topic);
  lifecycle.add({ name: 'corrections', start: () => topic.start(), stop: () => topic.stop() });
  health.add({
    name: 'corrections',
    ready: () => {
      const reason = book.unavailable;
      return reason === undefined ? { ok: true } : { ok: false, reason };
    },
  });
  return book;
}
