import type { ArticleIndex } from '../article-index/article-index.ts';
import { Entities } from '../entity-book/entities.ts';
import { EntityBook } from '../entity-book/entity-book.ts';
import { Snapshots } from '../snapshots/snapshots.ts';
import { SearchParts } from './search-parts.ts';

/** What searches need, over a test's index. Each search sees what was indexed right before it. */
export function searchParts(index: ArticleIndex, book = new EntityBook()): SearchParts {
  const AT_ONCE_MS = -1;
  return new SearchParts(new Entities(index, book), new Snapshots(index, AT_ONCE_MS));
}
