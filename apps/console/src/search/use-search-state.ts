import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { searchFromAddress, searchToAddress } from './search-address.ts';
import type { SearchState } from './search-address.ts';

/** Changes the search. Typing replaces the entry of the history; a choice is one to go back from. */
export type ChangeSearch = (change: Partial<SearchState>, how?: { isTyping?: boolean }) => void;

/** The search that the address holds. */
export function useSearchState(): { state: SearchState; change: ChangeSearch } {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const address = parameters.toString();
  const state = useMemo(() => searchFromAddress(new URLSearchParams(address)), [address]);
  const change = useCallback<ChangeSearch>(
    (changed, { isTyping = false } = {}) => {
      const next = searchToAddress({ ...state, ...changed }).toString();
      if (next === searchToAddress(state).toString()) return;
      void navigate({ search: next }, { replace: isTyping, preventScrollReset: true });
    },
    [state, navigate],
  );
  return { state, change };
}

/** Of the browser; days and dates are meant there. */
export const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
