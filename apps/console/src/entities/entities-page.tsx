import { useEffect, useId, useRef } from 'react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { EntityFound } from '../api/answers.ts';
import { announce } from '../shell/announcer.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { useListKeys } from '../shell/use-list-keys.ts';
import { Skeleton } from '../shell/skeleton.tsx';
import { useAddressState } from '../shell/use-address-state.ts';
import type { ChangeState } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { entityTypes, findFromAddress, findToAddress } from './entity-address.ts';
import type { FindState } from './entity-address.ts';
import { entitiesTexts } from './entities-texts.ts';
import { FoundEntity } from './found-entity.tsx';
import { useFoundEntities } from './use-entities.ts';
import './entities.css';

/** Whom and what the articles name, found by the beginning of a name. */
export function EntitiesPage() {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { state, change } = useAddressState(findFromAddress, findToAddress);
  const q = state.q.trim();
  const found = useFoundEntities(state);
  const field = useRef<HTMLInputElement>(null);
  const settled = found.isPlaceholderData ? undefined : found.data?.data.length;
  usePageTitle(q === '' ? texts.title : texts.titleFor(q));
  useEffect(() => {
    if (settled !== undefined) announce(texts.found(format.number(settled)));
  }, [settled, texts, format]);
  useShortcuts([{ keys: '/', does: texts.keys.focus, run: () => field.current?.select() }]);
  return (
    <div className="page entities-page">
      <h1>{texts.title}</h1>
      <FindFields state={state} change={change} field={field} />
      {found.error === null ? null : (
        <ProblemNotice error={found.error} onRetry={askAgain(found)} />
      )}
      {q === '' ? <StartHelp /> : null}
      {q !== '' && found.isPending ? <Skeleton lines={6} /> : null}
      {q === '' || found.data === undefined ? null : (
        <>
          {found.data.partial ? <p className="notice notice-warning">{texts.partial}</p> : null}
          {found.data.data.length === 0 ? (
            <NoneFound state={state} change={change} />
          ) : (
            <FoundList entities={found.data.data} />
          )}
        </>
      )}
    </div>
  );
}

interface FieldsProps {
  readonly state: FindState;
  readonly change: ChangeState<FindState>;
  readonly field: RefObject<HTMLInputElement | null>;
}

function FindFields({ state, change, field }: FieldsProps) {
  const texts = useTexts(entitiesTexts);
  const ids = { field: useId() };
  return (
    <form className="entities-find" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="visually-hidden" htmlFor={ids.field}>
        {texts.findLabel}
      </label>
      <input
        ref={field}
        id={ids.field}
        className="field"
        type="search"
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        placeholder={texts.findPlaceholder}
        value={state.q}
        onChange={(event) => change({ q: event.target.value }, { isTyping: true })}
      />
      <div className="switch" role="group" aria-label={texts.typeLabel}>
        {[undefined, ...entityTypes].map((type) => (
          <button
            key={type ?? 'any'}
            type="button"
            aria-pressed={state.type === type}
            onClick={() => change({ type })}
          >
            {type === undefined ? texts.anyType : texts.types[type]}
          </button>
        ))}
      </div>
    </form>
  );
}

function StartHelp() {
  const texts = useTexts(entitiesTexts);
  return (
    <EmptyState title={texts.startTitle}>
      <ul className="tips">
        {texts.start.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </EmptyState>
  );
}

function NoneFound({ state, change }: Omit<FieldsProps, 'field'>) {
  const texts = useTexts(entitiesTexts);
  const q = state.q.trim();
  return (
    <EmptyState title={texts.noneTitle(q)}>
      <ul className="tips">
        {texts.none.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <div className="notice-actions">
        {state.type === undefined ? null : (
          <button className="button" type="button" onClick={() => change({ type: undefined })}>
            {texts.noneAnyType}
          </button>
        )}
        <Link className="button" to={{ pathname: '/', search: `?${new URLSearchParams({ q })}` }}>
          {texts.noneSearch}
        </Link>
      </div>
    </EmptyState>
  );
}

/** j and k go from name to name, and Enter opens the one that has the focus. */
function FoundList({ entities }: { entities: readonly EntityFound[] }) {
  const texts = useTexts(entitiesTexts);
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list, '.entity-name');
  return (
    <ol ref={list} className="found" aria-label={texts.results}>
      {entities.map((entity) => (
        <li key={entity.id}>
          <FoundEntity entity={entity} />
        </li>
      ))}
    </ol>
  );
}
