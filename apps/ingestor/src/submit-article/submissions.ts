import type { ArticleSubmittedV1, EventDefinition, PushAccepted } from '@warta/contracts';
import { encodeEvent } from '@warta/messaging';
import type { KafkaProducer, Platform } from '@warta/messaging';
import { currentTraceparent } from '@warta/service';

/**
 * How long a request waits for the broker. Healthy it takes milliseconds; a leader that moves
 * takes a few seconds. With the time to read a body it stays below REQUEST_DEADLINE_MS.
 */
export const PUBLISH_DEADLINE_MS = 6_000;

/** CloudEvents `source` of what this service publishes. */
export const EVENT_SOURCE = '/warta/ingestor';

/** Stores submissions and answers for them. */
export class Submissions {
  readonly #producer: KafkaProducer;
  readonly #definition: EventDefinition<ArticleSubmittedV1>;
  readonly #searchUrl: string;
  readonly #logger: Platform['logger'];

  /** @param searchUrl public base of the search API, without a slash at its end. */
  constructor(options: {
    producer: KafkaProducer;
    definition: EventDefinition<ArticleSubmittedV1>;
    searchUrl: string;
    logger: Platform['logger'];
  }) {
    this.#producer = options.producer;
    this.#definition = options.definition;
    this.#searchUrl = options.searchUrl;
    this.#logger = options.logger;
  }

  /**
   * Returns only when every in-sync broker has the event. The answer depends on nothing but the
   * article's identity: the same request gets the same one.
   * @throws TransientError when it may not be stored; sending it again does no harm.
   */
  async accept(event: ArticleSubmittedV1): Promise<PushAccepted> {
    const traceparent = currentTraceparent();
    const about = { source: EVENT_SOURCE, ...(traceparent === undefined ? {} : { traceparent }) };
    const record = encodeEvent(this.#definition, event, about);
    const [stored] = await this.#producer.publish([record], PUBLISH_DEADLINE_MS);
    const { kind, articleId, feed } = event;
    const { topic, partition, offset } = stored ?? {};
    // With the trace id of the request, under which enricher and search log the same article.
    this.#logger.debug({ kind, articleId, feed, topic, partition, offset: `${offset}` }, 'stored');
    return {
      id: event.articleId,
      feed: event.feed,
      status: 'accepted',
      location: `${this.#searchUrl}/v1/articles/${event.articleId}`,
    };
  }
}
