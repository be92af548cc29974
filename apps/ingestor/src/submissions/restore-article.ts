import type { ArticleRestore } from '@warta/contracts';
import { eventAbout } from './event-about.ts';
import type { NamedArticle } from './event-about.ts';
import type { Submission } from './submission.ts';

/** The event that lifts a takedown. Pure. The article is named as it was pushed. */
export function restoreArticle(article: NamedArticle, submission: Submission): ArticleRestore {
  return { kind: 'restore', ...eventAbout(article, submission) };
}
