import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import type { SearchAnswer } from '../api/answers.ts';
import { announce } from '../shell/announcer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Explanation } from './explanation.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { QueryHelp } from './query-help.tsx';
import { QueryField } from './query-field.tsx';
import { faultOf } from './query-fault.ts';
import { countFilters } from './search-address.ts';
import { SearchResults } from './search-results.tsx';
import { searchTexts } from './search-texts.ts';
import { saveAddressOf } from './search-tools.tsx';
import { StandingOut } from './standing-out.tsx';
import { useLastGood } from './use-last-good.ts';
import { useTotal } from './use-total.ts';
import { useArticleSearch, useAttention, useExplanation } from './use-article-search.ts';
import type { SearchState } from './search-address.ts';
import { useSearchState } from './use-search-state.ts';
import type { ChangeSearch } from './use-search-state.ts';
import { VolumeChart, VolumeChartSkeleton } from './volume-chart.tsx';
import './search.css';

/** The first page: what was published, searched as one types and narrowed by what is in it. */
export function SearchPage() {
  const texts = useTexts(searchTexts);
  const { state, change } = useSearchState();
  const search = useArticleSearch(state);
  const explanation = useExplanation(state);
  const fault = faultOf(search.error) ?? faultOf(explanation.error);
  const answer = useLastGood(search.data?.pages[0]);
  const [showsFilters, setShowsFilters] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const filters = countFilters(state);
  const filterBody = useRef<HTMLDivElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const toFilters = () => {
    flushSync(() => setShowsFilters(true));
    filterBody.current?.querySelector<HTMLElement>('button, input')?.focus();
  };
  usePageTitle(state.q === '' ? texts.title : texts.titleFor(state.q));
  useAnnouncedTotal(search.isPlaceholderData ? undefined : search.data?.pages[0]);
  useShortcuts([
    { keys: '/', does: texts.keys.focus, run: () => field.current?.select() },
    { keys: 'f', does: texts.keys.filters, run: toFilters },
    { keys: 's', does: texts.keys.save, run: () => void navigate(saveAddressOf(state)) },
  ]);
  return (
    <div className="page search-page">
      <h1 className="visually-hidden">{texts.title}</h1>
      <QueryField
        q={state.q}
        fault={fault}
        isBusy={search.isFetching}
        field={field}
        onSearch={(q, how) => change({ q }, how)}
        onDown={() => focusFirst(results.current)}
      />
      {fault !== undefined || state.q.trim() === '' ? null : explanation.data === undefined ? (
        <p className="explanation explanation-waiting" />
      ) : (
        <Explanation explanation={explanation.data} />
      )}
      {state.q === '' || fault !== undefined ? <QueryHelp /> : null}
      <div className="search-columns">
        <section className="filters" aria-label={texts.filters}>
          <button
            className="button filters-toggle"
            type="button"
            aria-expanded={showsFilters}
            onClick={() => setShowsFilters(!showsFilters)}
          >
            {texts.filtersChosen(filters)}
          </button>
          <div ref={filterBody} className="filters-body" data-shown={showsFilters || undefined}>
            <FacetPanel
              state={state}
              change={change}
              facets={answer?.facets}
              isWaiting={answer === undefined && search.isPending}
            />
          </div>
        </section>
        <div ref={results} className="search-main">
          <SearchVolume
            state={state}
            change={change}
            found={answer?.total.value}
            isWaiting={answer === undefined && search.isPending}
          />
          {fault !== undefined || answer === undefined || answer.data.length === 0 ? null : (
            <StandingOut state={state} change={change} />
          )}
          <SearchResults state={state} change={change} search={search} facets={answer?.facets} />
        </div>
      </div>
    </div>
  );
}

function focusFirst(results: HTMLElement | null): boolean {
  const first = results?.querySelector<HTMLElement>('.hit-title');
  first?.focus();
  return first !== undefined && first !== null;
}

interface VolumeProps {
  readonly state: SearchState;
  readonly change: ChangeSearch;
  /** How many articles, as far as it is known. */
  readonly found: number | undefined;
  /** For the first hits. */
  readonly isWaiting: boolean;
}

/**
 * One bar alone would say no more than the number of hits. Until both are known the chart has its room:
 * what is below would move.
 */
function SearchVolume({ state, change, found, isWaiting }: VolumeProps) {
  const asked = useAttention(state);
  const attention = useLastGood(asked.data);
  const isDated = state.from !== undefined || state.to !== undefined;
  if (attention !== undefined && (attention.data.length > 1 || isDated)) {
    return <VolumeChart attention={attention} state={state} change={change} />;
  }
  const isOne = found !== undefined && found < 2 && !isDated;
  return isWaiting || (asked.isPending && !isOne) ? <VolumeChartSkeleton /> : null;
}

function useAnnouncedTotal(answer: SearchAnswer | undefined): void {
  const total = useTotal(answer);
  useEffect(() => {
    if (total !== '') announce(total);
  }, [total]);
}
