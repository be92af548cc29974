import type { ArticleView } from '../api/answers.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { ArticleState } from './article-address.ts';
import { marksIn } from './article-marks.ts';
import { articleTexts } from './article-texts.ts';
import { ArticleTools } from './article-tools.tsx';
import { MarkedLine } from './marked-text.tsx';

interface Props {
  readonly article: ArticleView;
  readonly state: ArticleState;
}

/** The headline with what a reader wants to know before reading. */
export function ArticleHead({ article, state }: Props) {
  const texts = useTexts(articleTexts);
  const format = useFormat();
  const { title, byline, publishedAt, updatedAt, section } = article;
  return (
    <header className="article-head">
      <p className="hit-origin">
        <strong>{article.feed}</strong>
        {section === undefined ? null : <span>{section}</span>}
      </p>
      <h1 lang={article.language}>
        {title === undefined ? (
          texts.untitled
        ) : (
          <MarkedLine text={title} marks={marksIn(article, 'title', state.hidden)} state={state} />
        )}
      </h1>
      <p className="article-meta">
        {byline === undefined ? null : <span>{texts.by(byline)}</span>}
        {publishedAt === undefined ? (
          <span>{texts.undated}</span>
        ) : (
          <time dateTime={publishedAt}>{format.dayAndTime(publishedAt)}</time>
        )}
        {updatedAt === undefined ? null : (
          <span>
            {texts.updated} <time dateTime={updatedAt}>{format.dayAndTime(updatedAt)}</time>
          </span>
        )}
      </p>
      <ArticleTools article={article} />
    </header>
  );
}
