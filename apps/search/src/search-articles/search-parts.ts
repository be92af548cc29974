import type { ArticleIndex } from '../article-index/article-index.ts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import type { EntityNames } from '../entity-book/entity-names.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { RevisionsIndex } from '../revisions-index/revisions-index.ts';
import { withoutWithdrawn } from '../revisions-index/withdrawn-since.ts';
import type { FoundState } from '../revisions-index/withdrawn-since.ts';
import { Snapshots } from '../snapshots/snapshots.ts';
import { InvalidSearchError } from './invalid-search-error.ts';

/** Clocks differ; what a caller takes for now is not the future. */
const FUTURE_MS_MAX = 60_000;

/** What searches of articles are answered from; one per process. */
export class SearchParts implements EntityParts {
  readonly index: ArticleIndex;
  readonly book: EntityBook;
  readonly names: EntityNames;
  /** States of the index that is searched: of articles as they are, or with `moment` as they were. */
  readonly snapshots: Snapshots;
  readonly revisions: RevisionsIndex;
  /** Absent for the present. */
  readonly moment: string | undefined;
  readonly #recorded: Snapshots;

  constructor(
    { index, book, names }: EntityParts,
    snapshots = new Snapshots(index),
    past?: { moment: string; revisions: RevisionsIndex; recorded: Snapshots },
  ) {
    this.index = index;
    this.book = book;
    this.names = names;
    this.revisions = past?.revisions ?? new RevisionsIndex(index);
    this.#recorded = past?.recorded ?? new Snapshots(this.revisions);
    this.snapshots = past ? this.#recorded : snapshots;
    this.moment = past?.moment;
  }

  /**
   * The same for articles as they were at a moment; names are looked up in the present all the same.
   * @throws InvalidSearchError when it has not come yet.
   */
  at(moment: string | undefined): SearchParts {
    if (moment === undefined) return this;
    if (Date.parse(moment) > Date.now() + FUTURE_MS_MAX) {
      throw new InvalidSearchError('asOf', 'must not be in the future');
    }
    const { revisions } = this;
    return new SearchParts(this, this.snapshots, { moment, revisions, recorded: this.#recorded });
  }

  /**
   * Those of the hits that may be shown, of articles as they were: a takedown counts from when the
   * index of articles has it, whether it was recorded or not. Of articles as they are: all.
   * @throws TransientError when the index of articles cannot answer whole.
   */
  async showable<Hit extends FoundState>(hits: readonly Hit[]): Promise<readonly Hit[]> {
    return this.moment === undefined ? hits : withoutWithdrawn(this.index, hits);
  }
}
