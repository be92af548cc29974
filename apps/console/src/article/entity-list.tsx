import { Link } from 'react-router';
import type { ArticleView } from '../api/answers.ts';
import { useTexts } from '../texts/use-texts.ts';
import { articleTexts } from './article-texts.ts';

const types = ['PERSON', 'ORGANIZATION', 'LOCATION', 'EVENT'] as const;

interface Props {
  readonly entities: ArticleView['entities'];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Whom and what the article names, those it is about first; a press shows where. */
export function EntityList({ entities, chosen, onChoose }: Props) {
  const texts = useTexts(articleTexts);
  if (entities.length === 0) return <p className="quiet">{texts.noEntities}</p>;
  return types.map((type) => {
    const ofType = entities
      .filter((entity) => entity.type === type)
      .sort((a, b) => Number(b.salience === 'main') - Number(a.salience === 'main'));
    if (ofType.length === 0) return null;
    return (
      <section key={type} className="entity-group">
        <h3 className="label" data-entity={type}>
          {texts.entityGroups[type]}
        </h3>
        <ul>
          {ofType.map(({ id, name, role, mentions, salience }) => (
            <li key={id}>
              <span>
                <Link
                  to={`/entities/${id}`}
                  className={salience === 'main' ? 'entity-main' : undefined}
                >
                  {name}
                </Link>
                {role === undefined ? null : <span className="quiet entity-role">{role}</span>}
              </span>
              <button
                className="entity-count"
                type="button"
                aria-pressed={chosen === id}
                aria-label={texts.showMentions(name, mentions.length)}
                onClick={() => onChoose(chosen === id ? undefined : id)}
              >
                {mentions.length}
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
