import type { MigrationClass } from '@warta/postgres';
import { ConsumerProgress1795900000000 } from './1795900000000-consumer-progress.ts';

/** In order. Add at the end; never edit or remove one that was released. */
export const migrations: readonly MigrationClass[] = [ConsumerProgress1795900000000];
