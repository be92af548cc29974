import type { MigrationClass } from '@warta/postgres';
import { Article1795400000000 } from './1795400000000-article.ts';
import { AnnotationMore1795500000000 } from './1795500000000-annotation-more.ts';
import { HeldWithheld1795600000000 } from './1795600000000-held-withheld.ts';
import { Fingerprint1795700000000 } from './1795700000000-fingerprint.ts';
import { FirstArrival1795800000000 } from './1795800000000-first-arrival.ts';
import { Corrections1795900000000 } from './1795900000000-corrections.ts';
import { NamesAnew1796000000000 } from './1796000000000-names-anew.ts';

/** In order. Add at the end; never edit or remove one that was released. */
export const migrations: readonly MigrationClass[] = [
  Article1795400000000,
  AnnotationMore1795500000000,
  HeldWithheld1795600000000,
  Fingerprint1795700000000,
  FirstArrival1795800000000,
  Corrections1795900000000,
  NamesAnew1796000000000,
];
