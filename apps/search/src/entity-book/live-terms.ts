import type { ArticleIndex } from '../article-index/article-index.ts';

/**
 * Those of the terms that an article of now has. The index lists the terms of documents that were
 * replaced, too, until it merges what they are in, which may be days later: a name that an undone
 * correction or a mended text has taken from somebody would find them all that time.
 * Asks without `askIndex`, so to be called within.
 */
export async function liveTerms(
  { client, names }: ArticleIndex,
  field: 'entityNames' | 'entityForms',
  terms: readonly string[],
): Promise<string[]> {
  if (terms.length === 0) return [];
  const searches = terms.flatMap((term) => [
    {},
    { query: { term: { [field]: term } }, size: 0, terminate_after: 1, track_total_hits: 1 },
  ]);
  const { responses } = await client.msearch({ index: names.read, searches });
  return terms.filter((_, at) => {
    const response = responses[at];
    // What could not be asked is believed.
    if (response === undefined || !('hits' in response)) return true;
    const { total } = response.hits;
    return (typeof total === 'object' ? total.value : (total ?? 0)) > 0;
  });
}
