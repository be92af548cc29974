import { useTexts } from '../texts/use-texts.ts';
import { markKinds } from './article-address.ts';
import type { ArticleState, MarkKind } from './article-address.ts';
import { articleTexts } from './article-texts.ts';
import type { ChangeArticle } from './use-article.ts';

const entityTypes = ['PERSON', 'ORGANIZATION', 'LOCATION', 'EVENT'] as const;

interface Props {
  readonly state: ArticleState;
  readonly change: ChangeArticle;
}

/** What is marked, each with its switch; what the lines under names mean. */
export function MarkSwitches({ state, change }: Props) {
  const texts = useTexts(articleTexts);
  const toggle = (kind: MarkKind) =>
    change({
      hidden: markKinds.filter((one) => state.hidden.includes(one) !== (one === kind)),
    });
  return (
    <fieldset className="mark-switches no-print">
      <legend className="visually-hidden">{texts.marks}</legend>
      {markKinds.map((kind) => (
        <label key={kind} className="choice">
          <input
            type="checkbox"
            checked={!state.hidden.includes(kind)}
            onChange={() => toggle(kind)}
          />
          <span className={kind === 'names' ? undefined : `mark-${kind}`}>
            {texts.markKinds[kind]}
          </span>
        </label>
      ))}
      {state.hidden.includes('names') ? null : (
        <ul className="legend">
          {entityTypes.map((type) => (
            <li key={type} className="mark-name" data-entity={type}>
              {texts.legend[type]}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
