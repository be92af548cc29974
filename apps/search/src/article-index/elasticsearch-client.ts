import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';

export interface ElasticsearchSettings {
  readonly nodes: readonly string[];
  readonly apiKey?: string | undefined;
  /** PEM file of the authority that signed the servers' certificates. */
  readonly caFile?: string | undefined;
}

/** Longer than any search may take; a bulk request asks for more. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * The one client of the process. It never repeats a request by itself: searches fail fast, and
 * indexing has its own idea of what may be repeated. It stays with the nodes it was given.
 */
export function elasticsearchClient(settings: ElasticsearchSettings): Client {
  return new Client({
    nodes: [...settings.nodes],
    maxRetries: 0,
    requestTimeout: REQUEST_TIMEOUT_MS,
    sniffOnStart: false,
    sniffOnConnectionFault: false,
    ...(settings.apiKey === undefined ? {} : { auth: { apiKey: settings.apiKey } }),
    ...(settings.caFile === undefined ? {} : { tls: { ca: readFileSync(settings.caFile) } }),
  });
}
