import { z } from 'zod';
import { EntityType, Place } from './annotation.ts';
import { QuoteHit } from './quotes.http.ts';
import { DayOrInstant, TimeZone } from './search-filters.http.ts';
import { FeedName, HttpUrl, Instant } from './text.ts';

export const ENTITIES_SIZE_DEFAULT = 10;
export const ENTITIES_SIZE_MAX = 50;

/** What an entity is asked for by; longer ones are no names. */
export const ENTITY_ASKED_LENGTH_MAX = 200;

/** In the path of an address: its id or its Wikidata id. */
export const EntityReference = z
  .string()
  .max(64)
  .regex(
    /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Q[1-9][0-9]*)$/i,
    'must be an id of an entity or of Wikidata; GET /v1/entities?q= finds it by name',
  );

const day = z.iso.date();
const count = z.int().min(0);

const wikidata = z
  .string()
  .regex(/^Q[1-9]\d*$/)
  .optional();

const named = { id: z.uuid(), type: EntityType, name: z.string(), wikidata };

const partial = z.boolean().describe('True when a part of the index did not answer in time.');

/** Query of GET /v1/entities. */
export const FindEntities = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(ENTITY_ASKED_LENGTH_MAX)
    .describe(
      'The beginning of any of its names, or some words of one in any order, the last one begun. Case and accents do not count.',
    ),
  type: EntityType.optional(),
  size: z.coerce.number().int().min(1).max(ENTITIES_SIZE_MAX).default(ENTITIES_SIZE_DEFAULT),
});
export type FindEntities = z.infer<typeof FindEntities>;

export const EntityFound = z
  .object({
    ...named,
    articles: count.describe('Live articles that mention it, under any of its names.'),
    matched: z.string().describe('The name that was found, folded: small letters without accents.'),
  })
  .meta({ id: 'EntityFound' });
export type EntityFound = z.infer<typeof EntityFound>;

/** Answer of GET /v1/entities: those in most articles first. */
export const EntityList = z
  .object({ data: z.array(EntityFound), partial })
  .meta({ id: 'EntityList' });
export type EntityList = z.infer<typeof EntityList>;

const span = {
  from: DayOrInstant.optional().describe(
    'Articles published at or after; a date means the start of that day in the time zone.',
  ),
  to: DayOrInstant.optional().describe('Published before.'),
};

const timeZone = TimeZone.default('UTC').describe(
  'Where days begin, of `from` and `to` as well, such as Asia/Jakarta.',
);

/** Query of GET /v1/entities/{id}. */
export const ReadEntity = z.strictObject({ ...span, timeZone });
export type ReadEntity = z.infer<typeof ReadEntity>;

const DayCount = z.object({
  day: day.describe('In the time zone asked for.'),
  articles: count,
});

const seen = {
  articles: count,
  firstSeen: Instant.describe('When the first of these articles is dated.'),
  lastSeen: Instant,
};

export const EntityNeighbour = z
  .object({
    ...named,
    together: count.describe('Articles that mention both.'),
    articles: count.describe('Articles that mention this one, of the same span.'),
    strength: z
      .number()
      .min(-1)
      .max(1)
      .describe(
        'Normalised pointwise mutual information: 0 as often together as by chance, 1 never apart.',
      ),
    evidence: z
      .number()
      .min(0)
      .describe('Log-likelihood ratio G² of being together against chance; the order goes by it.'),
  })
  .meta({ id: 'EntityNeighbour' });
export type EntityNeighbour = z.infer<typeof EntityNeighbour>;

/** Answer of GET /v1/entities/{id}: what the articles of the span say of it, corrections counted in. */
export const EntityView = z
  .object({
    ...named,
    mergedFrom: z
      .array(z.uuid())
      .describe('Ids that people said are this entity; asking for one of them answers this.'),
    place: Place.optional().describe('Of a place whose coordinates are known.'),
    ...seen,
    firstSeen: Instant.optional().describe('Absent when no article of the span mentions it.'),
    lastSeen: Instant.optional(),
    names: z
      .array(z.object({ name: z.string(), articles: count }))
      .describe('As printed, those in most articles first; then those people added.'),
    roles: z
      .array(z.object({ role: z.string(), ...seen }))
      .describe('Offices printed with the name, the latest seen first.'),
    days: z
      .array(DayCount)
      .describe('Articles that mention it per day; days without any are left out.'),
    neighbours: z.array(EntityNeighbour),
    quotesBy: z.array(QuoteHit).describe('The latest of what it said.'),
    quotesAbout: z.array(QuoteHit).describe('The latest in which others speak of it.'),
    partial,
  })
  .meta({ id: 'EntityView' });
export type EntityView = z.infer<typeof EntityView>;

/** Query of GET /v1/entities/{a}/with/{b}. */
export const ReadEntityPair = z.strictObject({
  ...span,
  timeZone,
  size: z.coerce.number().int().min(1).max(100).default(20).describe('Of the articles.'),
});
export type ReadEntityPair = z.infer<typeof ReadEntityPair>;

const PairSentence = z.object({
  text: z.string(),
  field: z.enum(['title', 'body']),
  start: z.int().min(0),
  end: z.int().min(0).describe('UTF-16 offsets into the field.'),
});

const PairArticle = z.object({
  id: z.uuid(),
  feed: FeedName,
  title: z.string().optional(),
  url: HttpUrl.optional(),
  datedAt: Instant,
  duplicateGroup: z.uuid(),
  sentences: z.array(PairSentence).describe('In which both are named; at most three.'),
});

const EntityNamed = z.object(named);

/** Answer of GET /v1/entities/{a}/with/{b}. */
export const EntityPairView = z
  .object({
    a: EntityNamed,
    b: EntityNamed,
    together: count.describe('Articles of the span that mention both.'),
    strength: z.number().min(-1).max(1).optional(),
    evidence: z.number().min(0).optional(),
    articles: z.array(PairArticle).describe('The newest, of copies the newest one.'),
    days: z.array(DayCount),
    quotes: z.array(QuoteHit).describe('The latest of one about the other.'),
    partial,
  })
  .meta({ id: 'EntityPairView' });
export type EntityPairView = z.infer<typeof EntityPairView>;
