import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { NewestAddress } from './newest-address.ts';

/** @param isTyping replaces the entry of the history; a choice is one to go back from. */
export type ChangeState<State> = (change: Partial<State>, how?: { isTyping?: boolean }) => void;

/**
 * The state that the address holds. A change is there at once, so that a box that was ticked stays
 * ticked while the router is on its way to the new address.
 *
 * @param read and `write` are pure, each the other's inverse, and the same at every rendering.
 * @param kept how something on this page is drawn rather than what is shown, which a change leaves in
 *   the address; the same at every rendering.
 */
export function useAddressState<State extends object>(
  read: (parameters: URLSearchParams) => State,
  write: (state: State) => URLSearchParams,
  kept: readonly string[] = NONE,
): { state: State; change: ChangeState<State> } {
  const [parameters] = useSearchParams();
  const changeAddress = useChangeAddress();
  const address = parameters.toString();
  const held = useMemo(() => read(new URLSearchParams(address)), [read, address]);
  const [ahead, setAhead] = useState<{ of: string; state: State }>();
  if (ahead !== undefined && ahead.of !== address) setAhead(undefined);
  const state = ahead?.of === address ? ahead.state : held;
  const change = useCallback<ChangeState<State>>(
    (changed, { isTyping = false } = {}) => {
      changeAddress((before) => {
        const held = read(before);
        const next = { ...held, ...changed };
        const search = write(next);
        if (search.toString() === write(held).toString()) return undefined;
        setAhead({ of: address, state: next });
        return new URLSearchParams([...search, ...keptIn(before, kept)]);
      }, isTyping);
    },
    [address, read, write, kept, changeAddress],
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
  const changeAddress = useChangeAddress();
  const chosen = choices.find((one) => one === parameters.get(name)) ?? choices[0];
  const choose = (choice: Choice) =>
    changeAddress((next) => {
      if (choice === choices[0]) next.delete(name);
      else next.set(name, choice);
      return next;
    }, true);
  return [chosen, choose];
}

const NONE: readonly string[] = [];
const newest = new NewestAddress();
const shownAddress = () => window.location.pathname + window.location.search;

/** To be called wherever the router has come somewhere. */
export const noteArrival = (): void => newest.arrive(shownAddress());

/**
 * Changes the search of the address, whatever else changes it at the same moment.
 *
 * @returns a function, the same at every rendering. It takes what makes another search of the newest,
 *   or nothing to leave it, and whether that replaces the entry of the history.
 */
export function useChangeAddress() {
  const navigate = useNavigate();
  return useCallback(
    (
      change: (before: URLSearchParams) => URLSearchParams | undefined,
      isReplaced: boolean,
    ): void => {
      const shown = shownAddress();
      const search = change(newest.searchAt(shown))?.toString();
      if (search === undefined) return;
      newest.write(shown, search);
      void navigate({ search }, { replace: isReplaced, preventScrollReset: true });
    },
    [navigate],
  );
}

/** Of an address what stays when the state of its page changes. Pure. */
export function keptIn(parameters: URLSearchParams, names: readonly string[]): [string, string][] {
  return names.flatMap((name): [string, string][] => {
    const value = parameters.get(name);
    return value === null ? [] : [[name, value]];
  });
}
