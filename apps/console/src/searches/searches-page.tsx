import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { SavedSearch } from '../api/answers.ts';
import { announce } from '../shell/announcer.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { Skeleton } from '../shell/skeleton.tsx';
import { useListKeys } from '../shell/use-list-keys.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { SavedSearchRow } from './saved-search-row.tsx';
import { searchesTexts } from './searches-texts.ts';
import { isOutdated, usePause, useRemoveSearch, useSavedSearches } from './use-saved-searches.ts';
import './searches.css';

/** All saved searches of the team, with how they are. */
export function SearchesPage() {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const navigate = useNavigate();
  const searches = useSavedSearches();
  const { data = [], limit } = searches.data ?? {};
  usePageTitle(texts.title);
  useShortcuts([{ keys: 'n', does: texts.keys.create, run: () => void navigate('/searches/new') }]);
  return (
    <div className="page searches-page">
      <div className="searches-head">
        <h1>{texts.title}</h1>
        <Link className="button button-main" to="/searches/new">
          {texts.create}
        </Link>
      </div>
      <p className="quiet">
        {texts.intro}
        {limit === undefined
          ? ''
          : ` (${texts.limit(format.number(data.length), format.number(limit))})`}
      </p>
      {searches.isPending ? <Skeleton lines={6} /> : null}
      {searches.error === null ? null : (
        <ProblemNotice error={searches.error} onRetry={askAgain(searches)} />
      )}
      {searches.isSuccess && data.length === 0 ? (
        <EmptyState title={texts.none}>
          <p>{texts.noneDo}</p>
          <Link className="button" to="/searches/new">
            {texts.create}
          </Link>
        </EmptyState>
      ) : null}
      {data.length === 0 ? null : <SearchTable searches={data} />}
    </div>
  );
}

function SearchTable({ searches }: { readonly searches: readonly SavedSearch[] }) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const [asked, setAsked] = useState<SavedSearch>();
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, 'h2 a');
  const pause = usePause(({ name, paused }) =>
    announce(paused ? texts.pausedNow(name) : texts.resumedNow(name)),
  );
  const remove = useRemoveSearch(({ name }) => {
    setAsked(undefined);
    announce(texts.removed(name));
    list.current?.focus();
  });
  const error = pause.error ?? remove.error;
  return (
    <>
      {error === null ? null : isOutdated(error) ? (
        <p className="notice notice-warning" role="alert">
          {texts.changedMeanwhile}
        </p>
      ) : (
        <ProblemNotice error={error} />
      )}
      <ul ref={list} className="saved-searches" aria-label={texts.title} tabIndex={-1}>
        {searches.map((search) => (
          <li key={search.id}>
            <SavedSearchRow
              search={search}
              isBusy={pause.isPending && pause.variables.id === search.id}
              onPause={() => pause.mutate(search)}
              onRemove={() => {
                remove.reset();
                setAsked(search);
              }}
            />
          </li>
        ))}
      </ul>
      {asked === undefined ? null : (
        <ConfirmDialog
          title={texts.removeTitle(asked.name)}
          confirm={texts.remove}
          cancel={texts.cancel}
          isBusy={remove.isPending}
          onConfirm={() => {
            remove.mutate(asked, { onError: () => setAsked(undefined) });
          }}
          onClose={() => setAsked(undefined)}
        >
          <p>{texts.removeWhat(format.number(asked.alerts.total))}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
