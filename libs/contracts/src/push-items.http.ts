import { z } from 'zod';
import { Receipt } from './push-article.http.ts';
import { FeedName } from './text.ts';

/** Articles in one document or batch; more are refused as a whole, to be sent in parts. */
export const ITEMS_MAX = 1_000;

/** Of a document, without its content coding. A batch of a thousand articles of the usual 3 KiB fits. */
export const DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;

/**
 * What became of one item. `unchanged` and `corrected` are said when the process that answers
 * remembers the article's last push; else both are `accepted`. Only `refused` is not stored.
 */
export const ItemOutcome = z.enum(['accepted', 'unchanged', 'corrected', 'withdrawn', 'refused']);
export type ItemOutcome = z.infer<typeof ItemOutcome>;

const ItemAnswer = z.object({
  pointer: z
    .string()
    .describe('Where in the document: RFC 6901 for JSON, a path of elements for XML, else a line.'),
  outcome: ItemOutcome,
  id: z.uuid().optional().describe('Warta’s id of the article. Absent when refused.'),
  sourceId: z.string().optional().describe('The id the feed gave, when it gave one.'),
  location: z.string().optional().describe('Where the search API shows the article.'),
  receipt: Receipt.optional(),
  errors: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .optional()
    .describe('Why it was refused; pointers as above.'),
});
export type ItemAnswer = z.infer<typeof ItemAnswer>;

/** Answer of POST /v1/feeds/{feed}/items: one entry per item, in the order of the document. */
export const ItemsAnswer = z
  .object({
    feed: FeedName,
    format: z.string().describe('As what the document was read; docs/formats.md lists them.'),
    counts: z.record(ItemOutcome, z.int().min(0)),
    items: z.array(ItemAnswer),
  })
  .meta({ id: 'ItemsAnswer' });
export type ItemsAnswer = z.infer<typeof ItemsAnswer>;
