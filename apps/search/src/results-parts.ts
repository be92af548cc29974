import { KeysAsPasswords } from '@warta/service';
import { AttentionController } from './read-attention/attention.controller.ts';
import { DuplicateGroupController } from './read-duplicates/duplicate-group.controller.ts';
import { Entities } from './entity-book/entities.ts';
import { SignificantController } from './find-significant/significant.controller.ts';
import { SimilarArticlesController } from './find-similar/similar-articles.controller.ts';
import { asksForFeed } from './outputs/output-of.ts';
import { SearchArticlesController } from './search-articles/search-articles.controller.ts';
import { SearchParts } from './search-articles/search-parts.ts';

/** Results: what the module is given of them. */
export const resultsControllers = [
  SearchArticlesController,
  SimilarArticlesController,
  AttentionController,
  SignificantController,
  DuplicateGroupController,
];

export const resultsProviders = [
  // Readers of feeds can send nothing else.
  { provide: KeysAsPasswords, useValue: new KeysAsPasswords(asksForFeed) },
  {
    provide: SearchParts,
    inject: [Entities],
    useFactory: (entities: Entities) => new SearchParts(entities),
  },
];
