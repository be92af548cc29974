import { z } from 'zod';

export const FACET_SIZE_DEFAULT = 10;
export const FACET_SIZE_MAX = 100;

/** What results can be counted by. `section` is the topic a feed files an article under. */
export const facetNames = [
  'feed',
  'language',
  'person',
  'organization',
  'place',
  'section',
  'day',
] as const;
export const FacetName = z.enum(facetNames);
export type FacetName = z.infer<typeof FacetName>;

const count = z.int().min(0);

export const FacetCounts = z
  .object({
    values: z
      .array(
        z.object({
          value: z.string().describe('Send it as the parameter of that name to select it.'),
          name: z.string().optional().describe('For people, where the value is an id or a key.'),
          articles: count.describe('Copies count each.'),
          selected: z.boolean(),
        }),
      )
      .describe(
        'The most frequent first, of days the latest; selected ones always. The selection of a facet ' +
          'does not narrow its own counts, that of every other does.',
      ),
    other: count.describe(
      'Of how often values that are not listed occur: in articles, not values.',
    ),
    exhaustive: z.boolean().describe('True when every value is listed and every count is exact.'),
  })
  .meta({ id: 'FacetCounts' });
export type FacetCounts = z.infer<typeof FacetCounts>;

export const Facets = z
  .object({
    feed: FacetCounts.optional(),
    language: FacetCounts.optional(),
    person: FacetCounts.optional(),
    organization: FacetCounts.optional(),
    place: FacetCounts.optional(),
    section: FacetCounts.optional(),
    day: FacetCounts.optional(),
  })
  .meta({ id: 'Facets' });
export type Facets = z.infer<typeof Facets>;

export const SENTENCES_PER_HIT_MAX = 5;

const offset = z.int().min(0);

/** A sentence in which something matched. Offsets are UTF-16, into the field as it is read. */
export const MatchingSentence = z
  .object({
    field: z.enum(['title', 'body']),
    start: offset,
    end: offset,
    text: z.string().describe('`field.slice(start, end)`: plain text, not HTML.'),
    marks: z
      .array(z.object({ start: offset, end: offset }))
      .describe('What matched, as offsets into the field, too.'),
  })
  .meta({ id: 'MatchingSentence' });
export type MatchingSentence = z.infer<typeof MatchingSentence>;

export const QUOTES_PER_HIT_MAX = 3;

/** A quote that `speaker:` or `quote:` of a search found in a hit. */
export const MatchingQuote = z
  .object({
    text: z.string().describe('Plain text.'),
    highlight: z
      .string()
      .describe('The same, HTML-encoded, with <em> around what matched, and nothing else.'),
    start: offset,
    end: offset.describe('UTF-16 offsets into the body.'),
    speaker: z.string().optional().describe('As printed nearest to the quote.'),
    speakerId: z.uuid().optional(),
    speakerName: z.string().optional().describe('The name of that entity.'),
    sentence: MatchingSentence.optional().describe(
      'Where it stands: the sentence of the body with the first word that matched, or the first of the ' +
        'quote. `marks` are what matched, or the quote where only its speaker was asked for. Not in exports.',
    ),
  })
  .meta({ id: 'MatchingQuote' });
export type MatchingQuote = z.infer<typeof MatchingQuote>;

/** How often a text was told, of which one article is shown. */
export const Copies = z
  .object({
    group: z.uuid().describe('GET /v1/duplicates/{group} has them all.'),
    matching: z.int().min(1).describe('Articles of the group that match, this one included.'),
    total: z.int().min(1).describe('All articles of the group.'),
  })
  .meta({ id: 'Copies' });
export type Copies = z.infer<typeof Copies>;
