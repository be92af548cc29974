import { Link } from 'react-router';
import { useTexts } from '../texts/use-texts.ts';
import { EmptyState } from './empty-state.tsx';
import { usePageTitle } from './page-title.ts';
import { shellTexts } from './shell-texts.ts';

export function NotFoundPage() {
  const texts = useTexts(shellTexts);
  usePageTitle(texts.pageNotFound);
  return (
    <div className="page page-narrow">
      <EmptyState title={texts.pageNotFound}>
        <p>{texts.pageNotFoundDo}</p>
        <Link className="button" to="/">
          {texts.toSearch}
        </Link>
      </EmptyState>
    </div>
  );
}
