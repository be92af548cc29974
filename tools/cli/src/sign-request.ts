import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/**
 * Headers that show that a request is of the feed whose secret this is, by Standard Webhooks 1.0.
 *
 * @param content the body, or of a takedown, which has none, `DELETE <path and query>`.
 * @param messageId the same when the same is sent again; no dots in it.
 * @param at proves that the request is new: a request that is sent again is signed again.
 */
export function signatureHeaders(
  secret: string,
  messageId: string,
  content: string | Uint8Array,
  at = new Date(),
): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1_000);
  const signature = createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(`${messageId}.${seconds}.`)
    .update(content)
    .digest('base64');
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
