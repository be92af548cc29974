import { z } from 'zod';
import { FeedName, Instant } from './text.ts';

/** Feeds reported on at once, registered ones that never pushed not counted. */
export const FEEDS_REPORTED_MAX = 512;

const count = z.int().min(0);
const Articles = z.object({ live: count, held: count, withheld: count, canceled: count });

const Rhythm = z.object({
  pushesPerDay: z.number().min(0),
  usualSilenceHours: z.int().min(0).describe('The longest silence that is usual, whole hours.'),
  activeByHourOfWeek: z
    .array(z.number().min(0).max(1))
    .length(168)
    .optional()
    .describe(
      'How often it pushes in each hour of the week, 0 to 1, the first from Monday 00:00 UTC. Only of one feed.',
    ),
});

const Silence = z.object({
  since: Instant.describe('The last push.'),
  hours: z.int().min(0).describe('Whole hours since.'),
  usualHours: z.int().min(0).describe('The longest silence that is usual.'),
  missed: z.number().describe('In how many of these hours it would have been heard.'),
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
    lastPushAt: Instant.optional().describe('Absent when nothing it pushed is in the index.'),
    rhythm: Rhythm.optional().describe(
      'Learnt from the 28 days up to its last push; absent while there is too little to learn from.',
    ),
    silence: Silence.optional().describe('Present when it is silent longer than is usual.'),
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
