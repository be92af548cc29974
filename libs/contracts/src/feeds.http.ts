import { z } from 'zod';
import { FEED_SECRETS_MAX, FeedDefaults, JUNK_LINES_MAX } from './access.v1.ts';
import { FeedName, HttpUrl, Instant, storableText } from './text.ts';
import { canonicalZone } from './time-zone.ts';

/** Known to this runtime: an event of an older or newer one must stay readable, a request need not. */
const TimeZone = storableText(64).refine((name) => canonicalZone(name) !== undefined, {
  error: 'must be an IANA time zone such as Asia/Jakarta',
});

const WantedDefaults = z.strictObject({
  ...FeedDefaults.shape,
  timeZone: TimeZone.optional().describe('For dates without an offset. Else UTC.'),
});

const settings = {
  title: storableText(200).min(1),
  defaults: WantedDefaults.describe('Filled in where an article does not say it. Replaced whole.'),
  junkLines: z
    .array(storableText(200).min(3))
    .max(JUNK_LINES_MAX)
    .describe(
      'Lines of the body that begin so are left out, such as “Baca juga:”. Replaced whole.',
    ),
  articlesPerMinute: z.int().min(1).max(1_000_000),
};

/** Body of POST /v1/feeds. */
export const RegisterFeed = z
  .strictObject({
    feed: FeedName,
    title: settings.title.optional(),
    defaults: settings.defaults.default({}),
    junkLines: settings.junkLines.default([]),
    articlesPerMinute: settings.articlesPerMinute.optional(),
  })
  .meta({ id: 'RegisterFeed' });
export type RegisterFeed = z.infer<typeof RegisterFeed>;

/** Body of PATCH /v1/feeds/{feed}: what is left out stays, null takes away. */
export const ChangeFeed = z
  .strictObject({
    title: settings.title.nullish(),
    defaults: settings.defaults.optional(),
    junkLines: settings.junkLines.optional(),
    articlesPerMinute: settings.articlesPerMinute.nullish(),
  })
  .meta({ id: 'ChangeFeed' });
export type ChangeFeed = z.infer<typeof ChangeFeed>;

/** How long a secret still counts after another was made, unless the request says otherwise. */
export const SECRET_OVERLAP_HOURS = 24;
const SECRET_OVERLAP_HOURS_MAX = 24 * 30;

/** Standard Webhooks 1.0: `whsec_` and 24 to 64 random bytes in base64. */
export const SigningSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be whsec_ and 24 to 64 bytes in base64');

/** Body of POST /v1/feeds/{feed}/secrets; `{}` is enough. */
export const RotateSecret = z
  .strictObject({
    secret: SigningSecret.optional().describe('Without it, one is made.'),
    overlapHours: z
      .number()
      .min(0)
      .max(SECRET_OVERLAP_HOURS_MAX)
      .default(SECRET_OVERLAP_HOURS)
      .describe('How long the secrets that count now still do. 0 ends them at once.'),
  })
  .meta({ id: 'RotateSecret' });
export type RotateSecret = z.infer<typeof RotateSecret>;

const SecretId = z.string().regex(/^[a-z0-9]{4,16}$/);

/** A secret as lists show it: nothing in it signs anything. */
const SecretView = z.object({
  secretId: SecretId,
  createdAt: Instant,
  expiresAt: Instant.optional(),
});
export type SecretView = z.infer<typeof SecretView>;

export const FeedSecretId = SecretId;

/** Answer of POST /v1/feeds/{feed}/secrets. The secret itself is shown this once. */
export const SecretCreated = z
  .object({ ...SecretView.shape, secret: SigningSecret })
  .meta({ id: 'SecretCreated' });
export type SecretCreated = z.infer<typeof SecretCreated>;

/** Body of POST /v1/feeds/{feed}/websub. */
export const SubscribeFeed = z
  .strictObject({
    topic: HttpUrl.describe('The page or feed to follow.'),
    hub: HttpUrl.optional().describe('Without it, looked up at the topic.'),
  })
  .meta({ id: 'SubscribeFeed' });
export type SubscribeFeed = z.infer<typeof SubscribeFeed>;

const WebSubView = z.object({
  hub: HttpUrl,
  topic: HttpUrl,
  state: z
    .enum(['pending', 'active', 'denied', 'ended'])
    .describe('pending: the hub has not asked back yet. ended: unsubscribed.'),
  requestedAt: Instant,
  leaseUntil: Instant.optional().describe('Renewed before.'),
  reason: z.string().optional(),
});
export type WebSubView = z.infer<typeof WebSubView>;

/** A feed as people may see it. */
export const FeedView = z
  .object({
    feed: FeedName,
    title: z.string().optional(),
    state: z.enum(['active', 'paused']),
    defaults: FeedDefaults,
    junkLines: z.array(z.string()),
    articlesPerMinute: z.int().optional(),
    secrets: z
      .array(SecretView)
      .max(FEED_SECRETS_MAX)
      .describe('With any, unsigned pushes are refused.'),
    webSub: WebSubView.optional(),
    createdAt: Instant,
    changedAt: Instant,
    changedBy: z.string().describe('Public id of the key.'),
  })
  .meta({ id: 'FeedView' });
export type FeedView = z.infer<typeof FeedView>;

export const FeedList = z.object({ feeds: z.array(FeedView) }).meta({ id: 'FeedList' });
export type FeedList = z.infer<typeof FeedList>;

/** Long challenges of hubs have 100 characters; it comes back as it was. */
const CHALLENGE_LENGTH_MAX = 2_000;

/** Query of GET /v1/websub/{feed}/{token}, which hubs send. W3C WebSub, 5.2 and 5.3. */
export const HubQuery = z
  .object({
    'hub.mode': z.enum(['subscribe', 'unsubscribe', 'denied']),
    'hub.topic': HttpUrl,
    'hub.challenge': storableText(CHALLENGE_LENGTH_MAX).min(1).optional(),
    'hub.lease_seconds': z.coerce.number().optional(),
    'hub.reason': storableText(2_000).optional(),
  })
  .refine((query) => query['hub.mode'] === 'denied' || query['hub.challenge'] !== undefined, {
    error: 'is needed',
    path: ['hub.challenge'],
  });
export type HubQuery = z.infer<typeof HubQuery>;

/** The part of a callback that nobody can guess. */
export const CallbackToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
