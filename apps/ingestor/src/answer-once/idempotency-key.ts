import { ProblemError } from '@warta/service';

/** Of an id of a signed message as well. */
export const KEY_LENGTH_MAX = 255;

/** A string of RFC 8941, as the draft has it: printable ASCII in quotation marks. */
const quoted = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;
/** What most clients send: no spaces, quotation marks, commas or backslashes. */
const bare = /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/;

/**
 * The key of a request, however its client writes it; undefined when it has none.
 * @see draft-ietf-httpapi-idempotency-key-header-07
 * @throws ProblemError 400
 */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const given = header.trim();
  const key = bare.test(given) ? given : quoted.exec(given)?.[1]?.replace(/\\(.)/g, '$1');
  if (key !== undefined && key.length > 0 && key.length <= KEY_LENGTH_MAX) return key;
  throw new ProblemError(
    400,
    `Idempotency-Key must be one string of 1 to ${KEY_LENGTH_MAX} printable ASCII characters, such ` +
      'as a UUID, in quotation marks or without.',
  );
}
