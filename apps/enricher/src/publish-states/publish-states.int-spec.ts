import { ArticleRebuild, ArticleSubmitted } from '@warta/contracts';
import type { ArticleSubmittedV1, ArticleUpdatedV1 } from '@warta/contracts';
import { decodeEvent, KafkaProducer, readLog, TopicAdmin, withPrefix } from '@warta/messaging';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { CorrectionStore } from '../correct-entities/correction-book.store.postgres.ts';
import type { AnnotatorPool } from '../enrich-article/annotator-pool.ts';
import { ArticleStore } from '../enrich-article/article.store.postgres.ts';
import { EnrichArticle } from '../enrich-article/enrich-article.ts';
import { enricherMetrics } from '../enrich-article/enricher-metrics.ts';
import { kafkaOfTests, SERVICE_TEST_MS } from '../testing-bed.ts';
import {
  annotatorPool,
  going,
  migratedSchema,
  newId,
  publish,
  received,
  said,
  silent,
  takedown,
} from '../testing.ts';
import { publishStates } from './publish-states.ts';
import { StatesInOrderStore } from './states-in-order.store.postgres.ts';

const platform = { logger: silent, metrics: new Registry() };

describe('telling the state of every article', () => {
  const rebuild = withPrefix(ArticleRebuild, `t-${newId().slice(0, 13)}.`);
  const admin = new TopicAdmin(kafkaOfTests(), platform);
  const producer = new KafkaProducer(kafkaOfTests(), platform);
  let schema: TestSchema;
  let dataSource: DataSource;
  let annotator: AnnotatorPool;
  let enrich: EnrichArticle;
  const published = new Map<string, ArticleUpdatedV1>();

  beforeAll(async () => {
    await producer.start();
    await admin.ensureTopics([rebuild], { replicationFactor: 1, minInsyncReplicas: 1 });
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
    annotator = annotatorPool();
    const metrics = enricherMetrics(new Registry());
    enrich = new EnrichArticle({ store: new ArticleStore(dataSource), annotator, metrics });
  }, SERVICE_TEST_MS);
  afterAll(async () => {
    await annotator.stop();
    await dataSource.destroy();
    await schema.drop();
    await admin.deleteTopics([rebuild.topic]);
    await producer.stop();
    await admin.stop();
  }, SERVICE_TEST_MS);

  async function handle(...events: ArticleSubmittedV1[]): Promise<void> {
    const outcome = await enrich.handle(
      events.map((event, at) => received(event, at)),
      going,
    );
    for (const { topic, value } of outcome.publish) {
      if (topic === ArticleSubmitted.topic) continue;
      const state = JSON.parse(value.toString()) as ArticleUpdatedV1;
      published.set(state.articleId, state);
    }
  }

  async function told(): Promise<ArticleUpdatedV1[]> {
    const states: ArticleUpdatedV1[] = [];
    const read = (record: Parameters<Parameters<typeof readLog>[2]>[0]) =>
      void states.push(decodeEvent(rebuild, record).event);
    await readLog(kafkaOfTests(), rebuild.topic, read, platform);
    return states;
  }

  it(
    'says of each, once and with corrections, what was said when it changed; run again, the rest',
    async () => {
      const [live, copy, held, withheld, canceled, asked, old] = Array.from({ length: 7 }, newId) as [
        string, string, string, string, string, string, string,
      ]; // prettier-ignore
      const body = 'Presiden Joko Widodo di Jakarta.';
      await handle(publish(old, 'Joko Widodo di Bandung, yang belum dikoreksi.'));
      await handle(
        publish(live, body),
        publish(held, body, { embargoUntil: '2126-01-01T00:00:00Z' }),
      );
      await handle(said('withhold', withheld), publish(canceled, body), takedown(canceled));
      const state = published.get(live);
      const entityId = (state?.status === 'live' && state.annotation.entities[0]?.id) || '';
      const made = {
        at: state?.changedAt ?? '',
        by: { keyId: 'k7f2m9x4', name: 'Meja' },
        reason: 'x',
      };
      const change = { kind: 'retype' as const, entityId, type: 'EVENT' as const };
      const correction = { correctionId: newId(), change, entityName: 'Joko Widodo', made };
      await new CorrectionStore(dataSource).keep(correction, 5n);
      await handle(publish(live, `${body} Lagi.`), publish(copy, body, { feed: 'feed-lain' }));
      await handle({
        ...said('withhold', asked),
        kind: 'reconsider',
        cause: 'duplicate-changed',
      } as ArticleSubmittedV1);
      expect(published.get(live)).toMatchObject({ rev: 2, correctedThrough: 5 });
      expect(published.get(old)).not.toHaveProperty('correctedThrough');

      const parts = {
        states: new StatesInOrderStore(dataSource),
        producer,
        rebuild,
        logger: silent,
      };
      const ids = [live, copy, held, withheld, canceled, old].sort();
      expect(await publishStates(parts)).toEqual({ articles: 6, last: ids.at(-1) });
      const all = await told();
      expect(all.map(({ articleId }) => articleId).sort()).toEqual(ids);
      for (const one of all) expect(one).toEqual(published.get(one.articleId));
      const after = ids[3] ?? '';
      expect(
        await publishStates(
          { ...parts, states: new StatesInOrderStore(dataSource) },
          { after, perSecond: 100 },
        ),
      ).toEqual({
        articles: 2,
        last: ids.at(-1),
      });
      expect((await told()).length).toBe(8);
    },
    SERVICE_TEST_MS,
  );
});
