import type { ArticleTakedown } from '@warta/contracts';
import { eventAbout } from './event-about.ts';
import type { NamedArticle } from './event-about.ts';
import type { Submission } from './submission.ts';

/** The event of a takedown. Pure. An article nobody has pushed yet is taken down in advance. */
export function withdrawArticle(article: NamedArticle, submission: Submission): ArticleTakedown {
  return { kind: 'takedown', ...eventAbout(article, submission) };
}
