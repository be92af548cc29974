import { useParams } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { EntityView } from '../api/answers.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { ChangeState } from '../shell/use-address-state.ts';
import { VolumeChart, VolumeChartSkeleton } from '../search/volume-chart.tsx';
import { useLastGood } from '../search/use-last-good.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CorrectionList } from './correction-list.tsx';
import { CorrectionPanel } from './correction-panel.tsx';
import type { SpanState } from './entity-address.ts';
import { EntityHead } from './entity-head.tsx';
import { entitiesTexts } from './entities-texts.ts';
import { NeighbourPanel } from './neighbour-panel.tsx';
import { QuoteColumn } from './quote-column.tsx';
import { SpanNote } from './span-note.tsx';
import { useEntity, useEntityTrend, useSpanState } from './use-entities.ts';
import './entities.css';

/** What the articles say of one person, organisation, place or event. */
export function EntityPage() {
  const texts = useTexts(entitiesTexts);
  const { id = '' } = useParams();
  const { state, change } = useSpanState();
  const entity = useEntity(id, state);
  usePageTitle(entity.data?.name ?? texts.loading);
  if (entity.data === undefined) {
    return (
      <div className="page entity-page">
        <h1>{texts.loading}</h1>
        {entity.error === null ? (
          <Skeleton lines={10} />
        ) : (
          <ProblemNotice error={entity.error} onRetry={askAgain(entity)} />
        )}
        {/* Blocked by somebody: here it is undone. It stays while it is asked again whether it is there. */}
        {entity.errorUpdateCount === 0 ? null : <CorrectionList entity={id} />}
      </div>
    );
  }
  return (
    <div className="page entity-page" key={entity.data.id}>
      <EntityHead entity={entity.data} asked={id} span={state} />
      {entity.error === null ? null : (
        <ProblemNotice error={entity.error} onRetry={askAgain(entity)} />
      )}
      {entity.data.partial ? <p className="notice notice-warning">{texts.partial}</p> : null}
      <SpanNote span={state} change={change} />
      <EntityTrend id={entity.data.id} span={state} change={change} />
      {entity.data.articles === 0 ? (
        <p className="notice notice-empty">{texts.noArticles}</p>
      ) : (
        <EntitySections entity={entity.data} span={state} />
      )}
      <CorrectionPanel entity={entity.data} />
    </div>
  );
}

interface TrendProps {
  readonly id: string;
  readonly span: SpanState;
  readonly change: ChangeState<SpanState>;
}

function EntityTrend({ id, span, change }: TrendProps) {
  const trend = useEntityTrend(id, span);
  const attention = useLastGood(trend.data);
  if (trend.isPending && attention === undefined) return <VolumeChartSkeleton />;
  return (
    <>
      {trend.error === null ? null : (
        <ProblemNotice error={trend.error} onRetry={askAgain(trend)} />
      )}
      {attention === undefined || attention.data.length === 0 ? null : (
        <VolumeChart attention={attention} state={span} change={change} />
      )}
    </>
  );
}

function EntitySections({ entity, span }: { entity: EntityView; span: SpanState }) {
  const texts = useTexts(entitiesTexts);
  const { id, name, quotesBy, quotesAbout } = entity;
  return (
    <>
      <NeighbourPanel entity={entity} span={span} />
      <div className="entity-columns">
        <NameList names={entity.names} />
        <RoleList roles={entity.roles} />
      </div>
      <div className="entity-columns">
        <QuoteColumn
          title={texts.quotesBy(name)}
          quotes={quotesBy}
          none={texts.noQuotesBy}
          all={{ speaker: id, ...span }}
        />
        <QuoteColumn
          title={texts.quotesAbout(name)}
          quotes={quotesAbout}
          none={texts.noQuotesAbout}
          all={{ about: id, ...span }}
        />
      </div>
    </>
  );
}

function NameList({ names }: Pick<EntityView, 'names'>) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  return (
    <section>
      <h2>{texts.names}</h2>
      <ul className="entity-facts">
        {names.map(({ name, articles }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="quiet">
              {articles === 0 ? texts.added : texts.nameCount(format.number(articles))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoleList({ roles }: Pick<EntityView, 'roles'>) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  return (
    <section>
      <h2>{texts.roles}</h2>
      <p className="quiet">{roles.length === 0 ? texts.noRoles : texts.rolesNote}</p>
      <ul className="entity-facts">
        {roles.map(({ role, articles, firstSeen, lastSeen }) => (
          <li key={role}>
            <span>{role}</span>
            <span className="quiet">
              {texts.roleSeen(format.day(firstSeen), format.day(lastSeen))},{' '}
              {texts.nameCount(format.number(articles))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
