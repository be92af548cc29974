import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ArticleView } from '../api/answers.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { articleTexts } from './article-texts.ts';
import { delayBetween } from './delay.ts';

/** Where an article came from, how it got here, and what read it. */
export function ArticleTrace({ article }: { readonly article: ArticleView }) {
  const texts = useTexts(articleTexts);
  const format = useFormat();
  const { publishedAt, updatedAt, submittedAt, duplicateOf, extras } = article;
  const delay =
    publishedAt === undefined ? undefined : delayBetween(publishedAt, submittedAt, format);
  const rows: [keyof typeof texts.traceOf, ReactNode][] = [
    ['outlet', <Link to={`/?feed=${encodeURIComponent(article.feed)}`}>{article.feed}</Link>],
    ['sourceId', article.sourceId],
    ['address', <SourceLink url={article.url} />],
    ['section', article.section],
    ['language', format.languageName(article.language)],
    ['published', publishedAt && format.dayAndTime(publishedAt)],
    ['updated', updatedAt && format.dayAndTime(updatedAt)],
    ['arrived', format.dayAndTime(submittedAt) + (delay ? ` (${texts.later(delay)})` : '')],
    ['version', texts.versionIs(article.revision, article.rev)],
    ['extractor', article.extractor],
    ['models', article.models.join(', ')],
    ['attribution', article.attribution.join(', ')],
    ['flags', article.flags.join(', ')],
    [
      'copyOf',
      duplicateOf && (
        <Link to={`/articles/${duplicateOf.articleId}`}>
          {texts.copyIs(format.percent(duplicateOf.similarity))}
        </Link>
      ),
    ],
    ['copies', <Link to={`/duplicates/${article.id}`}>{texts.group}</Link>],
  ];
  return (
    <>
      <dl className="trace-rows">
        {rows.map(([name, value]) =>
          value === undefined || value === '' || (name === 'address' && !article.url) ? null : (
            <div key={name}>
              <dt>{texts.traceOf[name]}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {extras === undefined || Object.keys(extras).length === 0 ? null : (
        <details>
          <summary>{texts.extras}</summary>
          <pre className="extras">{JSON.stringify(extras, null, 2)}</pre>
        </details>
      )}
    </>
  );
}

/** Only addresses of the web become links, whatever a feed sends. */
export function SourceLink({ url, children }: { url: string | undefined; children?: ReactNode }) {
  if (url === undefined) return null;
  if (!/^https?:\/\//i.test(url)) return url;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {children ?? url}
    </a>
  );
}
