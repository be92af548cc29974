import { z } from 'zod';
import { EntityType } from './annotation.ts';
import { isPartial, searchFilters } from './search-filters.http.ts';

export const SIGNIFICANT_SIZE_DEFAULT = 20;
export const SIGNIFICANT_SIZE_MAX = 50;

/** Query of GET /v1/significant. */
export const AskSignificant = z.strictObject({
  ...searchFilters,
  size: z.coerce
    .number()
    .int()
    .min(1)
    .max(SIGNIFICANT_SIZE_MAX)
    .default(SIGNIFICANT_SIZE_DEFAULT)
    .describe('Of entities and of terms, each.'),
});
export type AskSignificant = z.infer<typeof AskSignificant>;

const count = z.int().min(0);

const standing = {
  articles: count.describe('Matching articles that have it.'),
  background: count.describe('Articles of the background that have it.'),
  score: z
    .number()
    .describe(
      'How much more often than in the background: (share − share there) × (share ÷ share there).',
    ),
};

/** Answer of GET /v1/significant: what these articles have more often than the others do. */
export const Significant = z
  .object({
    entities: z.array(z.object({ id: z.uuid(), type: EntityType, name: z.string(), ...standing })),
    terms: z
      .array(z.object({ term: z.string(), language: z.enum(['id', 'en', 'other']), ...standing }))
      .describe('Words as printed, in small letters, counted in the sample only.'),
    articles: count.describe('Matching articles.'),
    sample: count.describe(
      'Those whose words were looked at: the best matches, one of each group.',
    ),
    background: count.describe('Articles compared with: all, in the languages asked for.'),
    partial: isPartial,
  })
  .meta({ id: 'Significant' });
export type Significant = z.infer<typeof Significant>;
