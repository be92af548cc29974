import { useEffect, useId, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { QueryFault } from './query-fault.ts';
import { splitAt } from './query-fault.ts';
import { searchTexts } from './search-texts.ts';

/** As long as a quick typist takes from key to key: a request for each word rather than each letter. */
const TYPING_MS = 220;

interface Props {
  readonly q: string;
  readonly fault: QueryFault | undefined;
  readonly isBusy: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onSearch: (q: string, how: { isTyping: boolean }) => void;
  /** From the field to what was found. @returns false when nothing was. */
  readonly onDown: () => boolean;
}

/** Searches while one types; Enter at once. What is wrong with the query stands below it. */
export function QueryField({ q, fault, isBusy, field, onSearch, onDown }: Props) {
  const texts = useTexts(searchTexts);
  const ids = { field: useId(), fault: useId() };
  const { draft, type, search } = useDraft(q, onSearch);
  return (
    <form
      className="query"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(draft);
      }}
    >
      <label className="visually-hidden" htmlFor={ids.field}>
        {texts.field}
      </label>
      <div className="query-box" data-busy={isBusy || undefined}>
        <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20">
          <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="m13 13 5 5" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        <input
          ref={field}
          id={ids.field}
          type="search"
          enterKeyHint="search"
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={texts.placeholder}
          value={draft}
          aria-invalid={fault !== undefined}
          aria-describedby={ids.fault}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && draft === '') event.currentTarget.blur();
            if (event.key === 'ArrowDown' && onDown()) event.preventDefault();
          }}
        />
        {draft === '' ? (
          <kbd aria-hidden="true">/</kbd>
        ) : (
          <button
            className="query-clear"
            type="button"
            aria-label={texts.clear}
            onClick={() => {
              search('');
              field.current?.focus();
            }}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </div>
      <div id={ids.fault} aria-live="polite">
        {fault === undefined ? null : <QueryFaultNote q={q} fault={fault} />}
      </div>
    </form>
  );
}

/** What is wrong with a query, with the character at which it is. */
export function QueryFaultNote({ q, fault: { says, column } }: { q: string; fault: QueryFault }) {
  const texts = useTexts(searchTexts);
  if (column === undefined) return <p className="query-fault">{says}</p>;
  const [before, at, after] = splitAt(q, column);
  return (
    <div className="query-fault">
      <code aria-hidden="true">
        {before}
        <span className="query-fault-at">{at === '' ? '\u00a0' : at}</span>
        {after}
      </code>
      <p>
        {texts.atColumn(column)}: {says}
      </p>
    </div>
  );
}

/** What stands in the field: ahead of the address while one types, and following it otherwise. */
function useDraft(q: string, onSearch: Props['onSearch']) {
  const [draft, setDraft] = useState(q);
  const [lastQ, setLastQ] = useState(q);
  const sent = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (lastQ !== q) {
    setLastQ(q);
    // Not what was typed here a moment ago: the history, a link or a button.
    if (q.trim() !== draft.trim() && sent.current !== q) setDraft(q);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (text: string, isTyping: boolean) => {
    clearTimeout(timer.current);
    sent.current = text;
    onSearch(text, { isTyping });
  };
  return {
    draft,
    type: (text: string) => {
      setDraft(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => send(text, true), TYPING_MS);
    },
    search: (text: string) => {
      setDraft(text);
      send(text, false);
    },
  };
}
