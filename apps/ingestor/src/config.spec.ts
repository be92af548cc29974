import { exampleConfig, openApiOf } from '@warta/service';
import { ingestorConfig } from './config.ts';
import { IngestorModule } from './ingestor.module.ts';

describe('the ingestor', () => {
  it('can be described without servers, from the examples of its settings', async () => {
    const definition = { name: 'ingestor', config: ingestorConfig, module: IngestorModule };
    const document = await openApiOf(definition, exampleConfig(ingestorConfig));
    expect(Object.keys(document.paths).sort()).toEqual([
      '/v1/articles',
      '/v1/feeds',
      '/v1/feeds/{feed}',
      '/v1/feeds/{feed}/articles',
      '/v1/feeds/{feed}/articles/restore',
      '/v1/feeds/{feed}/items',
      '/v1/feeds/{feed}/pause',
      '/v1/feeds/{feed}/resume',
      '/v1/feeds/{feed}/secrets',
      '/v1/feeds/{feed}/secrets/{secretId}',
      '/v1/feeds/{feed}/websub',
      '/v1/keys',
      '/v1/keys/{keyId}',
      '/v1/websub/{feed}/{token}',
    ]);
    const names = Object.keys(document.components?.schemas ?? {});
    expect(names).toEqual(
      expect.arrayContaining(['PushArticle', 'PushAccepted', 'ItemsAnswer', 'Problem']),
    );
    expect(names.filter((name) => name.startsWith('__'))).toEqual([]);
    const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    for (const reference of references) expect(names).toContain(reference.split('/').at(-1));
  });
});
