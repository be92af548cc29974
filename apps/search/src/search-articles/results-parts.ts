import { Entities } from '../entity-book/entities.ts';
import { SearchArticlesController } from './search-articles.controller.ts';
import { SearchParts } from './search-parts.ts';

/** Results: what the module is given of them. */
export const resultsControllers = [SearchArticlesController];

export const resultsProviders = [
  {
    provide: SearchParts,
    inject: [Entities],
    useFactory: (entities: Entities) => new SearchParts(entities),
  },
];
