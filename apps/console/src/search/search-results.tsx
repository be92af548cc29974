import { useState } from 'react';
import { askAgain } from '../api/asked-again.ts';
import type { SearchAnswer } from '../api/answers.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { Skeleton } from '../shell/skeleton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ChosenFilters } from './chosen-filters.tsx';
import { HitList } from './hit-list.tsx';
import { faultOf } from './query-fault.ts';
import { countFilters, withoutFilters } from './search-address.ts';
import type { SearchState } from './search-address.ts';
import { searchTexts } from './search-texts.ts';
import { SearchTools } from './search-tools.tsx';
import type { useArticleSearch } from './use-article-search.ts';
import type { ChangeSearch } from './use-search-state.ts';
import { useLastGood } from './use-last-good.ts';
import { useTotal } from './use-total.ts';

interface Props {
  readonly state: SearchState;
  readonly change: ChangeSearch;
  readonly search: ReturnType<typeof useArticleSearch>;
  readonly facets: SearchAnswer['facets'];
}

/** The hits with their number, what narrows them and what can be done with them. */
export function SearchResults({ state, change, search, facets }: Props) {
  const texts = useTexts(searchTexts);
  // A half-typed query that cannot be read takes nothing away.
  const pages = useLastGood(search.data?.pages) ?? [];
  const hits = pages.flatMap(({ data }) => data);
  const total = useTotal(search.isError ? undefined : pages[0]);
  // Where it stands is known with the first answer: it comes with it. Later it stays, and whatever has the focus in it.
  const [isFirst, setIsFirst] = useState(true);
  if (isFirst && !search.isPending) setIsFirst(false);
  const isRefused = search.error !== null && faultOf(search.error) === undefined;
  return (
    <section
      key={isFirst ? 'awaited' : 'there'}
      className="results"
      aria-label={texts.results}
      aria-busy={search.isFetching}
    >
      <h2 className="visually-hidden">{texts.results}</h2>
      {isFirst ? null : (
        <div className="results-head">
          {total === '' && !search.isPending ? null : <p className="results-total">{total}</p>}
          <SearchTools state={state} change={change} />
        </div>
      )}
      <ChosenFilters state={state} change={change} facets={facets} />
      {isRefused && search.error !== null ? (
        <ProblemNotice error={search.error} onRetry={askAgain(search)} />
      ) : null}
      {!search.isError && pages.some(({ partial }) => partial) ? (
        <p className="notice notice-warning" role="status">
          {texts.partial}
        </p>
      ) : null}
      {search.isPending ? <Skeleton lines={12} /> : null}
      <div
        className="results-body"
        data-stale={search.isPlaceholderData || search.isError || undefined}
      >
        <HitList hits={hits} asOf={state.asOf} />
        {pages.some(({ moved }) => moved) ? <p className="quiet">{texts.moved}</p> : null}
      </div>
      {search.isSuccess && hits.length === 0 ? <NoHits state={state} change={change} /> : null}
      <MoreResults search={search} hasHits={hits.length > 0} />
    </section>
  );
}

function MoreResults({ search, hasHits }: { search: Props['search']; hasHits: boolean }) {
  const texts = useTexts(searchTexts);
  const more = () => {
    if (search.hasNextPage && !search.isFetchingNextPage) void search.fetchNextPage();
  };
  useShortcuts([{ keys: 'm', does: texts.keys.more, run: more }]);
  if (!hasHits || search.isPlaceholderData || search.isError) return null;
  if (!search.hasNextPage) return <p className="quiet results-end">{texts.end}</p>;
  return (
    <button
      className="button more-results"
      type="button"
      aria-disabled={search.isFetchingNextPage}
      onClick={more}
    >
      {search.isFetchingNextPage ? texts.loadingMore : texts.moreResults}
    </button>
  );
}

function NoHits({ state, change }: Pick<Props, 'state' | 'change'>) {
  const texts = useTexts(searchTexts);
  const hasFilters = countFilters(state) > 0;
  if (state.q.trim() === '' && !hasFilters) {
    return (
      <EmptyState title={texts.emptyIndex}>
        <p>{texts.emptyIndexDo}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={texts.nothing}>
      <p>{texts.nothingDo}</p>
      <ul className="tips">
        {state.q.trim().includes(' ') ? <li>{texts.tips.fewerWords}</li> : null}
        {state.q.includes('"') ? <li>{texts.tips.noQuotes}</li> : null}
        {hasFilters ? <li>{texts.tips.noFilters}</li> : null}
      </ul>
      {hasFilters ? (
        <button className="button" type="button" onClick={() => change(withoutFilters(state))}>
          {texts.clearFilters}
        </button>
      ) : null}
    </EmptyState>
  );
}
