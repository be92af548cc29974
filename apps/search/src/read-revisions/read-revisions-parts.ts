import { ArticleIndex } from '../article-index/article-index.ts';
import { ReadRevisions } from './read-revisions.ts';
import { ReadRevisionsController } from './read-revisions.controller.ts';

/** Articles as they were: for the service's module. */
export const revisionControllers = [ReadRevisionsController];

export const revisionProviders = [
  {
    provide: ReadRevisions,
    inject: [ArticleIndex],
    useFactory: (index: ArticleIndex) => new ReadRevisions(index),
  },
];
