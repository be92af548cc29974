import { useEffect, useId, useRef, useState } from 'react';
import { askAgain } from '../api/asked-again.ts';
import { useEntityName } from '../search/use-entity-name.ts';
import { announce } from '../shell/announcer.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useListKeys } from '../shell/use-list-keys.ts';
import { useAddressState } from '../shell/use-address-state.ts';
import type { ChangeState } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { quotesFromAddress, quotesToAddress } from './entity-address.ts';
import type { QuotesState } from './entity-address.ts';
import { entitiesTexts } from './entities-texts.ts';
import { QuoteItems } from './quote-items.tsx';
import { SpanNote } from './span-note.tsx';
import { useQuotes } from './use-entities.ts';
import './entities.css';

/** Who said what of whom, in all articles. */
export function QuotesPage() {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { state, change } = useAddressState(quotesFromAddress, quotesToAddress);
  const found = useQuotes(state);
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list, '.quote-title');
  const quotes = found.data?.pages.flatMap(({ data }) => data);
  const settled = found.isPlaceholderData ? undefined : quotes?.length;
  usePageTitle(state.q === '' ? texts.quotesTitle : texts.quotesTitleFor(state.q));
  useEffect(() => {
    if (settled !== undefined) announce(texts.quotesShown(format.number(settled)));
  }, [settled, texts, format]);
  return (
    <div className="page page-narrow entity-page">
      <h1>{texts.quotesTitle}</h1>
      <QuoteFields state={state} change={change} />
      <SpanNote span={state} change={change} />
      {found.error === null ? null : (
        <ProblemNotice error={found.error} onRetry={askAgain(found)} />
      )}
      {found.isPending ? <Skeleton lines={8} /> : null}
      {found.data?.pages.some(({ partial }) => partial) ? (
        <p className="notice notice-warning">{texts.partial}</p>
      ) : null}
      {quotes === undefined ? null : quotes.length === 0 ? (
        <EmptyState title={texts.quotesNone}>
          <p>{texts.quotesNoneDo}</p>
        </EmptyState>
      ) : (
        <QuoteItems list={list} quotes={quotes} label={texts.quotesResults} />
      )}
      {found.hasNextPage ? (
        <button
          className="button"
          type="button"
          aria-disabled={found.isFetchingNextPage}
          onClick={() => found.isFetchingNextPage || void found.fetchNextPage()}
        >
          {texts.quotesMore}
        </button>
      ) : null}
    </div>
  );
}

interface FieldsProps {
  readonly state: QuotesState;
  readonly change: ChangeState<QuotesState>;
}

/** Names stand in the fields for the ids that links have; what is typed is a name. */
function QuoteFields({ state, change }: FieldsProps) {
  const texts = useTexts(entitiesTexts);
  const names = { speaker: useEntityName(state.speaker), about: useEntityName(state.about) };
  const [draft, setDraft] = useState<Partial<Record<'speaker' | 'about' | 'q', string>>>({});
  // Another address, by whatever way: the fields are as it says.
  const address = quotesToAddress(state).toString();
  const [lastAddress, setLastAddress] = useState(address);
  if (lastAddress !== address) {
    setLastAddress(address);
    setDraft({});
  }
  const fields = [
    ['q', texts.quotesWords],
    ['speaker', texts.quotesSpeaker],
    ['about', texts.quotesAboutField],
  ] as const;
  const id = useId();
  const shown = (name: 'speaker' | 'about' | 'q') =>
    draft[name] ?? (name === 'q' ? undefined : names[name]) ?? state[name];
  return (
    <form
      className="quotes-find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        change(draft);
      }}
    >
      {fields.map(([name, label]) => (
        <p key={name}>
          <label className="label" htmlFor={`${id}-${name}`}>
            {label}
          </label>
          <input
            id={`${id}-${name}`}
            className="field"
            type="search"
            value={shown(name)}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        </p>
      ))}
      <button className="button button-main" type="submit">
        {texts.quotesFind}
      </button>
    </form>
  );
}
