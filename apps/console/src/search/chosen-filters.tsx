import type { SearchAnswer } from '../api/answers.ts';
import { useFormat } from '../texts/use-format.ts';
import type { Format } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { facetOf } from './facet-panel.tsx';
import { listFilters, toggledFilter } from './search-address.ts';
import type { SearchState } from './search-address.ts';
import { searchTexts } from './search-texts.ts';
import type { SearchTexts } from './search-texts.ts';
import { shownEnd, shownStart } from './shown-dates.ts';
import { useEntityName } from './use-entity-name.ts';
import type { ChangeSearch } from './use-search-state.ts';

interface Props {
  readonly state: SearchState;
  readonly change: ChangeSearch;
  readonly facets: SearchAnswer['facets'];
}

interface Chosen {
  readonly key: string;
  readonly name: string;
  readonly without: Partial<SearchState>;
}

/** What narrows the results, each with a press to be rid of it. */
export function ChosenFilters({ state, change, facets }: Props) {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  const chosen = [
    ...useChosenEntity(state),
    ...chosenLists(state, facets, format),
    ...chosenTimes(state, texts, format),
  ];
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={texts.chosen}>
      {chosen.map(({ key, name, without }) => (
        <li key={key}>
          <button
            className="chip chip-chosen"
            type="button"
            aria-label={texts.removeFilter(name)}
            onClick={() => change(without)}
          >
            {name} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** By its name, which its page knows. */
function useChosenEntity({ entity }: SearchState): Chosen[] {
  const name = useEntityName(entity ?? '');
  if (entity === undefined) return [];
  return [{ key: 'entity', name: name ?? entity, without: { entity: undefined } }];
}

function chosenLists(state: SearchState, facets: Props['facets'], format: Format): Chosen[] {
  return listFilters.flatMap((filter) =>
    state.filters[filter].map((value) => {
      const counted = facets?.[facetOf(filter)]?.values.find((one) => one.value === value);
      const name = filter === 'lang' ? format.languageName(value) : (counted?.name ?? value);
      return { key: `${filter}:${value}`, name, without: toggledFilter(state, filter, value) };
    }),
  );
}

function chosenTimes(state: SearchState, texts: SearchTexts, format: Format): Chosen[] {
  const { from, to, asOf } = state;
  const chosen: Chosen[] = [];
  if (from !== undefined || to !== undefined) {
    const name =
      from === undefined
        ? texts.before(shownEnd(to ?? '', format))
        : to === undefined
          ? texts.since(shownStart(from, format))
          : texts.range(shownStart(from, format), shownEnd(to, format));
    chosen.push({ key: 'dates', name, without: { from: undefined, to: undefined } });
  }
  if (asOf !== undefined) {
    chosen.push({
      key: 'asOf',
      name: texts.asOfChip(shownStart(asOf, format)),
      without: { asOf: undefined },
    });
  }
  return chosen;
}
