import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

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
      void navigate({ search }, { replace: isTyping, preventScrollReset: true });
    },
    [state, address, write, navigate],
  );
  return { state, change };
}
