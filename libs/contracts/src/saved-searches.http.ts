import { z } from 'zod';
import { ArticleHit } from './search-articles.http.ts';
import { QueryText, SearchFilters } from './search-filters.http.ts';
import { TeamName } from './access.v1.ts';
import { HttpUrl, Instant, isStorable, storableText } from './text.ts';

export const SEARCH_NAME_LENGTH_MAX = 200;
/** More receivers than this are one receiver that passes things on. */
export const SEARCH_WEBHOOKS_MAX = 5;

const NOT_STORABLE = 'must not contain the NUL character or half of a surrogate pair';

/** The filters of GET /v1/articles that mean something for what is yet to come. */
const WantedFilters = SearchFilters.omit({ q: true, day: true, asOf: true }).superRefine(
  (filters, { addIssue }) => {
    for (const [name, value] of Object.entries(filters)) {
      const isKept = [value].flat().every((one) => one === undefined || isStorable(one));
      if (isKept) continue;
      addIssue({ code: 'custom', path: [name], message: NOT_STORABLE });
    }
    if (isEmptyTime(filters)) {
      addIssue({ code: 'custom', path: ['to'], message: 'must be after from: nothing is between' });
    }
  },
);

/** A day and an instant are compared by their days, and only where no time zone can change it. */
function isEmptyTime({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  if (from === undefined || to === undefined) return false;
  const areAlike = (from.length === DAY_LENGTH) === (to.length === DAY_LENGTH);
  const between = Date.parse(to) - Date.parse(from);
  return areAlike ? between <= 0 : between <= -ZONES_APART_MS;
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;
/** No two places are further apart. */
const ZONES_APART_MS = 26 * 3_600_000;

const values = z.array(z.string()).optional();

/** The same as they are kept. */
export const SavedFilters = z
  .object({
    entity: z.string().optional(),
    lang: values,
    feed: values,
    person: values,
    organization: values,
    place: values,
    section: values,
    from: z.string().optional(),
    to: z.string().optional(),
    timeZone: z.string().optional(),
  })
  .meta({ id: 'SavedFilters' });
export type SavedFilters = z.infer<typeof SavedFilters>;

export const Digest = z.enum(['none', 'hourly', 'daily']);
export type Digest = z.infer<typeof Digest>;

const WantedNotify = z.strictObject({
  webhooks: z
    .array(z.strictObject({ url: HttpUrl }))
    .max(SEARCH_WEBHOOKS_MAX)
    .default([])
    .describe('Each alert is sent there, signed.'),
  digest: Digest.default('none').describe('What came in an hour or a day, in one delivery.'),
});

export const NotifySettings = z
  .object({ webhooks: z.array(z.object({ url: HttpUrl })), digest: Digest })
  .meta({ id: 'NotifySettings' });
export type NotifySettings = z.infer<typeof NotifySettings>;

const looked = {
  q: QueryText.refine(isStorable, NOT_STORABLE)
    .optional()
    .describe('As q of GET /v1/articles; checked when it is saved.'),
  filters: WantedFilters.default({}),
};

/** Body of POST /v1/searches and of PUT /v1/searches/{id}, which replaces the whole. */
export const SaveSearch = z
  .strictObject({
    name: storableText(SEARCH_NAME_LENGTH_MAX).min(1).describe('For people.'),
    ...looked,
    notify: WantedNotify.default({ webhooks: [], digest: 'none' }),
    paused: z.boolean().default(false).describe('A paused one makes no alerts.'),
  })
  .refine(
    ({ q, filters }) =>
      q !== undefined ||
      Object.entries(filters).some(([name, value]) => name !== 'timeZone' && value !== undefined),
    { error: 'is needed, or a filter: without both every article would be an alert', path: ['q'] },
  )
  .meta({ id: 'SaveSearch' });
export type SaveSearch = z.infer<typeof SaveSearch>;

/** Public id of a saved search. */
export const SearchId = z.uuid();

const Author = z.object({ keyId: z.string(), name: z.string().optional() });

/** Pushes older than this are not matched later: nobody takes them for news. */
export const CATCH_UP_DAYS_MAX = 30;

/** Pushes that a search was not tried on when they arrived. */
const MissedPushes = z.object({
  from: Instant.describe('When the first of them arrived.'),
  to: Instant,
  pushes: z.int().min(0).describe('About how many.'),
  reason: z
    .enum(['failing', 'full'])
    .describe('It could not be tried; it had told enough for the day.'),
  state: z
    .enum(['waiting', 'held', 'done', 'lapsed'])
    .describe(
      'waiting: matched by itself, oldest first. held: only when asked for, by POST ' +
        '/v1/searches/{id}/catch-up. done: matched. lapsed: too old to be matched.',
    ),
  matchedTo: Instant.optional().describe('Of `waiting`: how far it has come.'),
  endedAt: Instant.optional().describe('When it was done or lapsed.'),
});
export type MissedPushes = z.infer<typeof MissedPushes>;

/** A saved search as its team sees it. */
export const SavedSearch = z
  .object({
    id: SearchId,
    team: TeamName,
    name: z.string(),
    q: z.string().optional(),
    filters: SavedFilters,
    notify: NotifySettings,
    paused: z.boolean(),
    version: z.int().min(1).describe('Counts its changes; also its ETag.'),
    createdAt: Instant,
    createdBy: Author,
    changedAt: Instant,
    changedBy: Author,
    matchesFrom: Instant.describe(
      'Only articles that were pushed after it make alerts: when it was saved, or resumed.',
    ),
    alerts: z.object({
      total: z.int().describe('Threads: several copies of one text are one.'),
      lastAt: Instant.optional(),
    }),
    trouble: z
      .object({
        reason: z.string().describe('What to do about it.'),
        failures: z
          .int()
          .describe(
            'Batches of articles it could not be tried on, in a row; 0 when it told too much today.',
          ),
        since: Instant,
        waiting: z
          .int()
          .min(0)
          .describe('About how many pushes it was not tried on and will be, later.'),
      })
      .optional()
      .describe('Present while it is not matched; others are not held up by it.'),
    missed: z
      .array(MissedPushes)
      .optional()
      .describe(
        'What it was not tried on when it arrived, the oldest first; absent for nothing, and in GET ' +
          '/v1/searches, where `trouble` says about how much waits.',
      ),
  })
  .meta({ id: 'SavedSearch' });
export type SavedSearch = z.infer<typeof SavedSearch>;

/** Answer of GET /v1/searches: all of the caller’s team, by name. */
export const SavedSearchList = z
  .object({ data: z.array(SavedSearch), limit: z.int().describe('How many a team may have.') })
  .meta({ id: 'SavedSearchList' });
export type SavedSearchList = z.infer<typeof SavedSearchList>;

export const BACK_TEST_DAYS_MAX = 30;

/** Body of POST /v1/searches/back-test. */
export const BackTestSearch = z
  .strictObject({
    ...looked,
    days: z.int().min(1).max(BACK_TEST_DAYS_MAX).default(BACK_TEST_DAYS_MAX),
  })
  .meta({ id: 'BackTestSearch' });
export type BackTestSearch = z.infer<typeof BackTestSearch>;

const count = z.int().min(0);

/**
 * What a search would have found, had it been saved at `from`. It goes by when articles were
 * pushed, as alerts do, not by when they say they were published.
 */
export const BackTest = z
  .object({
    from: Instant,
    to: Instant,
    articles: count.describe('Hits.'),
    stories: count.describe('The same, with copies of one text counted once: alerts.'),
    storiesExact: z.boolean().describe('False when they are too many to count: within 5 %.'),
    ofArticles: count.describe('All articles of that time.'),
    days: z
      .array(z.object({ day: z.iso.date(), articles: count, stories: count }))
      .describe('Every day of that time, in `timeZone` of the filters; in UTC without it.'),
    busiestHour: z.object({ from: Instant, articles: count }).optional(),
    alertsPerDay: z.number().min(0).describe('Of the days on which any article came at all.'),
    samples: z.array(ArticleHit).describe('The newest, one of each story.'),
    warnings: z.array(
      z.object({
        code: z.enum(['matches-nothing', 'matches-much', 'short-history', 'filter-never-true']),
        message: z.string(),
      }),
    ),
    partial: z.boolean().describe('True when a part of the index did not answer in time.'),
  })
  .meta({ id: 'BackTest' });
export type BackTest = z.infer<typeof BackTest>;
