import { ArticleSubmitted, RECEIPT_TOKEN } from '@warta/contracts';
import type {
  ArticlePublish,
  ArticleReconsider,
  ArticleSubmittedV1,
  EventDefinition,
  ItemOutcome,
  PushAccepted,
  ReceiptPayload,
} from '@warta/contracts';
import { encodeEvent, withPrefix } from '@warta/messaging';
import type { KafkaProducer, OutgoingRecord, Platform, StoredRecord } from '@warta/messaging';
import { currentTraceparent, SignedTokens } from '@warta/service';
import { RememberedPushes } from '../remembered-pushes/remembered-pushes.ts';

/**
 * How long a request waits for the broker. Healthy it takes milliseconds; a leader that moves
 * takes a few seconds. With the time to read a body it stays below REQUEST_DEADLINE_MS.
 */
export const PUBLISH_DEADLINE_MS = 6_000;

/** CloudEvents `source` of what this service publishes. */
export const EVENT_SOURCE = '/warta/ingestor';

/** What only the enricher sends is nothing that a feed submits. */
export type Submitted = Exclude<ArticleSubmittedV1, ArticleReconsider>;

/** A submission ready to be stored. */
export interface PreparedSubmission {
  readonly event: Submitted;
  readonly record: OutgoingRecord;
}

/** A submission that every in-sync broker has. */
export interface Accepted {
  readonly event: Submitted;
  readonly outcome: ItemOutcome;
  /** Of the article in the search API. */
  readonly location: string;
  readonly receipt: string;
}

/** Stores submissions and answers for them. */
export class Submissions {
  readonly #producer: KafkaProducer;
  readonly #definition: EventDefinition<ArticleSubmittedV1>;
  readonly #searchUrl: string;
  readonly #receipts: SignedTokens<ReceiptPayload>;
  readonly #logger: Platform['logger'];
  readonly #remembered = new RememberedPushes();

  /** @param searchUrl public base of the search API, without a slash at its end. */
  constructor(options: {
    producer: KafkaProducer;
    topicPrefix: string;
    searchUrl: string;
    receiptKeys: readonly Buffer[];
    logger: Platform['logger'];
  }) {
    this.#producer = options.producer;
    this.#definition = withPrefix(ArticleSubmitted, options.topicPrefix);
    this.#searchUrl = options.searchUrl;
    this.#receipts = new SignedTokens(RECEIPT_TOKEN, options.receiptKeys);
    this.#logger = options.logger;
  }

  /** @throws PermanentError when the log would not take it: it is too large, or a bug of ours. */
  prepare(event: Submitted): PreparedSubmission {
    const traceparent = currentTraceparent();
    const about = { source: EVENT_SOURCE, ...(traceparent === undefined ? {} : { traceparent }) };
    return { event, record: encodeEvent(this.#definition, event, about) };
  }

  /**
   * Returns only when every in-sync broker has all of them; in their order.
   * @throws TransientError when not all may be stored; sending them again does no harm.
   */
  async accept(prepared: readonly PreparedSubmission[]): Promise<Accepted[]> {
    const records = prepared.map(({ record }) => record);
    const stored = await this.#producer.publish(records, PUBLISH_DEADLINE_MS);
    return prepared.map(({ event }, at) => this.#accepted(event, stored[at] as StoredRecord));
  }

  /** As `accept`, of a single one: what the answer to its push says. */
  async acceptOne(event: Submitted): Promise<PushAccepted & { receipt: string }> {
    const [accepted] = await this.accept([this.prepare(event)]);
    if (accepted === undefined) throw new Error('a stored submission has an answer');
    const { location, receipt } = accepted;
    return { id: event.articleId, feed: event.feed, status: 'accepted', location, receipt };
  }

  /** Where a receipt is told how far its push has come. */
  receiptUrl(receipt: string): string {
    return `${this.#searchUrl}/v1/receipts/${receipt}`;
  }

  #accepted(event: Submitted, stored: StoredRecord): Accepted {
    const { kind, articleId, feed, receivedAt } = event;
    const { topic, partition } = stored;
    const offset = String(stored.offset);
    // With the trace id of the request, under which enricher and search log the same article.
    this.#logger.debug({ kind, articleId, feed, topic, partition, offset }, 'stored');
    const storedAt = new Date(stored.appendedAtMs ?? Date.now()).toISOString();
    const published = event.kind === 'publish' ? publishedFacts(event) : {};
    const at = { topic, partition, offset, receivedAt, storedAt };
    return {
      event,
      outcome: this.#remembered.outcomeOf(event),
      location: `${this.#searchUrl}/v1/articles/${articleId}`,
      receipt: this.#receipts.sign({ articleId, feed, kind, ...at, ...published }),
    };
  }
}

/** By what a receipt tells which of an article's pushes is shown. */
function publishedFacts({
  contentHash,
  embargoUntil,
}: ArticlePublish): Pick<ReceiptPayload, 'contentHash' | 'embargoUntil'> {
  return { contentHash, ...(embargoUntil !== undefined && { embargoUntil }) };
}
