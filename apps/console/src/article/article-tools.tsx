import type { ArticleView } from '../api/answers.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import { useCopying } from '../shell/use-copying.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { articleTexts } from './article-texts.ts';
import { SourceLink } from './article-trace.tsx';
import { citationOf } from './citation.ts';

/** What an editor does with an article besides reading it. */
export function ArticleTools({ article }: { readonly article: ArticleView }) {
  const texts = useTexts(articleTexts);
  const format = useFormat();
  const link = useCopying();
  const citation = useCopying();
  // As it is looked at: with its quote, its state, its comparison.
  const copyLink = () => link.copy(location.href);
  const copyCitation = () => citation.copy(citationOf(article, location.href, format));
  const print = () => window.print();
  useShortcuts([
    { keys: 'c', does: texts.copyLink, run: copyLink },
    { keys: 'y', does: texts.copyCitation, run: copyCitation },
    { keys: 'p', does: texts.print, run: print },
  ]);
  return (
    <p className="article-tools no-print">
      <SourceLink url={article.url}>{texts.readAtSource}</SourceLink>
      <button className="button-link" type="button" onClick={copyLink}>
        {link.told ?? texts.copyLink}
      </button>
      <button className="button-link" type="button" onClick={copyCitation}>
        {citation.told ?? texts.copyCitation}
      </button>
      <button className="button-link" type="button" onClick={print}>
        {texts.print}
      </button>
    </p>
  );
}
