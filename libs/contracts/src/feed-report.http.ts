import { z } from 'zod';
import { FeedName, Instant } from './text.ts';

/** Feeds reported on at once, registered ones that never pushed not counted. */
export const FEEDS_REPORTED_MAX = 512;

const count = z.int().min(0);
const Articles = z.object({ live: count, held: count, withheld: count, canceled: count });

const Rhythm = z.object({
  pushesPerDay: z.number().min(0).describe('Only those that bring something new.'),
  usualSilenceHours: z.int().min(0).describe('The longest silence that is usual, whole hours.'),
  activeByHourOfWeek: z
    .array(z.number().min(0).max(1))
    .length(168)
    .optional()
    .describe(
      'How often it brings something new in each hour of the week, 0 to 1, the first from Monday 00:00 UTC. Only of one feed.',
    ),
});

const Silence = z.object({
  since: Instant.describe('`lastNewsAt` of the feed.'),
  hours: z.int().min(0).describe('Whole hours since.'),
  usualHours: z.int().min(0).describe('The longest silence that is usual.'),
  missed: z.number().describe('In how many of these hours something new would have come.'),
  warning: z.string().describe('The same as a sentence.'),
});

/** One feed as its articles in the index show it. Each article counts once, by its latest push. */
export const FeedReport = z
  .object({
    feed: FeedName,
    title: z.string().optional(),
    state: z
      .enum(['active', 'paused', 'unregistered'])
      .describe('unregistered: only keys name it. A paused feed is never called silent.'),
    articles: z.object({
      last24Hours: Articles,
      last7Days: Articles,
      all: Articles,
    }),
    lastNewsAt: Instant.optional().describe(
      'When its last push was stored that brought something new which is shown or under embargo. Pushes that ' +
        'repeat what is known do not count, nor do takedowns, restores and withheld versions. Absent when there is none.',
    ),
    rhythm: Rhythm.optional().describe(
      'Learnt from the 28 days up to `lastNewsAt`; absent while there is too little to learn from.',
    ),
    silence: Silence.optional().describe(
      'Present when nothing new has come for longer than is usual, also when it still pushes.',
    ),
  })
  .meta({ id: 'FeedReport' });
export type FeedReport = z.infer<typeof FeedReport>;

/** Answer of GET /v1/feeds, by name. */
export const FeedReports = z
  .object({
    feeds: z.array(FeedReport),
    silent: count.describe('How many of them are silent longer than is usual.'),
    complete: z
      .boolean()
      .describe(
        `False when more than ${FEEDS_REPORTED_MAX} feeds have articles: those with the most are here.`,
      ),
    asOf: Instant,
  })
  .meta({ id: 'FeedReports' });
export type FeedReports = z.infer<typeof FeedReports>;
