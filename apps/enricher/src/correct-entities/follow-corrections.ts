import { ArticleSubmitted, EntityCorrection } from '@warta/contracts';
import { CompactedTopic, withPrefix } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import type { Postgres } from '@warta/postgres';
import { kafkaSettings } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import type { EnricherConfig } from '../config.ts';
import { AskCorrected } from './ask-corrected.ts';
import { CorrectionStore } from './correction-book.store.postgres.ts';
import { CorrectionWork } from './correction-work.store.postgres.ts';
import { KeepCorrections } from './keep-corrections.ts';

/**
 * Corrections from the log to Postgres, and from there to the articles. Adds itself to lifecycle and
 * readiness; Postgres and the producer are started before it and stopped after it by the caller.
 */
export function followCorrections(
  start: ServiceStart<EnricherConfig>,
  { postgres, producer }: { postgres: Postgres; producer: KafkaProducer },
): void {
  const { config, lifecycle, health, logger, metrics } = start;
  const prefix = config.WARTA_TOPIC_PREFIX;
  const keeper = new KeepCorrections(new CorrectionStore(postgres.dataSource), logger);
  const topic = new CompactedTopic(
    kafkaSettings(config, `${start.name}-corrections`),
    {
      definition: withPrefix(EntityCorrection, prefix),
      onEvent: (event, at) => keeper.hear(event, at),
      onFatal: start.fatal,
    },
    start,
  );
  const asking = new AskCorrected({
    work: new CorrectionWork(postgres.dataSource),
    producer,
    submitted: withPrefix(ArticleSubmitted, prefix),
    logger,
    metrics,
  });
  keeper.follow(topic);
  lifecycle.add({
    name: 'keeping corrections',
    start: () => keeper.start(),
    stop: () => keeper.stop(),
  });
  lifecycle.add({ name: 'corrections', start: () => topic.start(), stop: () => topic.stop() });
  lifecycle.add({
    name: 'applying corrections',
    start: () => asking.start(),
    stop: () => asking.stop(),
  });
  health.add({
    name: 'corrections',
    ready: () => {
      const reason = keeper.unavailable;
      return reason === undefined ? { ok: true } : { ok: false, reason };
    },
  });
}
