import type { ArticleUpdatedV1 } from '@warta/contracts';
import { retrying, safeInteger } from '@warta/postgres';
import type { DataSource } from 'typeorm';
import { readBook } from '../correct-entities/correction-book.store.postgres.ts';
import type { CorrectionBook } from '../correct-entities/correction-book.ts';
import { correctedState } from '../correct-entities/correct-states.store.postgres.ts';
import { readStates } from '../enrich-article/article-state.store.postgres.ts';

/** Looked at before it is known how large they are. */
const IDS_AT_ONCE = 500;

/** Text read at once. One article may be larger. */
const CHARS_AT_ONCE = 2 * 1024 * 1024;

/** Beside the text: a state without any is some hundred bytes, entities are some thousand. */
const CHARS_PER_ARTICLE = 4_000;

interface Sized {
  readonly id: string;
  readonly chars: string;
}

export interface StatesInOrder {
  readonly states: readonly ArticleUpdatedV1[];
  /** Everything up to this id has been read. Undefined at the end. */
  readonly after?: string;
}

/** The published state of every article, in the order of their ids. */
export class StatesInOrderStore {
  readonly #dataSource: DataSource;
  #book: CorrectionBook | undefined;
  #sized: readonly Sized[] = [];

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** As the planner of Postgres believes: counting them takes longer than anyone wants to wait. */
  async about(): Promise<number> {
    const [row]: { articles: string }[] = await retrying(() =>
      this.#dataSource.query(
        `select greatest(0, reltuples)::bigint as articles from pg_class
         where oid = (quote_ident(current_schema()) || '.article')::regclass`,
      ),
    );
    return safeInteger(row?.articles ?? '0');
  }

  /**
   * The next ones, as many as fit into a few megabytes. Each is the state that its rev says: one
   * statement reads it, and the corrections that its rev takes into account are known by then.
   */
  async next(after: string | undefined): Promise<StatesInOrder> {
    if (this.#sized.length === 0) this.#sized = await this.#sizes(after);
    const fitting = firstOf(this.#sized);
    this.#sized = this.#sized.slice(fitting.length);
    const last = fitting.at(-1)?.id;
    if (last === undefined) return { states: [] };
    const ids = fitting.map(({ id }) => id);
    const stored = await retrying(() => readStates(this.#dataSource.manager, ids));
    const through = Math.max(0, ...stored.map((one) => one.correctedThrough ?? 0));
    if (this.#book === undefined || through > this.#book.through) {
      this.#book = await retrying(() => readBook(this.#dataSource.manager));
    }
    const book = this.#book;
    return { states: stored.map((one) => correctedState(one, book)), after: last };
  }

  async #sizes(after: string | undefined): Promise<Sized[]> {
    return retrying(() =>
      this.#dataSource.query(
        `select article.id, coalesce(octet_length(revision.body), 0) as chars
         from article left join revision
           on revision.article_id = article.id and revision.content_hash = article.current_hash
         where article.rev > 0 and ($1::uuid is null or article.id > $1)
         order by article.id limit ${IDS_AT_ONCE}`,
        [after ?? null],
      ),
    );
  }
}

function firstOf(sized: readonly Sized[]): readonly Sized[] {
  let chars = 0;
  const tooMany = sized.findIndex((one, at) => {
    chars += Number(one.chars) + CHARS_PER_ARTICLE;
    return at > 0 && chars > CHARS_AT_ONCE;
  });
  return tooMany === -1 ? sized : sized.slice(0, tooMany);
}
