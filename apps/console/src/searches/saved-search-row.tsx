import { Link } from 'react-router';
import type { SavedSearch } from '../api/answers.ts';
import { countFilters } from '../search/search-address.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { formOf } from './search-form.ts';
import { searchesTexts } from './searches-texts.ts';

interface Props {
  readonly search: SavedSearch;
  readonly isBusy: boolean;
  readonly onPause: () => void;
  readonly onRemove: () => void;
}

/** One saved search of the list: what it looks for, how it is, what came of it. */
export function SavedSearchRow({ search, isBusy, onPause, onRemove }: Props) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const { id, name, q, alerts, paused, trouble } = search;
  const form = formOf(search);
  const filters = countFilters(form.search) + (form.entity === '' ? 0 : 1);
  return (
    <article className="saved-search">
      <div>
        <h2>
          <Link to={`/searches/${id}`}>{name}</Link>
        </h2>
        <p className="saved-search-looks">
          {q === undefined ? texts.everything : <code>{q}</code>}
          {filters === 0 ? null : <span className="quiet">{texts.filterCount(filters)}</span>}
        </p>
        <p className="saved-search-facts">
          <StateChip search={search} />
          <Link to={`/alerts?search=${id}`}>
            {texts.alerts}: {format.number(alerts.total)}
          </Link>
          <span>
            {texts.last}: {alerts.lastAt === undefined ? texts.never : format.ago(alerts.lastAt)}
          </span>
        </p>
      </div>
      <div className="notice-actions">
        <button
          className="button"
          type="button"
          aria-disabled={isBusy}
          aria-label={paused ? texts.resumeOf(name) : texts.pauseOf(name)}
          onClick={() => isBusy || onPause()}
        >
          {paused ? texts.resume : texts.pause}
        </button>
        <button
          className="button"
          type="button"
          aria-label={texts.removeOf(name)}
          onClick={onRemove}
        >
          {texts.remove}
        </button>
      </div>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} />}
    </article>
  );
}

/** Active, paused or in trouble, in words and colour. */
export function StateChip({ search: { paused, trouble } }: Pick<Props, 'search'>) {
  const texts = useTexts(searchesTexts);
  const state = trouble !== undefined ? 'trouble' : paused ? 'paused' : 'active';
  return (
    <span className="chip search-state" data-state={state}>
      {texts[state]}
    </span>
  );
}

/** Why it makes no alerts just now, and what to do about it. */
export function TroubleNotice({ trouble }: { readonly trouble: SavedSearch['trouble'] }) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  if (trouble === undefined) return null;
  return (
    <p className="notice notice-warning">
      <span>
        <strong>{texts.troubleSince(format.dayAndTime(trouble.since))}</strong> {trouble.reason}
      </span>
    </p>
  );
}
