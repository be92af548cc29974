import { allowsScope, teamOf } from '@warta/service';
import type { Caller } from '@warta/service';

/** A team whose things a question is about; `undefined` of somebody who may see those of every team. */
export type TeamView = string | undefined;

/** Whose searches and alerts a caller sees. */
export function viewOf(caller: Caller): TeamView {
  return allowsScope(caller, 'admin') ? undefined : teamOf(caller);
}
