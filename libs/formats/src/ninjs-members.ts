import { filled, wholeVersion } from './agency-draft.ts';
import type { Members } from './ninjs-view.ts';

/** The member when it is a text that says something. */
export function stringOf(members: Members, name: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return typeof value === 'string' && filled(value) !== undefined ? value : undefined;
}

/** Of one list of an item; what is kept beside a text has room for fewer. */
const ENTRIES_MAX = 500;

/** The member's objects when it is a list; a schema has been held against it. */
export function entriesOf(members: Members, name: string): readonly Members[] {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return Array.isArray(value) ? (value.slice(0, ENTRIES_MAX) as Members[]) : [];
}

export function numberOf(members: Members, name: string): number | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}

export const wholeVersionOf = (members: Members) => wholeVersion(stringOf(members, 'version'));
