import {
  ConsumerProgress,
  createDataSource,
  migrate,
  missingMigrations,
  PostgresProgress,
} from '@warta/postgres';
import { testSchema } from '@warta/postgres/testing';
import { Registry } from 'prom-client';
import { migrations } from '../../migrations/index.ts';
import {
  annotatorPool,
  going,
  migratedSchema,
  newId,
  publish,
  received,
  silent,
  takedown,
} from '../testing.ts';
import {
  CorrectionEntity,
  CorrectionPassEntity,
  CorrectionWorkEntity,
} from '../correct-entities/correction.entity.ts';
import { FingerprintEntity } from '../relate-articles/fingerprint.entity.ts';
import { ArticleEntity } from './article.entity.ts';
import { ArticleStore } from './article.store.postgres.ts';
import { EnrichArticle } from './enrich-article.ts';
import { enricherMetrics } from './enricher-metrics.ts';
import { EntityAliasEntity, KnownEntityEntity } from './known-entity.entity.ts';
import { MentionEntity } from './mention.entity.ts';
import { QuoteEntity } from './quote.entity.ts';
import { RevisionEntity } from './revision.entity.ts';

describe('the schema of the enricher', () => {
  it('is after the migrations exactly what the entities say', async () => {
    const schema = await migratedSchema();
    const dataSource = createDataSource(schema.settings, {
      entities: [
        ArticleEntity,
        ConsumerProgress,
        CorrectionEntity,
        CorrectionPassEntity,
        CorrectionWorkEntity,
        EntityAliasEntity,
        FingerprintEntity,
        KnownEntityEntity,
        MentionEntity,
        QuoteEntity,
        RevisionEntity,
      ],
    });
    await dataSource.initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    await schema.drop();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('lets a role that owns nothing do all that the service does', async () => {
    const schema = await testSchema({ create: false });
    const role = `${schema.settings.schema}_service`;
    await schema.observer.query(`create role ${role} login password 'service'`);
    await migrate(schema.settings, { migrations, serviceRole: role, logger: silent });
    const settings = { ...schema.settings, user: role, password: 'service' };
    const dataSource = createDataSource(settings);
    await dataSource.initialize();
    const annotator = annotatorPool();
    try {
      const metrics = enricherMetrics(new Registry());
      const store = new ArticleStore(dataSource);
      const enrich = new EnrichArticle({ store, annotator, metrics });
      const id = newId();
      await enrich.handle([received(publish(id, 'Joko Widodo di Jakarta.'), 1)], going);
      const outcome = await enrich.handle([received(takedown(id), 2)], going);
      expect(outcome.publish).toHaveLength(1);
      await new PostgresProgress(dataSource, 'group').save('topic', 0, { nextOffset: 3n });
      expect(await missingMigrations(dataSource, settings.schema, migrations)).toEqual([]);
      await expect(dataSource.query('drop table quote')).rejects.toThrow('must be owner');
    } finally {
      await annotator.stop();
      await dataSource.destroy();
      await schema.observer.query(`drop owned by ${role}`);
      await schema.observer.query(`drop role ${role}`);
      await schema.drop();
    }
  });
});
