import { createHash } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { articleAnalysis } from './article-analysis.ts';
import { articleMapping } from './article-mapping.ts';

const LAYOUT_LENGTH = 16;

/**
 * Names how an index was made: its fields and how text became words. It stays in the index for as
 * long as the index is there. An index with another one answers, but not as a new one would.
 */
export function layoutOf(mapping: object): string {
  const made = JSON.stringify([articleAnalysis, mapping]);
  return createHash('sha256').update(made).digest('hex').slice(0, LAYOUT_LENGTH);
}

/** The index that answers: see `ArticleIndex`. */
interface AnsweringIndex {
  readonly client: Client;
  readonly names: { readonly write: string };
}

/**
 * Whether the index that answers was made as this version makes them. Where it was not, new fields
 * are missing in older documents, and words are what they were then, until it is rebuilt.
 */
export async function isUpToDate({ client, names }: AnsweringIndex): Promise<boolean> {
  const found = Object.values(await client.indices.getMapping({ index: names.write }));
  const layout = layoutOf(articleMapping);
  return found.every(({ mappings }) => mappings._meta?.['layout'] === layout);
}
