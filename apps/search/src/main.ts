import 'reflect-metadata';
import { startService } from '@warta/service';
import { searchConfig } from './config.ts';
import { SearchModule } from './search.module.ts';

/** Follows `article.updated` into Elasticsearch and answers searches over HTTP. */
await startService({ name: 'search', config: searchConfig, module: SearchModule });
