import { Link, useParams } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { MissedNotice } from './missed-notice.tsx';
import { ReceiverList } from './receiver-list.tsx';
import { StateChip, TroubleNotice } from './saved-search-row.tsx';
import { SearchEditor } from './search-editor.tsx';
import { formOf } from './search-form.ts';
import { searchesTexts } from './searches-texts.ts';
import { useSavedSearch } from './use-saved-searches.ts';

/** One saved search: its form, its receivers and what was sent to them. */
export function SavedSearchPage() {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const { id = '' } = useParams();
  const search = useSavedSearch(id);
  usePageTitle(search.data === undefined ? texts.title : texts.editTitle(search.data.name));
  const saved = search.data;
  return (
    <div className="page searches-page">
      <p className="quiet">
        <Link to="/searches">{texts.back}</Link>
      </p>
      <h1>{saved?.name ?? texts.title}</h1>
      {search.isPending ? <Skeleton lines={12} /> : null}
      {search.error === null ? null : (
        <ProblemNotice error={search.error} onRetry={askAgain(search)} />
      )}
      {saved === undefined ? null : (
        <>
          <p className="saved-search-facts">
            <StateChip search={saved} />
            <Link to={`/alerts?search=${id}`}>
              {texts.alertsOf}: {format.number(saved.alerts.total)}
            </Link>
            <span>
              {texts.last}:{' '}
              {saved.alerts.lastAt === undefined ? texts.never : format.ago(saved.alerts.lastAt)}
            </span>
          </p>
          <TroubleNotice trouble={saved.trouble} />
          <MissedNotice search={saved} />
          <SearchEditor key={id} initial={formOf(saved)} saved={saved} onSaved={() => undefined}>
            {saved.notify.webhooks.length === 0 ? null : <ReceiverList searchId={id} />}
            <DeliveryLog searchId={id} hasReceivers={saved.notify.webhooks.length > 0} />
          </SearchEditor>
        </>
      )}
    </div>
  );
}
