import { z } from 'zod';
import { EntityType } from './annotation.ts';
import { QueryText, TimeZone } from './search-filters.http.ts';
import { Instant } from './text.ts';

/** Query of GET /v1/query/explain. */
export const ExplainQuery = z.strictObject({
  q: QueryText.describe('The query, as `q` of a search.'),
  in: z
    .enum(['id', 'en'])
    .optional()
    .describe(
      'The language of the explanation and of what is wrong with a query; else the one that ' +
        'Accept-Language likes better.',
    ),
  timeZone: TimeZone.optional().describe('Of the days of date:, as of a search; UTC without it.'),
  asOf: Instant.optional().describe('Of a search of the past: what days such as last7d go by.'),
});
export type ExplainQuery = z.infer<typeof ExplainQuery>;

/** An entity that a name was expanded into. */
const ExpandedEntity = z.object({
  id: z.string().describe("Warta's id, or Wikidata's."),
  type: EntityType.optional(),
  name: z.string().optional().describe('Its canonical name.'),
  aliases: z.array(z.string()).describe('Other names that articles give it; the frequent ones.'),
});

const Expansion = z
  .object({
    text: z.string().describe('The name as the query writes it.'),
    field: z.string().optional().describe('The field it was given to; absent for bare words.'),
    entities: z
      .array(ExpandedEntity)
      .describe('What is searched by id. Empty: no article names anybody so.'),
  })
  .meta({ id: 'QueryExpansion' });

const clauseKinds = [
  ...(['and', 'or', 'not', 'word', 'name', 'phrase', 'prefix', 'near', 'title', 'quote'] as const),
  ...(['entity', 'feed', 'lang', 'section', 'date'] as const),
];

/** One part of the query; parts hold parts. */
export const QueryClause = z
  .object({
    kind: z.enum(clauseKinds),
    query: z.string().describe('This part, as the query language writes it.'),
    says: z.string().describe('The same in words.'),
    range: z
      .object({
        from: Instant.optional(),
        before: Instant.optional(),
        timeZone: z.string().describe('Whose days they are.'),
      })
      .optional()
      .describe('Of date: what it comes to at this moment; `from` is in it, `before` is not.'),
    get of() {
      return z.array(QueryClause).optional();
    },
  })
  .meta({ id: 'QueryClause' });
export type QueryClause = z.infer<typeof QueryClause>;

/** How a query was understood. */
export const QueryExplanation = z
  .object({
    query: z.string().describe('The query written in full: it means the same, and finds the same.'),
    says: z.string().describe('The whole query in words.'),
    tree: QueryClause,
    expansions: z.array(Expansion),
    isComplete: z
      .boolean()
      .describe('False when a name is borne by more entities than are searched.'),
    cost: z
      .object({ value: z.number(), max: z.number() })
      .describe('What it costs to run, and what a query may cost.'),
  })
  .meta({ id: 'QueryExplanation' });
export type QueryExplanation = z.infer<typeof QueryExplanation>;
