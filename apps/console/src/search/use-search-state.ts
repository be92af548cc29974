import { useAddressState } from '../shell/use-address-state.ts';
import type { ChangeState } from '../shell/use-address-state.ts';
import { chartChoices } from './volume-range.ts';
import { searchFromAddress, searchToAddress } from './search-address.ts';
import type { SearchState } from './search-address.ts';

export type ChangeSearch = ChangeState<SearchState>;

/** Whether what stands out is shown. */
export const STANDING = 'standing';
const kept = [...chartChoices, STANDING];

/** The search that the address holds. */
export function useSearchState(): { state: SearchState; change: ChangeSearch } {
  return useAddressState(searchFromAddress, searchToAddress, kept);
}

/** Of the browser; days and dates are meant there. */
export const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
