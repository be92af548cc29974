import { randomBytes } from 'node:crypto';
import type { Sealer } from '@warta/service';

/** Standard Webhooks 1.0 allows 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** What a sealed secret is bound to: moved to another receiver, it does not open. */
const purposeOf = (webhookId: string) => ['webhook-secret', webhookId] as const;

export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

export function sealWebhookSecret(webhookId: string, secret: string, sealer: Sealer): string {
  return sealer.seal(secret, purposeOf(webhookId));
}

/** Undefined when none of our sealing keys opens it. */
export function openWebhookSecret(
  webhookId: string,
  sealed: string,
  sealer: Sealer,
): string | undefined {
  return sealer.open(sealed, purposeOf(webhookId));
}
