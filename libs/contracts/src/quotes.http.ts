import { z } from 'zod';
import { DayOrInstant, LanguageCode, TimeZone } from './search-filters.http.ts';
import { FeedName, HttpUrl, Instant } from './text.ts';

/** Query of GET /v1/quotes. Everything given must match; nothing given means every quote. */
export const SearchQuotes = z.strictObject({
  speaker: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Who says it: the id of an entity, its Wikidata id, or any of its names.'),
  about: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Who or what is named in it: id, Wikidata id, or any of its names.'),
  q: z
    .string()
    .min(1)
    .max(512)
    .optional()
    .describe('Words of the quote, in any inflection; all must match. "Phrases" as they stand.'),
  feed: FeedName.optional(),
  lang: LanguageCode.optional().describe('Language of the article, e.g. id or en.'),
  from: DayOrInstant.optional().describe(
    'Of articles published at or after; a date means the start of that day in `timeZone`.',
  ),
  to: DayOrInstant.optional().describe('Published before.'),
  timeZone: TimeZone.optional().describe('Of dates without a time; UTC without it.'),
  collapse: z
    .enum(['group', 'none'])
    .default('group')
    .describe(
      'group: of articles that tell one story the first one’s quotes alone, of those that match.',
    ),
  size: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .describe('`next` of the page before; belongs to the same query.'),
});
export type SearchQuotes = z.infer<typeof SearchQuotes>;

export const QuoteHit = z
  .object({
    text: z.string(),
    highlight: z
      .string()
      .optional()
      .describe('The text, HTML-encoded, with <em> around what matched. Present with `q`.'),
    speaker: z.string().optional().describe('As printed nearest to the quote.'),
    speakerId: z.uuid().optional(),
    speakerName: z.string().optional().describe('The name of that entity.'),
    aboutIds: z.array(z.uuid()).describe('The entities named in it.'),
    start: z.int().min(0),
    end: z.int().min(0).describe('UTF-16 offsets into the body of the article.'),
    article: z.object({
      id: z.uuid(),
      title: z.string().optional(),
      feed: FeedName,
      url: HttpUrl.optional(),
      language: z.string(),
      datedAt: Instant.describe('When it was published, else submitted.'),
      duplicateGroup: z.uuid().describe('The same for all articles that tell one story.'),
    }),
  })
  .meta({ id: 'QuoteHit' });
export type QuoteHit = z.infer<typeof QuoteHit>;

/** Answer of GET /v1/quotes: of the newest articles first, in one article as they stand. */
export const QuotesAnswer = z
  .object({
    data: z.array(QuoteHit),
    next: z.string().optional().describe('Cursor of the next page; absent on the last.'),
    partial: z.boolean().describe('True when a part of the index did not answer in time.'),
  })
  .meta({ id: 'QuotesAnswer' });
export type QuotesAnswer = z.infer<typeof QuotesAnswer>;
