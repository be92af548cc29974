import { createHmac, timingSafeEqual } from 'node:crypto';
import { webhookKeyOf } from '../feeds/signing-secret.ts';

/** Standard Webhooks 1.0: a message may be this old, or this far ahead of our clock. */
export const TIMESTAMP_TOLERANCE_SECONDS = 5 * 60;

/** Senders that rotate secrets send two or three. */
const SIGNATURES_MAX = 8;
/** Longer ones would not be remembered. */
const MESSAGE_ID_LENGTH_MAX = 255;

/** Headers as Node gives them: names in small letters, several of one name joined or listed. */
export type SignatureHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type SignatureVerdict = { kind: 'signed' } | { kind: 'refused'; reason: string };

/** Whether a request says that it is signed, rightly or not. */
export function isSigned(headers: SignatureHeaders): boolean {
  return isTimed(headers) || hubSignatureOf(headers) !== undefined;
}

/**
 * Why no secret and no body could make this a signature that counts: its form, or its time.
 * Undefined when it is worth reading the body.
 */
export function faultOfSignature(headers: SignatureHeaders, nowMs: number): string | undefined {
  if (isTimed(headers)) return standardFault(standardPartsOf(headers), nowMs);
  const signature = hubSignatureOf(headers);
  return signature === undefined ? 'there is no signature' : hubFault(signature);
}

/**
 * Whether one of the secrets signed the bytes. Two ways: Standard Webhooks 1.0 (webhook-id,
 * webhook-timestamp, webhook-signature) and, when none of its headers is there, plain HMAC in
 * X-Hub-Signature or X-Hub-Signature-256 as WebSub and others send it. The first covers the time;
 * the second does not, so that a copy of such a push can be sent again at any time.
 *
 * @param content the body as it was sent, without its content coding, before any parsing.
 * @param secrets `whsec_…`. Standard Webhooks signs with the bytes that the base64 stands for, plain
 *   HMAC with the text as it is.
 */
export function verifySignature(
  headers: SignatureHeaders,
  content: Uint8Array,
  secrets: readonly string[],
  nowMs: number,
): SignatureVerdict {
  if (isTimed(headers)) return verifyStandard(headers, content, secrets, nowMs);
  const signature = hubSignatureOf(headers);
  if (signature === undefined) return refused('there is no signature');
  return verifyHubSignature(signature, content, secrets);
}

/** Whether by Standard Webhooks, which proves the time; rightly or not. */
export const isTimed = (headers: SignatureHeaders): boolean =>
  ['webhook-id', 'webhook-timestamp', 'webhook-signature'].some((name) => name in headers);

const hubSignatureOf = (headers: SignatureHeaders) =>
  single(headers['x-hub-signature-256']) ?? single(headers['x-hub-signature']);

interface StandardParts {
  readonly messageId: string;
  readonly timestamp: string;
  readonly signatures: readonly string[];
}

const standardPartsOf = (headers: SignatureHeaders): StandardParts => ({
  messageId: single(headers['webhook-id']) ?? '',
  timestamp: single(headers['webhook-timestamp']) ?? '',
  signatures: (single(headers['webhook-signature']) ?? '').split(' '),
});

function standardFault(
  { messageId, timestamp, signatures }: StandardParts,
  nowMs: number,
): string | undefined {
  // The id is part of what is signed, between dots: one with a dot could be cut elsewhere.
  if (messageId === '' || messageId.length > MESSAGE_ID_LENGTH_MAX || messageId.includes('.')) {
    return 'webhook-id is missing, too long or has a dot';
  }
  if (!/^\d{1,12}$/.test(timestamp)) return 'webhook-timestamp is no Unix time in seconds';
  const offSeconds = Math.abs(nowMs / 1_000 - Number(timestamp));
  if (offSeconds > TIMESTAMP_TOLERANCE_SECONDS) {
    return `webhook-timestamp is more than ${TIMESTAMP_TOLERANCE_SECONDS} s off`;
  }
  return signatures.length > SIGNATURES_MAX ? 'webhook-signature has too many' : undefined;
}

function verifyStandard(
  headers: SignatureHeaders,
  content: Uint8Array,
  secrets: readonly string[],
  nowMs: number,
): SignatureVerdict {
  const parts = standardPartsOf(headers);
  const fault = standardFault(parts, nowMs);
  if (fault !== undefined) return refused(fault);
  const { messageId, timestamp, signatures } = parts;
  // Other versions are for other receivers.
  const given = signatures.flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []));
  const matches = secrets.flatMap((secret) => {
    const mac = createHmac('sha256', webhookKeyOf(secret))
      .update(`${messageId}.${timestamp}.`)
      .update(content)
      .digest('base64');
    return given.map((one) => isSame(one, mac));
  });
  return matches.includes(true)
    ? { kind: 'signed' }
    : refused('no v1 signature is of a secret that counts, over these bytes');
}

/** SHA-1 is left out: WebSub allows it for old hubs, and nobody should make more of them. */
const hubAlgorithms: Readonly<Record<string, { digest: string; hexLength: number }>> = {
  sha256: { digest: 'sha256', hexLength: 64 },
  sha384: { digest: 'sha384', hexLength: 96 },
  sha512: { digest: 'sha512', hexLength: 128 },
};

/** W3C WebSub, 7.1: `method=signature`, the signature in hex. */
export function verifyHubSignature(
  header: string,
  content: Uint8Array,
  secrets: readonly string[],
): SignatureVerdict {
  const { algorithm, signature } = hubPartsOf(header);
  const fault = hubFault(header);
  if (algorithm === undefined || fault !== undefined) return refused(fault ?? '');
  const matches = secrets.map((secret) =>
    isSame(
      signature.toLowerCase(),
      createHmac(algorithm.digest, secret).update(content).digest('hex'),
    ),
  );
  return matches.includes(true)
    ? { kind: 'signed' }
    : refused('the signature is of no secret that counts, over these bytes');
}

function hubPartsOf(header: string) {
  const [, method = '', signature = ''] =
    /^([a-z0-9]{1,16})=([0-9a-f]{1,128})$/i.exec(header) ?? [];
  const name = method.toLowerCase();
  const algorithm = Object.hasOwn(hubAlgorithms, name) ? hubAlgorithms[name] : undefined;
  return { algorithm, signature };
}

function hubFault(header: string): string | undefined {
  const { algorithm, signature } = hubPartsOf(header);
  if (algorithm === undefined) return 'the signature is not sha256=, sha384= or sha512= and hex';
  return signature.length === algorithm.hexLength ? undefined : 'the signature is cut short';
}

/** In constant time, once the lengths are the same: those are no secret. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const refused = (reason: string): SignatureVerdict => ({ kind: 'refused', reason });

/** Of a header that must come once. */
function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(', ');
}
