import type { ArticleIndex } from '../article-index/article-index.ts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import type { EntityNames } from '../entity-book/entity-names.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { Snapshots } from '../snapshots/snapshots.ts';

/** What searches of articles are answered from; one per process. */
export class SearchParts implements EntityParts {
  readonly index: ArticleIndex;
  readonly book: EntityBook;
  readonly names: EntityNames;
  readonly snapshots: Snapshots;

  constructor({ index, book, names }: EntityParts, snapshots = new Snapshots(index)) {
    this.index = index;
    this.book = book;
    this.names = names;
    this.snapshots = snapshots;
  }
}
