import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';
import type { ElasticsearchConfig } from '../config.ts';
import { ArticleIndex } from './article-index.ts';
import { TerseTransport } from './terse-transport.ts';

/**
 * Longer than any search may take; two of them, one for the entity, still end before the caller's
 * deadline. What may take longer asks for more.
 */
const REQUEST_TIMEOUT_MS = 5_000;

/**
 * The index with the one client of the process. The client never repeats a request by itself:
 * searches fail fast, and indexing has its own idea of what may be repeated. It stays with the
 * nodes it was given. Its errors can be logged. Connects when first used.
 */
export function openIndex(config: ElasticsearchConfig): ArticleIndex {
  const { WARTA_ELASTICSEARCH_API_KEY: apiKey, WARTA_ELASTICSEARCH_CA_FILE: caFile } = config;
  const client = new Client({
    nodes: config.WARTA_ELASTICSEARCH_URL,
    maxRetries: 0,
    requestTimeout: REQUEST_TIMEOUT_MS,
    Transport: TerseTransport,
    sniffOnStart: false,
    sniffOnConnectionFault: false,
    ...(apiKey === undefined ? {} : { auth: { apiKey } }),
    ...(caFile === undefined ? {} : { tls: { ca: readFileSync(caFile) } }),
  });
  return new ArticleIndex(client, config.WARTA_ELASTICSEARCH_INDEX_PREFIX);
}
