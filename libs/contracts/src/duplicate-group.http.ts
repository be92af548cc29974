import { z } from 'zod';
import { DuplicateOf } from './article-updated.v1.ts';
import { isPartial } from './search-filters.http.ts';
import { FeedName, HttpUrl, Instant } from './text.ts';

export const DUPLICATES_SIZE_DEFAULT = 100;
export const DUPLICATES_SIZE_MAX = 500;

/** Query of GET /v1/duplicates/{group}. */
export const ReadDuplicates = z.strictObject({
  size: z.coerce.number().int().min(1).max(DUPLICATES_SIZE_MAX).default(DUPLICATES_SIZE_DEFAULT),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
});
export type ReadDuplicates = z.infer<typeof ReadDuplicates>;

export const DuplicateMember = z
  .object({
    id: z.uuid(),
    feed: FeedName.describe('The outlet.'),
    title: z.string().optional(),
    url: HttpUrl.optional(),
    language: z.string(),
    publishedAt: Instant.optional(),
    submittedAt: Instant,
    at: Instant.describe('What the order goes by: publishedAt, else submittedAt. UTC.'),
    delaySeconds: z.number().min(0).describe('Behind the first of the group.'),
    leads: z
      .boolean()
      .describe('True of the one that arrived first: the others are compared with it.'),
    similarity: DuplicateOf.shape.similarity
      .optional()
      .describe('To the lead; absent on the lead.'),
    kind: DuplicateOf.shape.kind.optional(),
  })
  .meta({ id: 'DuplicateMember' });
export type DuplicateMember = z.infer<typeof DuplicateMember>;

/** Answer of GET /v1/duplicates/{group}: who told one text, in the order of time. */
export const DuplicateGroup = z
  .object({
    group: z.uuid(),
    total: z
      .int()
      .describe('Articles that can be shown; an article without copies is its own group.'),
    outlets: z.int().describe('Different feeds among them.'),
    data: z.array(DuplicateMember),
    next: z.string().optional().describe('Cursor of the next page; absent on the last.'),
    partial: isPartial,
  })
  .meta({ id: 'DuplicateGroup' });
export type DuplicateGroup = z.infer<typeof DuplicateGroup>;
