import { useId } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../texts/use-texts.ts';
import { ExportMenu } from './export-menu.tsx';
import { searchToAddress, sorts } from './search-address.ts';
import type { SearchState, Sort } from './search-address.ts';
import { searchTexts } from './search-texts.ts';
import type { ChangeSearch } from './use-search-state.ts';

interface Props {
  readonly state: SearchState;
  readonly change: ChangeSearch;
}

/** Where a search is saved: the page reads it from the address. */
export const saveAddressOf = (state: SearchState) => ({
  pathname: '/searches/new',
  search: `?${searchToAddress(state).toString()}`,
});

/** The order of the hits, copies, and what to do with all of them. */
export function SearchTools({ state, change }: Props) {
  const texts = useTexts(searchTexts);
  const sortId = useId();
  const byDefault: Sort = state.q.trim() === '' ? 'newest' : 'relevance';
  return (
    <div className="tools">
      <label htmlFor={sortId} className="visually-hidden">
        {texts.sort}
      </label>
      <select
        id={sortId}
        className="field"
        value={state.sort ?? byDefault}
        onChange={(event) => {
          const sort = sorts.find((one) => one === event.target.value);
          change({ sort: sort === byDefault ? undefined : sort });
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {texts.sorts[sort]}
          </option>
        ))}
      </select>
      <label className="choice">
        <input
          type="checkbox"
          checked={state.showsCopies}
          onChange={(event) => change({ showsCopies: event.target.checked })}
        />
        {texts.copies}
      </label>
      <span className="tools-end">
        <Link className="button" to={saveAddressOf(state)} aria-label={texts.save}>
          <span className="when-wide">{texts.save}</span>
          <span className="when-narrow">{texts.saveShort}</span>
        </Link>
        <ExportMenu state={state} />
      </span>
    </div>
  );
}
