import { randomBytes, randomInt } from 'node:crypto';
import type { FeedRecord, SealedSecret } from '@warta/contracts';
import { ProblemError } from '@warta/service';
import type { Sealer } from '@warta/service';

/** Standard Webhooks 1.0 allows 24 to 64 bytes. */
const SECRET_BYTES = 32;
const SECRET_BYTES_MIN = 24;
const SECRET_BYTES_MAX = 64;
const SECRET_ID_LENGTH = 8;
const PREFIX = 'whsec_';

/** What a sealed secret is bound to. */
const purposeOf = (feed: string, secretId: string) => ['feed-secret', feed, secretId] as const;

/** A secret and the record of it, which only a sealing key opens. */
export function makeSecret(
  { feed, given, createdAt }: { feed: string; given?: string | undefined; createdAt: Date },
  sealer: Sealer,
): { secret: string; record: SealedSecret } {
  const secret = given ?? PREFIX + randomBytes(SECRET_BYTES).toString('base64');
  const bytes = webhookKeyOf(secret).length;
  if (bytes < SECRET_BYTES_MIN || bytes > SECRET_BYTES_MAX) {
    throw new ProblemError(400, 'The body has fields that are not accepted.', {
      errors: [{ pointer: '/secret', detail: 'must be 24 to 64 bytes in base64 after whsec_' }],
    });
  }
  const secretId = Array.from({ length: SECRET_ID_LENGTH }, () => randomInt(36).toString(36)).join(
    '',
  );
  const sealed = sealer.seal(secret, purposeOf(feed, secretId));
  return { secret, record: { secretId, sealed, createdAt: createdAt.toISOString() } };
}

/** The key of a Standard Webhooks signature: what the base64 after the prefix stands for. */
export function webhookKeyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}

/** Undefined when none of our sealing keys opens it. */
export function openSecret(feed: string, secret: SealedSecret, sealer: Sealer): string | undefined {
  return sealer.open(secret.sealed, purposeOf(feed, secret.secretId));
}

/** Whether the secret is one of the feed's, as far as our sealing keys open them. */
export function hasSecret(record: FeedRecord, secret: string, sealer: Sealer): boolean {
  const wanted = webhookKeyOf(secret);
  const keys = record.secrets.flatMap((one) => {
    const opened = openSecret(record.feed, one, sealer);
    return opened === undefined ? [] : [webhookKeyOf(opened)];
  });
  return keys.some((key) => key.equals(wanted));
}

export const countsAt = ({ expiresAt }: SealedSecret, nowMs: number): boolean =>
  expiresAt === undefined || Date.parse(expiresAt) > nowMs;

/** The record with everything sealed under the newest key. */
export function refreshSeals(record: FeedRecord, sealer: Sealer): FeedRecord {
  const refreshed = (secret: SealedSecret) => ({
    ...secret,
    sealed: sealer.refresh(secret.sealed, purposeOf(record.feed, secret.secretId)),
  });
  const { secrets, webSub } = record;
  return {
    ...record,
    secrets: secrets.map(refreshed),
    ...(webSub === undefined ? {} : { webSub: { ...webSub, secret: refreshed(webSub.secret) } }),
  };
}
