import 'reflect-metadata';
import { startService } from '@warta/service';
import { ingestorConfig } from './config.ts';
import { IngestorModule } from './ingestor.module.ts';

/**
 * Takes articles, corrections and takedowns over HTTP and answers once `article.submitted` holds
 * them; makes and revokes API keys on the access topic. Owns no database.
 */
await startService({ name: 'ingestor', config: ingestorConfig, module: IngestorModule });
