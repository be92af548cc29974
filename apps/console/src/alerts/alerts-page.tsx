import { useEffect, useId, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import { useSavedSearches } from '../searches/use-saved-searches.ts';
import { announce } from '../shell/announcer.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { Skeleton } from '../shell/skeleton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { AlertList } from './alert-list.tsx';
import { alertsFromAddress, alertsToAddress } from './alerts-address.ts';
import { alertsTexts } from './alerts-texts.ts';
import type { StreamState } from './use-alert-stream.ts';
import { useAlerts, useNewAlerts } from './use-alerts.ts';
import './alerts.css';

/** What came in for the saved searches of the team, live. */
export function AlertsPage() {
  const texts = useTexts(alertsTexts);
  const [parameters] = useSearchParams();
  const { search } = alertsFromAddress(parameters);
  const alerts = useAlerts(search);
  const fresh = useNewAlerts(search, alerts);
  const list = useRef<HTMLOListElement>(null);
  const goesToFirst = useRef(false);
  const data = alerts.data?.pages.flatMap((page) => page.data) ?? [];
  usePageTitle(fresh.count === 0 ? texts.title : texts.titleNew(fresh.count));
  useToldNew(fresh.count);
  const showNew = () => {
    if (fresh.count === 0) return;
    goesToFirst.current = true;
    void alerts.refetch();
  };
  const { dataUpdatedAt } = alerts;
  useEffect(() => {
    if (!goesToFirst.current) return;
    goesToFirst.current = false;
    window.scrollTo(0, 0);
    list.current?.querySelector<HTMLElement>('.alert-title')?.focus({ preventScroll: true });
  }, [dataUpdatedAt]);
  useShortcuts([{ keys: '.', does: texts.keys.showNew, run: showNew }]);
  return (
    <div className="page page-narrow alerts-page">
      <div className="alerts-head">
        <h1>{texts.title}</h1>
        {alerts.isSuccess ? <LiveState state={fresh.state} /> : null}
      </div>
      <SearchChoice search={search} />
      {alerts.isPending ? <Skeleton lines={8} /> : null}
      {alerts.error === null ? null : (
        <ProblemNotice error={alerts.error} onRetry={askAgain(alerts)} />
      )}
      {fresh.count === 0 ? null : (
        <button
          className="button button-main alerts-new"
          type="button"
          aria-disabled={alerts.isRefetching}
          onClick={showNew}
        >
          {texts.showNew(fresh.count)}
        </button>
      )}
      {alerts.isSuccess && data.length === 0 ? (
        <EmptyState title={texts.none}>
          <p>{texts.noneDo}</p>
          <Link className="button" to="/searches">
            {texts.toSearches}
          </Link>
        </EmptyState>
      ) : null}
      {data.length === 0 ? null : <AlertList list={list} alerts={data} />}
      {alerts.hasNextPage ? (
        <button
          className="button"
          type="button"
          aria-disabled={alerts.isFetchingNextPage}
          onClick={() => alerts.isFetchingNextPage || void alerts.fetchNextPage()}
        >
          {alerts.isFetchingNextPage ? texts.loadingMore : texts.more}
        </button>
      ) : data.length > 0 ? (
        <p className="quiet">{texts.end}</p>
      ) : null}
    </div>
  );
}

function SearchChoice({ search }: { readonly search: string | undefined }) {
  const texts = useTexts(alertsTexts);
  const navigate = useNavigate();
  const id = useId();
  const searches = useSavedSearches();
  const all = searches.data?.data ?? [];
  const isListed = search === undefined || all.some((one) => one.id === search);
  return (
    <div className="alerts-choice">
      <label className="label" htmlFor={id}>
        {texts.search}
      </label>
      <select
        id={id}
        className="field"
        value={search ?? ''}
        onChange={(event) => {
          const chosen = event.target.value === '' ? undefined : event.target.value;
          void navigate({ search: alertsToAddress({ search: chosen }).toString() });
        }}
      >
        <option value="">{texts.allSearches}</option>
        {isListed ? null : <option value={search}>{search}</option>}
        {all.map(({ id: searchId, name }) => (
          <option key={searchId} value={searchId}>
            {name}
          </option>
        ))}
      </select>
      {search === undefined ? null : searches.isSuccess && !isListed ? (
        <span className="quiet">{texts.searchGone}</span>
      ) : (
        <Link to={`/searches/${search}`}>{texts.editSearch}</Link>
      )}
    </div>
  );
}

function LiveState({ state }: { readonly state: StreamState }) {
  const texts = useTexts(alertsTexts);
  return (
    <p className="chip alerts-live" data-state={state}>
      {texts[state]}
    </p>
  );
}

/** A burst is told once, when it is over. */
const TOLD_AFTER_MS = 1_000;

function useToldNew(count: number): void {
  const texts = useTexts(alertsTexts);
  useEffect(() => {
    if (count === 0) return undefined;
    const timer = setTimeout(() => announce(texts.toldNew(count)), TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [texts, count]);
}
