import type { ArticleUpdatedV1, EventDefinition } from '@warta/contracts';
import { encodeEvent, NotAcknowledgedError, OverloadedError, sleep } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import type { Logger } from 'pino';
import type { StatesInOrderStore } from './states-in-order.store.postgres.ts';

const SOURCE = '/warta/enricher';

const PUBLISH_MS_MAX = 30_000;

/** A restart of a broker is waited for; a broker that is gone ends the job with its reason. */
const TRIES_MAX = 10;
const AGAIN_AFTER_MS = 3_000;

const TELL_EVERY_MS = 5_000;

/** How many were told, and the last of them. */
export interface PublishedStates {
  readonly articles: number;
  readonly last?: string;
}

/**
 * Tells the current state of every article, in the order of their ids: live, held, withheld and
 * canceled ones. Nothing is written to Postgres and nobody is kept from working meanwhile; what
 * changes after it was read is told on the usual topic, with a higher rev. Ended at any point it may
 * be run again, from the start or after the last id that it has told of.
 *
 * @param options.after an article id to go on after.
 * @param options.perSecond how many articles at most; as many as there can be unless told.
 * @throws NotAcknowledgedError when the brokers stay away.
 */
export async function publishStates(
  parts: {
    readonly states: StatesInOrderStore;
    readonly producer: Pick<KafkaProducer, 'publish'>;
    /** The event to publish, under the topic name of this stack. */
    readonly rebuild: EventDefinition<ArticleUpdatedV1>;
    readonly logger: Logger;
  },
  options: { readonly after?: string; readonly perSecond?: number } = {},
): Promise<PublishedStates> {
  const { states, producer, rebuild, logger } = parts;
  const about = await states.about();
  const begunMs = performance.now();
  let told: PublishedStates = { articles: 0 };
  let saidMs = begunMs;
  for (let after = options.after; ;) {
    const next = await states.next(after);
    if (next.after === undefined) return told;
    after = next.after;
    const records = next.states.map((state) =>
      encodeEvent(rebuild, state, { source: SOURCE, id: `${state.articleId}:${state.rev}` }),
    );
    await persistently(() => producer.publish(records, PUBLISH_MS_MAX));
    told = { articles: told.articles + records.length, last: after };
    if (performance.now() - saidMs > TELL_EVERY_MS) {
      saidMs = performance.now();
      const perSecond = Math.round((told.articles / (saidMs - begunMs)) * 1_000);
      logger.info({ ...told, about, perSecond }, 'telling the state of every article');
    }
    const dueMs = begunMs + (told.articles / (options.perSecond ?? Infinity)) * 1_000;
    if (dueMs > performance.now()) await sleep(dueMs - performance.now());
  }
}

async function persistently(publish: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await publish();
      return;
    } catch (error) {
      const isPassing = error instanceof NotAcknowledgedError || error instanceof OverloadedError;
      if (!isPassing || tries >= TRIES_MAX) throw error;
    }
    await sleep(AGAIN_AFTER_MS);
  }
}
