import { z } from 'zod';

/** What a search can be answered in, by `format` or the header Accept. */
export const OutputFormat = z.enum(['json', 'ndjson', 'csv', 'rss', 'atom', 'jsonfeed']);
export type OutputFormat = z.infer<typeof OutputFormat>;
