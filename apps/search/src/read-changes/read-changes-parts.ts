import { ArticleUpdated } from '@warta/contracts';
import { withPrefix } from '@warta/messaging';
import { SearchParts } from '../search-articles/search-parts.ts';
import { ReadChangesController } from './read-changes.controller.ts';
import { ChangesReader } from './read-changes.ts';

/** The feed of changes: for the service's module. */
export const changesControllers = [ReadChangesController];

export function changesProviders({ config }: { config: { WARTA_TOPIC_PREFIX: string } }) {
  const { topic } = withPrefix(ArticleUpdated, config.WARTA_TOPIC_PREFIX);
  return [
    {
      provide: ChangesReader,
      inject: [SearchParts],
      useFactory: (parts: SearchParts) => new ChangesReader(parts, topic),
    },
  ];
}
