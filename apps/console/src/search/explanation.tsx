import { Link } from 'react-router';
import type { QueryExplanation } from '../api/answers.ts';
import { useTexts } from '../texts/use-texts.ts';
import { searchTexts } from './search-texts.ts';

/** Aliases shown of an entity: enough to see that the right one was found. */
const ALIASES_SHOWN = 6;

/** How the service understood the query, and which names it searches as whom. */
export function Explanation({ explanation }: { readonly explanation: QueryExplanation }) {
  const texts = useTexts(searchTexts);
  const { says, expansions } = explanation;
  return (
    <div className="explanation">
      <p>
        <span className="label">{texts.understood}</span> {says}
      </p>
      {expansions.length === 0 ? null : (
        <details>
          <summary>
            {texts.names} ({expansions.length})
          </summary>
          <dl>
            {expansions.map(({ text, field, entities }) => (
              <div key={`${field}:${text}`}>
                <dt>{text}</dt>
                {entities.length === 0 ? <dd className="quiet">{texts.nobody}</dd> : null}
                {entities.map(({ id, name = id, aliases }) => (
                  <dd key={id}>
                    <Link to={`/entities/${id}`}>{name}</Link>
                    <Aliases aliases={aliases.filter((alias) => alias !== name)} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function Aliases({ aliases }: { aliases: readonly string[] }) {
  const texts = useTexts(searchTexts);
  if (aliases.length === 0) return null;
  return (
    <span className="quiet">
      {' '}
      {texts.also} {aliases.slice(0, ALIASES_SHOWN).join(', ')}
      {aliases.length > ALIASES_SHOWN ? ' …' : ''}
    </span>
  );
}
