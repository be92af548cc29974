import type { ArticleView } from '../api/answers.ts';
import type { Format } from '../texts/format.ts';

type Cited = Pick<ArticleView, 'byline' | 'title' | 'feed' | 'publishedAt' | 'url'>;

/**
 * An article as one line of plain text for notes and footnotes: author, headline, outlet, day and
 * address, whichever there are.
 *
 * @param link to the article here, for one that has no address of its own on the web.
 */
export function citationOf(article: Cited, link: string, format: Pick<Format, 'day'>): string {
  const { byline, title, feed, publishedAt, url } = article;
  const parts = [
    byline,
    title === undefined ? undefined : `“${title}”`,
    feed,
    publishedAt === undefined ? undefined : format.day(publishedAt),
    url !== undefined && /^https?:\/\//i.test(url) ? url : link,
  ];
  return parts
    .map((part) => part?.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
