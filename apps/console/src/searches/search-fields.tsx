import { useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useId, useState } from 'react';
import { ChosenFilters } from '../search/chosen-filters.tsx';
import { DateFilter } from '../search/date-filter.tsx';
import { Explanation } from '../search/explanation.tsx';
import { Facet, facetOf } from '../search/facet-panel.tsx';
import { faultOf } from '../search/query-fault.ts';
import type { QueryFault } from '../search/query-fault.ts';
import { QueryFaultNote } from '../search/query-field.tsx';
import {
  countFilters,
  filterParameters,
  listFilters,
  toggledFilter,
} from '../search/search-address.ts';
import type { SearchState } from '../search/search-address.ts';
import { useExplanation } from '../search/use-article-search.ts';
import { useEntityName } from '../search/use-entity-name.ts';
import { useLastGood } from '../search/use-last-good.ts';
import { timeZone } from '../search/use-search-state.ts';
import { useClient } from '../session/session.ts';
import { LabelledField } from '../shell/labelled-field.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { faultAt } from './form-faults.ts';
import type { FieldFault } from './form-faults.ts';
import { ENTITY_LENGTH_MAX } from './search-form.ts';
import type { SearchForm } from './search-form.ts';
import { searchesTexts } from './searches-texts.ts';

export type ChangeForm = (changed: Partial<SearchForm>) => void;

interface Props {
  readonly form: SearchForm;
  readonly change: ChangeForm;
  readonly faults: readonly FieldFault[];
  readonly queryFault: QueryFault | undefined;
}

/** What the search looks for: words, an entity, filters. */
export function SearchFields({ form, change, faults, queryFault }: Props) {
  const texts = useTexts(searchesTexts);
  const ids = { q: useId(), fault: useId() };
  const explanation = useExplanation(form.search);
  const fault = queryFault ?? faultOf(explanation.error);
  return (
    <>
      <div>
        <label className="label" htmlFor={ids.q}>
          {texts.query}
        </label>
        <textarea
          id={ids.q}
          className="field saved-query"
          rows={2}
          maxLength={2_000}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          placeholder={texts.queryPlaceholder}
          value={form.search.q}
          aria-invalid={fault !== undefined}
          aria-describedby={ids.fault}
          onChange={(event) => change({ search: { ...form.search, q: event.target.value } })}
        />
        <div id={ids.fault} aria-live="polite">
          {fault === undefined ? null : <QueryFaultNote q={form.search.q} fault={fault} />}
        </div>
        {explanation.data === undefined ||
        fault !== undefined ||
        form.search.q.trim() === '' ? null : (
          <Explanation explanation={explanation.data} />
        )}
      </div>
      <EntityField form={form} change={change} says={faultAt(faults, '/filters/entity')} />
      <FilterFields form={form} change={change} faults={faults} />
    </>
  );
}

function EntityField({ form, change, says }: Pick<Props, 'form' | 'change'> & { says: string }) {
  const texts = useTexts(searchesTexts);
  const name = useEntityName(form.entity.trim());
  return (
    <LabelledField
      label={texts.entity}
      value={form.entity}
      lengthMax={ENTITY_LENGTH_MAX}
      hint={name === undefined ? texts.entityHint : texts.entityIs(name)}
      fault={says}
      onChange={(entity) => change({ entity })}
    />
  );
}

function FilterFields({ form, change, faults }: Pick<Props, 'form' | 'change' | 'faults'>) {
  const texts = useTexts(searchesTexts);
  const [isOpen, setIsOpen] = useState(false);
  const { search } = form;
  const facets = useFacets(search, isOpen || countFilters(search) > 0);
  const changeSearch = (changed: Partial<SearchState>) =>
    change({ search: { ...search, ...changed } });
  const says = ['from', 'to', 'timeZone', ...listFilters]
    .map((name) => faultAt(faults, `/filters/${name}`))
    .filter((fault) => fault !== '');
  return (
    <fieldset className="filter-fields">
      <legend className="label">{texts.filters}</legend>
      {countFilters(search) === 0 ? <p className="quiet">{texts.filtersNone}</p> : null}
      <ChosenFilters state={search} change={changeSearch} facets={facets} />
      <p className="field-error" role="alert">
        {says.join('; ')}
      </p>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{texts.narrow}</summary>
        <p className="quiet">{texts.filtersHint}</p>
        <div className="filter-choices">
          <DateFilter state={search} change={changeSearch} />
          {listFilters.map((name) => {
            const counts = facets?.[facetOf(name)];
            return counts === undefined || counts.values.length === 0 ? null : (
              <Facet
                key={name}
                name={name}
                counts={counts}
                chosen={search.filters[name]}
                onToggle={(value) => changeSearch(toggledFilter(search, name, value))}
              />
            );
          })}
        </div>
      </details>
    </fieldset>
  );
}

/** Values to choose from, and the names of those that are chosen. */
function useFacets(search: SearchState, isNeeded: boolean) {
  const client = useClient();
  const query = {
    ...filterParameters(search, timeZone),
    facets: listFilters.map(facetOf),
    facetSize: 12,
    size: 1,
  };
  const found = useQuery({
    queryKey: ['articles', 'facets', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/articles', { params: { query }, signal })),
    enabled: isNeeded,
  });
  return useLastGood(found.data?.facets);
}
