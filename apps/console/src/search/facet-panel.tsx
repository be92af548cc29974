import { useState } from 'react';
import type { FacetCounts, SearchAnswer } from '../api/answers.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AsOfFilter, DateFilter } from './date-filter.tsx';
import { countFilters, listFilters, toggledFilter, withoutFilters } from './search-address.ts';
import type { ListFilter, SearchState } from './search-address.ts';
import { searchTexts } from './search-texts.ts';
import type { ChangeSearch } from './use-search-state.ts';

/** Values shown before one asks for more. */
const SHOWN_AT_FIRST = 5;

interface Props {
  readonly state: SearchState;
  readonly change: ChangeSearch;
  readonly facets: SearchAnswer['facets'];
  /** What stands below them comes with them: it would only move. */
  readonly isWaiting: boolean;
}

/** What the results can be narrowed by, with how many articles each choice would show. */
export function FacetPanel({ state, change, facets, isWaiting }: Props) {
  const texts = useTexts(searchTexts);
  return (
    <>
      <DateFilter state={state} change={change} />
      {listFilters.map((name) => {
        const counts = facets?.[facetOf(name)];
        return counts === undefined || counts.values.length === 0 ? null : (
          <Facet
            key={name}
            name={name}
            counts={counts}
            chosen={state.filters[name]}
            onToggle={(value) => change(toggledFilter(state, name, value))}
          />
        );
      })}
      {facets === undefined || state.showsCopies ? null : (
        <p className="quiet">{texts.copiesCounted}</p>
      )}
      {isWaiting ? null : <AsOfFilter state={state} change={change} />}
      {countFilters(state) === 0 ? null : (
        <button className="button" type="button" onClick={() => change(withoutFilters(state))}>
          {texts.clearFilters}
        </button>
      )}
    </>
  );
}

/** The facet of a filter has its name, but for the language. */
export const facetOf = (name: ListFilter) => (name === 'lang' ? 'language' : name);

interface FacetProps {
  readonly name: ListFilter;
  readonly counts: FacetCounts;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** The values of one filter, each with how many articles have it. */
export function Facet({ name, counts, chosen, onToggle }: FacetProps) {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const { values, other, exhaustive } = counts;
  const shown = values.filter(
    ({ value }, index) => showsAll || index < SHOWN_AT_FIRST || chosen.includes(value),
  );
  const labelOf = (value: string, called: string | undefined) =>
    name === 'lang' ? format.languageName(value) : (called ?? value);
  return (
    <fieldset className="facet">
      <legend className="label">{texts.facets[name]}</legend>
      {shown.map(({ value, name: called, articles }) => (
        <label key={value} className="choice facet-choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
          <span className="facet-name">{labelOf(value, called)}</span>
          <span className="facet-count">
            {format.number(articles)}
            <span className="visually-hidden"> {texts.counted(format.number(articles))}</span>
          </span>
        </label>
      ))}
      {values.length > SHOWN_AT_FIRST ? (
        <button
          className="button-link"
          type="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? texts.fewer : texts.more(values.length - shown.length)}
          <span className="visually-hidden">: {texts.facets[name]}</span>
        </button>
      ) : null}
      {showsAll && !exhaustive && other > 0 ? (
        <p className="quiet">{texts.inOthers(format.number(other))}</p>
      ) : null}
    </fieldset>
  );
}
