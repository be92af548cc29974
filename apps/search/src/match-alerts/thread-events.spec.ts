import fc from 'fast-check';
import { threadEvents, threadKey } from './thread-events.ts';
import type { KnownThreads, Match } from './thread-events.ts';

interface Wanted {
  search?: string;
  article: string;
  group?: string;
  rev?: number;
  revision?: number;
  at?: number;
}

const match = ({ search = 's', article, group = article, rev = 1, revision = 1, at = 0 }: Wanted) =>
  ({
    searchId: search,
    asked: 'at first',
    group,
    article: { id: article, feed: 'f', rev, revision },
    matched: { clauses: [], sentences: [], entities: [] },
    newsAtMs: at,
    arrivedAtMs: at,
    isLate: false,
  }) satisfies Match;

/** Threads as the tables keep them: what is written is known the next time. */
class Threads {
  readonly byGroup = new Map<string, string>();
  readonly events: KnownThreads['events'][number][] = [];
  #ids = 0;

  tell(...matches: Match[]): string[] {
    const writes = threadEvents(matches, this, () => `t${(this.#ids += 1)}`);
    for (const { searchId, group, alertId } of writes.groups) {
      this.byGroup.set(threadKey(searchId, group), alertId);
    }
    for (const { alertId, kind, match: told } of writes.events) {
      const { id: articleId, rev, revision } = told.article;
      this.events.push({ alertId, searchId: told.searchId, articleId, kind, rev, revision });
    }
    return writes.events.map(
      ({ alertId, kind, match: told }) => `${alertId} ${kind} ${told.article.id}`,
    );
  }

  withdraw(articleId: string, rev: number): void {
    const { alertId, searchId } = this.events.find((event) => event.articleId === articleId) ?? {
      alertId: '',
      searchId: '',
    };
    this.events.push({ alertId, searchId, articleId, kind: 'withdrawn', rev });
  }
}

describe('the events of a thread', () => {
  it('begin with the article that was pushed first, whatever the order in the batch', () => {
    const threads = new Threads();
    const copy = match({ article: 'b', group: 'a', at: 2 });
    expect(threads.tell(copy, match({ article: 'a', at: 1 }))).toEqual(['t1 match a', 't1 copy b']);
  });

  it('are told of a new revision, and not of the same one published again', () => {
    const threads = new Threads();
    threads.tell(match({ article: 'a' }));
    expect(threads.tell(match({ article: 'a', rev: 2 }))).toEqual([]);
    expect(threads.tell(match({ article: 'a', rev: 3, revision: 2 }))).toEqual(['t1 edit a']);
  });

  it('stay one thread when a copy of a copy comes before anybody says that the copy leads now', () => {
    const threads = new Threads();
    threads.tell(match({ article: 'a', at: 1 }));
    const round = [
      match({ article: 'b', group: 'a', at: 2 }),
      match({ article: 'c', group: 'b', at: 3 }),
    ];
    expect(threads.tell(...round)).toEqual(['t1 copy b', 't1 copy c']);
  });

  it('go on when the lead changes or groups merge', () => {
    const threads = new Threads();
    threads.tell(match({ article: 'a' }), match({ article: 'b', group: 'a', at: 1 }));
    // b leads now: its state tells nothing new, and its copies belong to the thread.
    expect(threads.tell(match({ article: 'b', group: 'b', rev: 2 }))).toEqual([]);
    expect(threads.tell(match({ article: 'c', group: 'b' }))).toEqual(['t1 copy c']);
    expect(threads.tell(match({ article: 'd', group: 'a' }))).toEqual(['t1 copy d']);
  });

  it('of two threads whose groups turn out to be one go on in each, without a third', () => {
    const threads = new Threads();
    threads.tell(match({ article: 'a' }), match({ article: 'b', at: 1 }));
    expect(threads.tell(match({ article: 'b', group: 'a', rev: 2 }))).toEqual([]);
    expect(threads.tell(match({ article: 'b', group: 'a', rev: 3, revision: 2 }))).toEqual([
      't2 edit b',
    ]);
    expect(threads.tell(match({ article: 'c', group: 'a' }))).toEqual(['t1 copy c']);
  });

  it('tell of a withdrawn article only what came after', () => {
    const threads = new Threads();
    threads.tell(match({ article: 'a' }));
    threads.withdraw('a', 5);
    expect(threads.tell(match({ article: 'a', rev: 4, revision: 2 }))).toEqual([]);
    expect(threads.tell(match({ article: 'a', rev: 6 }))).toEqual(['t1 edit a']);
    expect(threads.tell(match({ article: 'a', rev: 6 }))).toEqual([]);
  });

  it('of two searches are two threads', () => {
    const threads = new Threads();
    expect(
      threads.tell(match({ search: 's', article: 'a' }), match({ search: 't', article: 'a' })),
    ).toEqual(['t1 match a', 't2 match a']);
  });

  it('are the same set however often and in whatever parts the matches come', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const some = fc.array(
      fc.record({ article: name, group: name, rev: fc.nat(5), revision: fc.nat(3) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (wanted) => {
        const threads = new Threads();
        const matches = wanted.map((one, at) => match({ ...one, at }));
        for (const one of matches) threads.tell(one);
        const again = [...matches.flatMap((one) => threads.tell(one)), ...threads.tell(...matches)];
        expect(again).toEqual([]);
        const begun = threads.events.filter(({ kind }) => kind === 'match');
        expect(begun).toHaveLength(new Set(threads.events.map(({ alertId }) => alertId)).size);
      }),
    );
  });
});
