import { z } from 'zod';
import { FeedName, Instant } from './text.ts';
import { canonicalZone } from './time-zone.ts';

export const QUERY_LENGTH_MAX = 2_000;

/**
 * What is typed to search. How long it is is looked at by whoever reads it, together with what it
 * says: people are told so in their language.
 */
export const QueryText = z.string().meta({ minLength: 1, maxLength: QUERY_LENGTH_MAX });

/** Values one filter may have: more than a list of boxes to tick shows. */
export const FILTER_VALUES_MAX = 50;
/** Longer ones are no names of sections. */
const SECTION_LENGTH_MAX = 200;
const ENTITY_LENGTH_MAX = 200;

/**
 * A parameter with several values: repeated, or in one with commas between. A single value needs no
 * list, also in JSON.
 */
export function listed<Item extends z.ZodType>(item: Item, { commas = true } = {}) {
  const asList = (value: unknown): unknown => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one) => (commas && typeof one === 'string' ? one.split(',') : [one]));
  };
  const list = z.array(item).min(1).max(FILTER_VALUES_MAX);
  return z.preprocess(
    (value) => (value === undefined ? undefined : asList(value)),
    list.optional(),
  );
}

/** `true` or `false` of a query, or of JSON. */
export function flag(byDefault: boolean) {
  return z.preprocess(
    (value) => (value === 'true' ? true : value === 'false' ? false : value),
    z.boolean().default(byDefault),
  );
}

const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;

/** As Elasticsearch knows it, too, where capitals count. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => OFFSET.test(zone) || canonicalZone(zone) !== undefined, {
    error: 'must be a time zone such as Asia/Jakarta, UTC or +07:00',
    abort: true,
  })
  .overwrite((zone) => canonicalZone(zone) ?? zone);

const day = z.iso.date();
const noLanguage = { error: 'must be the code of a language, such as id or en' };
/** As articles have it. */
export const LanguageCode = z.string().min(2, noLanguage).max(3, noLanguage).toLowerCase();
/** A date stands for the moment at which its day begins. */
export const DayOrInstant = z.union([Instant, day], {
  error:
    'must be a date such as 2026-11-23, or an instant with its zone such as 2026-11-23T08:00:00Z',
});
const entityId = z.uuid().toLowerCase();

/**
 * What every search of articles can be narrowed by. Everything given must match, of the values of
 * one filter any; nothing given means everything.
 */
export const searchFilters = {
  q: QueryText.optional().describe('Words, "phrases", -exclusions; all words must match.'),
  entity: z
    .string()
    .min(1)
    .max(ENTITY_LENGTH_MAX)
    .optional()
    .describe('An entity: its id, its Wikidata id, or any of its names.'),
  lang: listed(LanguageCode).describe('Languages as detected, e.g. id or en.'),
  feed: listed(FeedName),
  person: listed(entityId).describe('Ids of people, as the facet gives them.'),
  organization: listed(entityId).describe('Ids of organizations.'),
  place: listed(entityId).describe('Ids of places.'),
  section: listed(z.string().min(1).max(SECTION_LENGTH_MAX), { commas: false }).describe(
    'Sections as the feeds name them; case, accents and spacing do not count. Several are repeated.',
  ),
  day: listed(day).describe('Days on which it was published, in `timeZone`.'),
  from: DayOrInstant.optional().describe(
    'Published at or after; a date means the start of that day in `timeZone`.',
  ),
  to: DayOrInstant.optional().describe('Published before.'),
  timeZone: TimeZone.optional().describe(
    'Of days and dates without a time, those of date: in q too; UTC without it.',
  ),
  asOf: Instant.optional().describe('As the articles were at that moment. Not in the future.'),
};

export const SearchFilters = z.strictObject(searchFilters);
export type SearchFilters = z.infer<typeof SearchFilters>;

/** How many there are. */
export const CountedTotal = z.object({
  value: z.int(),
  relation: z.enum(['eq', 'gte']).describe('gte: at least so many.'),
});
export type CountedTotal = z.infer<typeof CountedTotal>;

export const isPartial = z
  .boolean()
  .describe(
    'True when a part of the index did not answer in time, or too many entities bear a name.',
  );
