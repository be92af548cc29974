import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { ArticleHit } from '../api/answers.ts';
import { useListKeys } from '../shell/use-list-keys.ts';
import { useTexts } from '../texts/use-texts.ts';
import { SearchHit } from './search-hit.tsx';
import { searchTexts } from './search-texts.ts';

interface Props {
  readonly hits: readonly ArticleHit[];
  readonly asOf: string | undefined;
}

/** The hits; j and k go from title to title, and Enter opens the one that has the focus. */
export function HitList({ hits, asOf }: Props) {
  const texts = useTexts(searchTexts);
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list, '.hit-title');
  useFocusOnNewHits(list, hits.length);
  return (
    <ol ref={list} className="hits" aria-label={texts.results}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <SearchHit hit={hit} asOf={asOf} />
        </li>
      ))}
    </ol>
  );
}

const titlesIn = (list: RefObject<HTMLOListElement | null>) => [
  ...(list.current?.querySelectorAll<HTMLElement>('.hit-title') ?? []),
];

/** Who asked for more by the button goes on reading at the first new hit. */
function useFocusOnNewHits(list: RefObject<HTMLOListElement | null>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const first = before.current;
    before.current = count;
    const isAfterButton = document.activeElement?.classList.contains('more-results') === true;
    if (count > first && first > 0 && isAfterButton) titlesIn(list)[first]?.focus();
  }, [list, count]);
}
