import { Link } from 'react-router';
import { useTexts } from '../texts/use-texts.ts';
import { searchTexts } from './search-texts.ts';

/** What can be asked, by examples that can be tried. */
export function QueryHelp() {
  const texts = useTexts(searchTexts);
  return (
    <details className="query-help">
      <summary>{texts.help}</summary>
      <dl>
        {texts.examples.map(({ q, finds }) => (
          <div key={q}>
            <dt>
              <Link to={`/?${new URLSearchParams({ q }).toString()}`}>
                <code>{q}</code>
              </Link>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
