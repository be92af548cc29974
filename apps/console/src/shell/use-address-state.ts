import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/** How something is drawn rather than what is shown: no other change takes it out of the address. */
const KEPT = ['chart', 'days', 'sent'] as const;

/** @param isTyping replaces the entry of the history; a choice is one to go back from. */
export type ChangeState<State> = (change: Partial<State>, how?: { isTyping?: boolean }) => void;

/**
 * The state that the address holds. A change is there at once, so that a box that was ticked stays
 * ticked while the router is on its way to the new address.
 *
 * @param read and `write` are pure, each the other's inverse, and the same at every rendering.
 */
export function useAddressState<State extends object>(
  read: (parameters: URLSearchParams) => State,
  write: (state: State) => URLSearchParams,
): { state: State; change: ChangeState<State> } {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const address = parameters.toString();
  const held = useMemo(() => read(new URLSearchParams(address)), [read, address]);
  const [ahead, setAhead] = useState<{ of: string; state: State }>();
  if (ahead !== undefined && ahead.of !== address) setAhead(undefined);
  const state = ahead?.of === address ? ahead.state : held;
  const change = useCallback<ChangeState<State>>(
    (changed, { isTyping = false } = {}) => {
      const next = { ...state, ...changed };
      const search = write(next).toString();
      if (search === write(state).toString()) return;
      setAhead({ of: address, state: next });
      const kept = keptIn(new URLSearchParams(address));
      const parts = [search, kept.toString()].filter((part) => part !== '');
      void navigate({ search: parts.join('&') }, { replace: isTyping, preventScrollReset: true });
    },
    [state, address, write, navigate],
  );
  return { state, change };
}

/**
 * One of some ways to look at something, held by the address beside the state of the page.
 * @param choices the first holds when the address says nothing, or anything else.
 */
export function useAddressChoice<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): [Choice, (choice: Choice) => void] {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const chosen = choices.find((one) => one === parameters.get(name)) ?? choices[0];
  const choose = (choice: Choice) => {
    const next = new URLSearchParams(parameters);
    if (choice === choices[0]) next.delete(name);
    else next.set(name, choice);
    void navigate({ search: next.toString() }, { replace: true, preventScrollReset: true });
  };
  return [chosen, choose];
}

/** Of an address what stays when the state of its page changes. */
export function keptIn(parameters: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = parameters.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
