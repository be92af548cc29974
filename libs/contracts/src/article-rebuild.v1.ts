import { ArticleUpdated, ArticleUpdatedV1 } from './article-updated.v1.ts';
import { defineEvent, PARTITIONS_PER_TOPIC } from './define-event.ts';

/**
 * Read by whoever builds something anew from all articles, together with `article.updated`: of two
 * states of one article the highest `rev` wins, wherever it came from. It fires no alerts.
 */
export const ArticleRebuild = defineEvent<ArticleUpdatedV1>({
  topic: 'warta.article.rebuild.v1',
  summary: 'The current state of every article, told again for an index that is built anew.',
  schema: ArticleUpdatedV1,
  key: (event) => event.articleId,
  partitions: PARTITIONS_PER_TOPIC,
  retention: { kind: 'days', days: 1 },
  example: ArticleUpdated.example,
});
