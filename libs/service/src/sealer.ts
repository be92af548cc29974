import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM as NIST SP 800-38D recommends it: 96 random bits for each sealing, 128 bits of tag. */
const CIPHER = 'aes-256-gcm';
export const SEALING_KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Named first, so that another way of sealing can be told from this one. */
const VERSION = 'v1.';

/**
 * Keeps secrets that lie on the access topic from whoever can read it. What a text was sealed for
 * (a feed and the id of its secret) is bound to it: moved to another feed, it does not open.
 */
export class Sealer {
  readonly #keys: readonly Buffer[];

  /** @param keys newest first: the first one seals, each of them opens. */
  constructor(keys: readonly Buffer[]) {
    if (keys.length === 0) throw new Error('sealing needs a key');
    this.#keys = keys;
  }

  seal(text: string, purpose: readonly string[]): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keys[0] as Buffer, iv, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(boundTo(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return VERSION + Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** The text, or undefined when none of our keys sealed it, or not for this. */
  open(sealed: string, purpose: readonly string[]): string | undefined {
    return this.#keys.map((key) => opened(sealed, purpose, key)).find((text) => text !== undefined);
  }

  /** The same under the newest key; unchanged when it is already, or when it does not open. */
  refresh(sealed: string, purpose: readonly string[]): string {
    if (opened(sealed, purpose, this.#keys[0] as Buffer) !== undefined) return sealed;
    const text = this.open(sealed, purpose);
    return text === undefined ? sealed : this.seal(text, purpose);
  }
}

const boundTo = (purpose: readonly string[]) => Buffer.from(JSON.stringify(purpose));

function opened(sealed: string, purpose: readonly string[], key: Buffer): string | undefined {
  if (!sealed.startsWith(VERSION)) return undefined;
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(purpose));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
