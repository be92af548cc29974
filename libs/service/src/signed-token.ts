import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/** What a token may carry and who may have signed it. */
export interface TokenDefinition<Payload> {
  /** Mixed into every signature, so that a token for one purpose is none for another. */
  readonly purpose: string;
  readonly schema: z.ZodType<Payload>;
  /** In characters. A longer one is not looked at. */
  readonly lengthMax: number;
}

/**
 * Small JSON values that go through strangers' hands and come back unchanged or not at all: base64url
 * of the JSON, a dot, base64url of its HMAC-SHA256. Signed, not encrypted: anybody can read one.
 */
export class SignedTokens<Payload> {
  readonly #definition: TokenDefinition<Payload>;
  readonly #keys: readonly Buffer[];

  /** @param keys newest first: the first one signs, each of them verifies. */
  constructor(definition: TokenDefinition<Payload>, keys: readonly Buffer[]) {
    if (keys.length === 0) throw new Error('signing tokens needs a key');
    this.#definition = definition;
    this.#keys = keys;
  }

  /** @throws Error when the payload breaks its schema or is too long: a bug of ours. */
  sign(payload: Payload): string {
    const { schema, lengthMax } = this.#definition;
    const text = Buffer.from(JSON.stringify(schema.parse(payload))).toString('base64url');
    const token = `${text}.${this.#mac(this.#keys[0] as Buffer, text).toString('base64url')}`;
    if (token.length > lengthMax) throw new Error(`a token has ${token.length} characters`);
    return token;
  }

  /**
   * What the token says, or undefined when we did not sign it or its key is no longer ours. Compares
   * in constant time and parses nothing that is not ours.
   */
  verify(token: string): Payload | undefined {
    if (token.length > this.#definition.lengthMax) return undefined;
    const [, text, signature] = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
    if (text === undefined || signature === undefined) return undefined;
    const given = Buffer.from(signature, 'base64url');
    // The last character of 43 holds two spare bits: only the one spelling counts.
    if (given.toString('base64url') !== signature) return undefined;
    const isOurs = this.#keys.map((key) => timingSafeEqual(this.#mac(key, text), given));
    if (!isOurs.includes(true)) return undefined;
    try {
      const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
      return this.#definition.schema.safeParse(value).data;
    } catch {
      return undefined;
    }
  }

  #mac(key: Buffer, text: string): Buffer {
    return createHmac('sha256', key).update(`${this.#definition.purpose}.${text}`).digest();
  }
}
