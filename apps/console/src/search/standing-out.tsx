import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useRef } from 'react';
import type { Significant } from '../api/answers.ts';
import { askAgain } from '../api/asked-again.ts';
import { useClient } from '../session/session.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useAddressChoice } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { withEntity, withWord } from './narrowed-search.ts';
import { filterParameters } from './search-address.ts';
import type { SearchState } from './search-address.ts';
import { standingTexts } from './standing-texts.ts';
import { STANDING, timeZone } from './use-search-state.ts';
import type { ChangeSearch } from './use-search-state.ts';

/** Of names and of words, each: what is below them stands out less. */
const SHOWN = 8;

interface Props {
  readonly state: SearchState;
  readonly change: ChangeSearch;
}

/**
 * Names and words that the found articles have more often than all others do: where to look next. It
 * looks through many texts, so it is asked for when somebody wants to see it.
 */
export function StandingOut({ state, change }: Props) {
  const texts = useTexts(standingTexts);
  const [shown, show] = useAddressChoice(STANDING, ['closed', 'open']);
  const isOpen = shown === 'open';
  const toggle = useRef<HTMLButtonElement>(null);
  const narrow: ChangeSearch = (changed) => {
    // What was chosen stands out no more.
    toggle.current?.focus();
    change(changed);
  };
  return (
    <section className="standing-out" aria-label={texts.title}>
      <button
        ref={toggle}
        className="button-link"
        type="button"
        aria-expanded={isOpen}
        onClick={() => show(isOpen ? 'closed' : 'open')}
      >
        {isOpen ? texts.hide : texts.show}
      </button>
      {isOpen ? <Standing state={state} change={narrow} /> : null}
    </section>
  );
}

function Standing({ state, change }: Props) {
  const texts = useTexts(standingTexts);
  const client = useClient();
  const query = { ...filterParameters(state, timeZone), size: SHOWN };
  const found = useQuery({
    queryKey: ['significant', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/significant', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Skeleton lines={4} />;
  if (found.error !== null) {
    return <ProblemNotice error={found.error} onRetry={askAgain(found)} />;
  }
  // What is shown belongs to the search before: chosen twice, it would be asked for twice.
  const isOld = found.isPlaceholderData;
  const { entities, terms } = found.data;
  if (entities.length + terms.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <>
      <p className="quiet">{texts.is}</p>
      <ul className="chips" aria-label={texts.names}>
        {entities.map((entity) => (
          <li key={entity.id}>
            <button
              className="chip"
              type="button"
              data-entity={entity.type}
              aria-disabled={isOld}
              onClick={() => isOld || change(withEntity(state, entity))}
            >
              {entity.name}
              <Share of={entity} />
            </button>
          </li>
        ))}
      </ul>
      <ul className="chips" aria-label={texts.words}>
        {terms.map((found) => (
          <li key={`${found.language} ${found.term}`}>
            <button
              className="chip"
              type="button"
              aria-disabled={isOld}
              onClick={() => isOld || change({ q: withWord(state.q, found.term) })}
            >
              {found.term}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How many of all that have the name are among what was found. */
function Share({ of: { articles, background } }: { of: Significant['entities'][number] }) {
  const texts = useTexts(standingTexts);
  const format = useFormat();
  const [some, all] = [format.number(articles), format.number(background)];
  return (
    <span className="facet-count">
      <span aria-hidden="true">
        {some}/{all}
      </span>
      <span className="visually-hidden">{texts.share(some, all)}</span>
    </span>
  );
}
