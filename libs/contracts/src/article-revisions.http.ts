import { z } from 'zod';
import { AnnotatedEntity } from './annotation.ts';
import { ArticleView } from './search-articles.http.ts';
import { Instant } from './text.ts';

/** Of one article; the oldest are forgotten first. A hundred corrections of one article are a fault of the feed. */
export const REVISIONS_KEPT_MAX = 100;

/** Number of a published state, as `rev` of articles counts them. */
export const RevNumber = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** The query of GET /v1/articles/{id}. */
export const ReadArticle = z.strictObject({
  asOf: Instant.optional().describe('The article as it was then; without it, as it is now.'),
});
export type ReadArticle = z.infer<typeof ReadArticle>;

/** The query of GET /v1/articles/{id}/diff. */
export const DiffRevisions = z.strictObject({
  from: RevNumber.optional().describe('By default the rev before `to`.'),
  to: RevNumber.optional().describe('By default the newest rev.'),
});
export type DiffRevisions = z.infer<typeof DiffRevisions>;

const interval = {
  from: Instant.describe('Since when this was the published state.'),
  to: Instant.optional().describe('Until when; absent while it still is.'),
};

export const ArticleRevision = z
  .object({
    rev: z.int(),
    revision: z
      .int()
      .optional()
      .describe("Counts the publisher's own changes; absent without a text."),
    ...interval,
    status: z.enum(['live', 'held', 'withheld', 'canceled']),
    readable: z
      .boolean()
      .describe(
        'False where the text is gone: a takedown or a withheld version erases all before it.',
      ),
    changed: z
      .array(
        z.enum([
          'first',
          'status',
          'title',
          'body',
          'details',
          'annotation',
          'duplicate',
          'correction',
        ]),
      )
      .describe(
        'Against the rev before. details: byline, section, dates, address and the like. annotation: what was found in ' +
          'the text. duplicate: which article leads. correction: of an entity, by people.',
      ),
  })
  .meta({ id: 'ArticleRevision' });
export type ArticleRevision = z.infer<typeof ArticleRevision>;

/** Answer of GET /v1/articles/{id}/revisions, newest first. */
export const ArticleRevisions = z
  .object({
    id: z.uuid(),
    data: z.array(ArticleRevision),
    complete: z.boolean().describe('False when the first states of the article are not known.'),
    since: Instant.describe(
      'Since when states are recorded; what was replaced before is not known.',
    ),
  })
  .meta({ id: 'ArticleRevisions' });
export type ArticleRevisions = z.infer<typeof ArticleRevisions>;

/** Answer of GET /v1/articles/{id}/revisions/{rev}: the article as it was in that state. */
export const RevisionView = ArticleView.extend({
  validFrom: Instant.describe('Since when this was the published state.'),
  validTo: Instant.optional().describe('Until when; absent while it still is.'),
}).meta({ id: 'RevisionView' });
export type RevisionView = z.infer<typeof RevisionView>;

export const DiffPart = z
  .object({
    op: z.enum(['same', 'added', 'removed']),
    text: z.string(),
  })
  .meta({ id: 'DiffPart' });
export type DiffPart = z.infer<typeof DiffPart>;

const EntityOfChange = AnnotatedEntity.pick({ id: true, type: true, name: true });
const text = z.string();

/** What a change of an article means to a reader. */
export const TypedChange = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('headline-changed'),
      before: text.optional(),
      after: text.optional(),
    }),
    z.object({
      kind: z.literal('number-changed'),
      before: text.describe('As printed.'),
      after: text,
      unit: text.optional().describe('A currency, % or a measure; or what is counted, as printed.'),
    }),
    z.object({ kind: z.literal('name-added'), entity: EntityOfChange }),
    z.object({ kind: z.literal('name-removed'), entity: EntityOfChange }),
    z.object({
      kind: z.literal('quote-altered'),
      speaker: text.optional(),
      before: text,
      after: text,
    }),
    z.object({ kind: z.literal('quote-added'), speaker: text.optional(), after: text }),
    z.object({ kind: z.literal('quote-removed'), speaker: text.optional(), before: text }),
    z.object({ kind: z.literal('paragraph-added'), after: text }),
    z.object({ kind: z.literal('paragraph-deleted'), before: text }),
  ])
  .meta({ id: 'TypedChange' });
export type TypedChange = z.infer<typeof TypedChange>;

const Side = z.object({ rev: z.int(), revision: z.int(), from: Instant });

/** Answer of GET /v1/articles/{id}/diff. The texts are plain: whoever shows them must encode them. */
export const RevisionDiff = z
  .object({
    id: z.uuid(),
    from: Side,
    to: Side,
    by: z
      .enum(['word', 'line', 'whole'])
      .describe(
        'What the body was compared by: words; lines where the texts differ too much for that; whole where even lines do.',
      ),
    title: z.array(DiffPart).describe('Joined without the removed parts it is the newer title.'),
    body: z.array(DiffPart),
    changes: z.array(TypedChange),
    complete: z.boolean().describe('False when there are more changes than are listed.'),
  })
  .meta({ id: 'RevisionDiff' });
export type RevisionDiff = z.infer<typeof RevisionDiff>;
