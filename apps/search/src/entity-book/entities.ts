import type { EntityType } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { EntityBook } from './entity-book.ts';
import { EntityNames } from './entity-names.ts';
import { findEntities } from './find-entities.ts';
import type { EntityParts, FoundEntities } from './find-entities.ts';

/** Who is who in this process: the index, what people corrected, and the names that go by ids. */
export class Entities implements EntityParts {
  readonly index: ArticleIndex;
  readonly book: EntityBook;
  readonly names: EntityNames;

  constructor(index: ArticleIndex, book: EntityBook) {
    this.index = index;
    this.book = book;
    this.names = new EntityNames(index, book);
  }

  /** See `findEntities`. */
  find(name: string, types?: readonly EntityType[]): Promise<FoundEntities> {
    return findEntities(this, name, types);
  }
}
