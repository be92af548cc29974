import { useTexts } from '../texts/use-texts.ts';
import type { EntityType } from './entity-address.ts';
import { entitiesTexts } from './entities-texts.ts';
import '../search/search-hit.css';

/** What kind of entity it is: a word, told apart by form and colour as well. */
export function EntityMark({ type }: { readonly type: EntityType }) {
  const texts = useTexts(entitiesTexts);
  return (
    <span className="chip" data-entity={type}>
      {texts.types[type]}
    </span>
  );
}
