import type { MigrationClass } from '@warta/postgres';
import { Article1795400000000 } from './1795400000000-article.ts';

/** In order. Add at the end; never edit or remove one that was released. */
export const migrations: readonly MigrationClass[] = [Article1795400000000];
