import { type ArticleView, ChangesAnswer } from '@warta/contracts';
import type { PlainAnswer } from './warta.ts';

/** Small, so that what is followed comes in several pages. */
const PAGE = '1';

/** A copy kept elsewhere, as whoever reads GET /v1/changes keeps it. */
export class Mirror {
  readonly #read: (query: Record<string, string>) => Promise<PlainAnswer>;
  readonly #articles = new Map<string, { rev: number; article?: ArticleView }>();
  #place: Record<string, string> = { since: 'beginning' };

  constructor(read: (query: Record<string, string>) => Promise<PlainAnswer>) {
    this.#read = read;
  }

  /** Reads all changes there are by now. */
  async follow(): Promise<void> {
    for (;;) {
      const { status, body } = await this.#read({ ...this.#place, size: PAGE });
      if (status !== 200) throw new Error(`reading changes: ${status} ${JSON.stringify(body)}`);
      const { data, next, upToDate } = ChangesAnswer.parse(body);
      for (const change of data) {
        if ((this.#articles.get(change.id)?.rev ?? 0) > change.rev) continue;
        const article = change.status === 'live' ? { article: change.article } : {};
        this.#articles.set(change.id, { rev: change.rev, ...article });
      }
      this.#place = { cursor: next };
      if (upToDate) return;
    }
  }

  /** Id, rev and title of what it would show. */
  get shown(): string[] {
    return [...this.#articles.values()]
      .flatMap(({ article }) => article ?? [])
      .map(({ id, rev, title }) => `${id} ${rev} ${title}`)
      .sort();
  }
}
