import type { Format } from './format.ts';
import { newsml1 } from './newsml-1.ts';
import { htmlPage } from './html-page.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { jsonLd } from './json-ld.ts';
import { wartaJson } from './warta-json.ts';

/** In order of recognition: the first that recognises a document reads it. */
export const formats: readonly Format[] = [
  jsonFeed,
  rss,
  atom,
  ninjs,
  newsmlG2,
  newsml1,
  nitf,
  jsonLd,
];

/** Take whatever else is of their syntax. */
export const fallbacks: readonly Format[] = [wartaJson, htmlPage];

/** What a reader knows. */
export interface FormatTable {
  /** Hold documents of the others. */
  readonly envelopes: readonly Format[];
  readonly formats: readonly Format[];
  readonly fallbacks: readonly Format[];
}
