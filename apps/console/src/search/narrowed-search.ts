import type { Significant } from '../api/answers.ts';
import type { ListFilter, SearchState } from './search-address.ts';

type Entity = Pick<Significant['entities'][number], 'id' | 'name' | 'type'>;

const filterOf: Partial<Record<Entity['type'], ListFilter>> = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  LOCATION: 'place',
};

/** The search of those that mention an entity as well: by its id as long as there is a place for it. */
export function withEntity(state: SearchState, { id, name, type }: Entity): Partial<SearchState> {
  if (state.entity === undefined) return { entity: id };
  const filter = filterOf[type];
  // Several values of one filter are alternatives: a second one would find more.
  if (filter !== undefined && state.filters[filter].length === 0) {
    return { filters: { ...state.filters, [filter]: [id] } };
  }
  return { q: withWord(state.q, `"${name.replace(/["“”„«»]/g, ' ')}"`) };
}

/** A query that wants a word as well. It comes first, since a phrase may end without its mark. */
export function withWord(q: string, word: string): string {
  const typed = q.trim();
  if (typed === '') return word;
  if (!/\b(?:OR|ATAU)\b/.test(typed)) return `${word} ${typed}`;
  const isOpen = (typed.match(/["“”„«»]/g) ?? []).length % 2 === 1;
  return `${word} (${typed}${isOpen ? '"' : ''})`;
}
