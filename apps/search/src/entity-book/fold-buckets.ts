import type { EntityBook } from './entity-book.ts';

export interface EntityBucket {
  readonly id: string;
  readonly articles: number;
}

/**
 * Buckets of entity ids as people corrected them: a merged one counts for the entity it is, a blocked
 * one is gone; the most articles first. Pure.
 * @param recounted entities of which an article may carry several ids, until the enricher has published
 * it again: what they come to with each article counted once. Others are added up.
 */
export function foldBuckets(
  book: EntityBook,
  buckets: readonly EntityBucket[],
  recounted: ReadonlyMap<string, number> = new Map(),
): EntityBucket[] {
  if (book.isEmpty) return [...buckets];
  const folded = new Map<string, number>();
  for (const { id, articles } of buckets) {
    if (book.isBlocked(id)) continue;
    const canonical = book.canonicalOf(id);
    folded.set(canonical, recounted.get(canonical) ?? (folded.get(canonical) ?? 0) + articles);
  }
  return [...folded]
    .map(([id, articles]) => ({ id, articles }))
    .sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1));
}
