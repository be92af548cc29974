import { z } from 'zod';
import { KEY_FEEDS_MAX, KeyId, Scope, TEAM_DEFAULT, TeamName } from './access.v1.ts';
import { FeedName, Instant, storableText } from './text.ts';

/** Body of POST /v1/keys. */
export const CreateKey = z
  .strictObject({
    name: storableText(100).min(1).describe('For people: which system or team holds the key.'),
    scopes: z.array(Scope).min(1).max(Scope.options.length),
    feeds: z.array(FeedName).max(KEY_FEEDS_MAX).default([]),
    team: TeamName.optional().describe(
      `Whose saved searches and alerts the key sees; without it, ${TEAM_DEFAULT}.`,
    ),
    expiresAt: Instant.optional(),
  })
  .refine((key) => !key.scopes.includes('articles:write') || key.feeds.length > 0, {
    error: 'a key with articles:write needs at least one feed',
    path: ['feeds'],
  })
  .meta({ id: 'CreateKey' });
export type CreateKey = z.infer<typeof CreateKey>;

/** A key as lists show it: nothing in it opens anything. */
export const KeyView = z
  .object({
    keyId: KeyId,
    name: z.string(),
    scopes: z.array(Scope),
    feeds: z.array(FeedName),
    team: TeamName.optional(),
    createdAt: Instant,
    expiresAt: Instant.optional(),
    revokedAt: Instant.optional(),
  })
  .meta({ id: 'KeyView' });
export type KeyView = z.infer<typeof KeyView>;

/** Answer of POST /v1/keys. The key itself is shown this once and never stored. */
export const KeyCreated = KeyView.extend({ key: z.string() }).meta({ id: 'KeyCreated' });
export type KeyCreated = z.infer<typeof KeyCreated>;

export const KeyList = z.object({ keys: z.array(KeyView) }).meta({ id: 'KeyList' });
export type KeyList = z.infer<typeof KeyList>;
