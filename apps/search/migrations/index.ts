import type { MigrationClass } from '@warta/postgres';
import { ConsumerProgress1795900000000 } from './1795900000000-consumer-progress.ts';
import { SavedSearches1795910000000 } from './1795910000000-saved-searches.ts';
import { Deliveries1795920000000 } from './1795920000000-deliveries.ts';
import { AlertDays1795930000000 } from './1795930000000-alert-days.ts';
import { HiddenArticles1795931000000 } from './1795931000000-hidden-articles.ts';
import { MissedPushes1795940000000 } from './1795940000000-missed-pushes.ts';
import { MissedOrder1795941000000 } from './1795941000000-missed-order.ts';
import { MissedBounds1795942000000 } from './1795942000000-missed-bounds.ts';

/** In order. Add at the end; never edit or remove one that was released. */
export const migrations: readonly MigrationClass[] = [
  ConsumerProgress1795900000000,
  SavedSearches1795910000000,
  Deliveries1795920000000,
  AlertDays1795930000000,
  HiddenArticles1795931000000,
  MissedPushes1795940000000,
  MissedOrder1795941000000,
  MissedBounds1795942000000,
];
