import { z } from 'zod';
import { Sha256 } from './article-content.ts';
import { defineEvent } from './define-event.ts';
import { FeedName, Instant, storableText } from './text.ts';

/** What a key may do. `articles:write` counts for the feeds the key names. */
export const Scope = z.enum(['articles:write', 'search:read', 'annotate', 'admin']);
export type Scope = z.infer<typeof Scope>;

export const KEY_FEEDS_MAX = 100;

/** The part of a key before its secret: public, shown in lists and logs. */
export const KeyId = z.string().regex(/^[a-z0-9]{8,16}$/);

export const AccessV1 = z.object({
  kind: z.literal('key'),
  keyId: KeyId,
  name: storableText(100).min(1).describe('For people: which system or team holds the key.'),
  sha256: Sha256.describe('SHA-256 of the whole key as sent in the Authorization header.'),
  scopes: z.array(Scope).min(1).max(Scope.options.length),
  feeds: z.array(FeedName).max(KEY_FEEDS_MAX).describe('Feeds that articles:write counts for.'),
  createdAt: Instant,
  expiresAt: Instant.optional(),
  revokedAt: Instant.optional().describe('A revoked key stays listed; it opens nothing.'),
});
export type AccessV1 = z.infer<typeof AccessV1>;

/** One partition: every process reads all of it and agrees on the order of changes. */
export const Access = defineEvent<AccessV1>({
  topic: 'warta.access.v1',
  summary: 'An API key was made or revoked. Only the hash of the key is ever written.',
  schema: AccessV1,
  key: (event) => `${event.kind}:${event.keyId}`,
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
