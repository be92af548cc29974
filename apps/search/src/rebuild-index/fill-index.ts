import { ArticleRebuild, ArticleUpdated } from '@warta/contracts';
import type { ArticleUpdatedV1, EventDefinition } from '@warta/contracts';
import { KafkaConsumer, TopicAdmin, withPrefix } from '@warta/messaging';
import type { KafkaSettings, Platform, ReceivedEvent } from '@warta/messaging';
import { Registry } from 'prom-client';
import type {
  ArticleDocument,
  IndexingFacts,
  UpdatedFrom,
} from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { IndexProgress, readIndexedOffsets } from '../article-index/index-progress.ts';
import { IndexArticles } from '../index-articles/index-articles.ts';
import type { Origin } from '../index-articles/bulk-requests.ts';
import type { IndexingOptions } from '../index-articles/index-articles.ts';
import { indexingMetrics } from '../index-articles/indexing-metrics.ts';
import { RevisionWriter } from '../revisions-index/revision-writer.ts';
import { ensureRevisionsIndex, RevisionsIndex } from '../revisions-index/revisions-index.ts';

type Received = ReceivedEvent<ArticleUpdatedV1>;

/** Where the logs end, by topic and partition. */
export type Ends = ReadonlyMap<string, bigint>;

/** How far the new index has come in the two topics. */
export interface Filled {
  readonly read: number;
  readonly left: number;
  readonly ends: Ends;
  readonly reaches: (ends: Ends) => boolean;
}

export interface FillParts {
  readonly settings: KafkaSettings;
  readonly topicPrefix: string;
  readonly platform: Platform;
  readonly onFatal: (reason: Error) => void;
}

/**
 * Fills a new index from the topic in which all states are told again, and follows the live topic at
 * the same time, each with its progress in the new index: of two states of an article the higher
 * rev wins, in whichever order they come. Dead letters are not written again.
 */
export class FillIndex {
  readonly live: EventDefinition<ArticleUpdatedV1>;
  readonly rebuild: EventDefinition<ArticleUpdatedV1>;
  /** Documents that the new index will never take. */
  refused = 0;
  readonly #target: ArticleIndex;
  readonly #revisions: RevisionsIndex;
  readonly #admin: TopicAdmin;
  readonly #consumers: readonly KafkaConsumer<ArticleUpdatedV1>[];
  #stopped: Promise<void> | undefined;

  constructor(current: ArticleIndex, target: ArticleIndex, parts: FillParts) {
    const { settings, topicPrefix, platform, onFatal } = parts;
    this.#target = target;
    this.#revisions = new RevisionsIndex(current);
    this.live = withPrefix(ArticleUpdated, topicPrefix);
    this.rebuild = withPrefix(ArticleRebuild, topicPrefix);
    this.#admin = new TopicAdmin(settings, platform);
    const metrics = indexingMetrics(new Registry());
    const consumer = (definition: EventDefinition<ArticleUpdatedV1>, options: object) => {
      const articles = new IndexArticles(target, { metrics, ...options });
      return new KafkaConsumer(
        settings,
        {
          groupId: `${topicPrefix}warta.search.rebuild.${definition === this.live ? 'live' : 'told'}`,
          definition,
          progress: new IndexProgress(target, onFatal),
          handle: async (batch, signal) => {
            const { rejected } = await articles.handle(batch, signal);
            this.refused += rejected.length;
            for (const { index, reason, detail } of rejected) {
              const articleId = batch[index]?.event.articleId;
              platform.logger.warn({ articleId, reason, detail }, 'the new index refuses it');
            }
            return { publish: [], rejected: [] };
          },
          onFatal,
        },
        platform,
      );
    };
    const origins = (
      own: (one: Received) => UpdatedFrom | undefined,
    ): Partial<IndexingOptions> => ({
      originsOf: (received) => originsOf(current, received, own),
    });
    this.#consumers = [
      consumer(this.rebuild, {
        ...origins(() => undefined),
        // States from before they were recorded are known from now on; the live ones are anyway.
        revisions: new RevisionWriter(this.#revisions),
      }),
      consumer(this.live, {
        ...origins(({ partition, offset }) => ({ partition, offset: String(offset) })),
        // The state may be there already, without the record in which it was published.
        versionType: 'external_gte',
      }),
    ];
  }

  async start(): Promise<void> {
    await ensureRevisionsIndex(this.#revisions);
    for (const consumer of this.#consumers) await consumer.start();
  }

  /** Stopped once, however often it is called. */
  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  async #stop(): Promise<void> {
    await Promise.all(this.#consumers.map((consumer) => consumer.stop()));
    await this.#admin.stop();
  }

  /** Why a partition will not go on without a person. */
  get halted(): string | undefined {
    const halted = this.#consumers.flatMap((consumer) =>
      consumer.status().halted.map((one) => `${consumer.topic}/${one.partition}: ${one.reason}`),
    );
    return halted[0];
  }

  /** How many states the topic holds in which all are told again. */
  async told(): Promise<number> {
    const bounds = await this.#admin.bounds(this.rebuild.topic);
    return bounds.reduce((sum, { start, end }) => sum + Number(end - start), 0);
  }

  /** What of both topics is in the new index, and what is not yet. */
  async filled(): Promise<Filled> {
    let [read, left] = [0, 0];
    const ends = new Map<string, bigint>();
    const done = new Map<string, bigint>();
    for (const { topic, partitions } of [this.rebuild, this.live]) {
      const offsets = await readIndexedOffsets(this.#target, topic, partitions);
      for (const { partition, start, end } of await this.#admin.bounds(topic)) {
        const next = offsets.get(partition) ?? start;
        done.set(`${topic}/${partition}`, next);
        ends.set(`${topic}/${partition}`, end);
        read += Number(next - start);
        left += Number(end - next);
      }
    }
    const reaches = (goal: Ends) => [...goal].every(([at, end]) => (done.get(at) ?? 0n) >= end);
    return { read, left, ends, reaches };
  }
}

/**
 * Where each state was published first and when it was indexed, as the present index knows it: whoever
 * reads changes from where it was goes on there in the new one, and what was indexed long ago does not
 * look as if its push had taken until now.
 */
async function originsOf(
  current: ArticleIndex,
  received: readonly Received[],
  own: (one: Received) => UpdatedFrom | undefined,
): Promise<Origin[]> {
  type Known = Pick<ArticleDocument, 'rev' | 'updatedFrom'> & IndexingFacts;
  const ids = received.map(({ event }) => event.articleId);
  const known = await askIndex(current, 'reading where states come from', async () => {
    const { docs } = await current.client.mget<Known>({
      index: current.names.write,
      ids,
      _source_includes: ['rev', 'updatedFrom', 'indexedAt'],
    });
    return docs.map((doc) => ('found' in doc && doc.found ? doc._source : undefined));
  });
  return received.map((one, at) => {
    const there = known[at]?.rev === one.event.rev ? known[at] : undefined;
    return { updatedFrom: there?.updatedFrom ?? own(one), indexedAt: there?.indexedAt };
  });
}
