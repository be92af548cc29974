import 'reflect-metadata';
import { startService } from '@warta/service';
import { enricherConfig } from './config.ts';
import { EnricherModule } from './enricher.module.ts';

/** Consumes ArticleSubmitted; publishes ArticleUpdated; owns the schema `news`. */
await startService({ name: 'enricher', config: enricherConfig, module: EnricherModule });
