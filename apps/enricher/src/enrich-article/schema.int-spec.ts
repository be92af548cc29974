import { ConsumerProgress, createDataSource } from '@warta/postgres';
import { migratedSchema } from '../testing.ts';
import { ArticleEntity } from './article.entity.ts';
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
        EntityAliasEntity,
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
});
