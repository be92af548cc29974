import { z } from 'zod';
import { Sha256 } from './article-content.ts';
import { defineEvent } from './define-event.ts';
import { FeedName, HttpUrl, Instant, LanguageTag, LINE_LENGTH_MAX, storableText } from './text.ts';

/**
 * What a key may do. `articles:write` counts for the feeds the key names; `entities:correct` changes
 * for everybody who an entity is.
 */
export const Scope = z.enum([
  'articles:write',
  'search:read',
  'annotate',
  'entities:correct',
  'admin',
]);
export type Scope = z.infer<typeof Scope>;

export const KEY_FEEDS_MAX = 100;

/** The part of a key before its secret: public, shown in lists and logs. */
export const KeyId = z.string().regex(/^[a-z0-9]{8,16}$/);

/** Whose saved searches and alerts a key sees. */
export const TeamName = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be 1 to 63 small letters, digits or inner hyphens',
  );

/** Of keys that name none. */
export const TEAM_DEFAULT = 'desk';

const Key = z.object({
  kind: z.literal('key'),
  keyId: KeyId,
  name: storableText(100).min(1).describe('For people: which system or team holds the key.'),
  sha256: Sha256.describe('SHA-256 of the whole key as sent in the Authorization header.'),
  scopes: z.array(Scope).min(1).max(Scope.options.length),
  feeds: z.array(FeedName).max(KEY_FEEDS_MAX).describe('Feeds that articles:write counts for.'),
  team: TeamName.optional().describe(
    `Whose saved searches and alerts it sees; without it, ${TEAM_DEFAULT}.`,
  ),
  createdAt: Instant,
  expiresAt: Instant.optional(),
  revokedAt: Instant.optional().describe('A revoked key stays listed; it opens nothing.'),
});

/** What is filled in where a pushed article does not say it itself. */
export const FeedDefaults = z.object({
  language: LanguageTag.optional(),
  timeZone: storableText(64)
    .optional()
    .describe('IANA name, for dates without an offset, such as Asia/Jakarta. Else UTC.'),
  section: storableText(LINE_LENGTH_MAX).optional(),
  priority: z.int().min(1).max(9).optional().describe('As IPTC urgency: 1 is most urgent.'),
});
export type FeedDefaults = z.infer<typeof FeedDefaults>;

export const FEED_SECRETS_MAX = 4;
export const JUNK_LINES_MAX = 100;

const SealedSecret = z.object({
  secretId: z.string().regex(/^[a-z0-9]{4,16}$/),
  sealed: z.string().max(1_000).describe('AES-256-GCM under a key of WARTA_SEALING_KEYS.'),
  createdAt: Instant,
  expiresAt: Instant.optional().describe('No longer believed from then on.'),
});
export type SealedSecret = z.infer<typeof SealedSecret>;

/** Where a feed is subscribed to by WebSub. The callback carries `token`, which nobody can guess. */
const WebSubSubscription = z.object({
  hub: HttpUrl,
  topic: HttpUrl,
  token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  state: z.enum(['pending', 'active', 'denied', 'ended']),
  secret: SealedSecret,
  requestedAt: Instant,
  leaseUntil: Instant.optional(),
  reason: storableText(LINE_LENGTH_MAX).optional(),
});
export type WebSubSubscription = z.infer<typeof WebSubSubscription>;

const Feed = z.object({
  kind: z.literal('feed'),
  feed: FeedName,
  title: storableText(200).optional(),
  state: z
    .enum(['active', 'paused'])
    .describe('Of a paused one only takedowns and withheld versions are taken; it is told so.'),
  defaults: FeedDefaults,
  junkLines: z
    .array(storableText(200).min(3))
    .max(JUNK_LINES_MAX)
    .describe('Lines of the body that begin so are the house’s own, not the article’s.'),
  articlesPerMinute: z.int().min(1).max(1_000_000).optional(),
  secrets: z
    .array(SealedSecret)
    .max(FEED_SECRETS_MAX)
    .describe(
      'With any, unsigned pushes are refused. Several count at once while one is replaced.',
    ),
  webSub: WebSubSubscription.optional(),
  createdAt: Instant,
  changedAt: Instant,
  changedBy: z.string().max(64).describe('Public id of the key.'),
});

export const AccessV1 = z.discriminatedUnion('kind', [Key, Feed]);
export type AccessV1 = z.infer<typeof AccessV1>;
export type KeyRecord = z.infer<typeof Key>;
export type FeedRecord = z.infer<typeof Feed>;

/** One partition: every process reads all of it and agrees on the order of changes. */
export const Access = defineEvent<AccessV1>({
  topic: 'warta.access.v1',
  summary:
    'An API key was made or revoked, or a feed was registered or changed. Of a key only the hash is ' +
    'written, of a signing secret only what the sealing key opens.',
  schema: AccessV1,
  key: (event) => `${event.kind}:${event.kind === 'key' ? event.keyId : event.feed}`,
  partitions: 1,
  retention: { kind: 'compacted' },
  example: {
    kind: 'key',
    keyId: 'k7f2m9x4',
    name: 'CMS of Harian Contoh',
    sha256: '0f0e0d0c0b0a09080706050403020100f0e0d0c0b0a090807060504030201000',
    scopes: ['articles:write'],
    feeds: ['harian-contoh'],
    createdAt: '2026-11-23T02:00:00.000Z',
  },
});
