import type { IncomingMessage } from 'node:http';
import { ProblemError, unavailable } from './problem-error.ts';

/** Deeper JSON than this is an attack: our own bodies need 5, publishers' extras a few more. */
export const JSON_DEPTH_MAX = 32;

/**
 * Bodies whose requests are not answered yet, of all requests together; above it callers get 503.
 * A slow sender holds only what it has sent. Measured: parsed, checked and encoded, a byte costs
 * about ten, so that this many keep a service within 300 MiB of resident memory.
 */
export const BODY_BYTES_IN_FLIGHT_MAX = 8 * 1024 * 1024;

/** A sender that keeps sending after its body was too large is listened to this far, for politeness. */
const DISCARDED_BYTES_MAX = 16 * 1024 * 1024;

/** Keys with which a careless merge would change every object of the process. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads request bodies, bounded one by one and all together. */
export class BodyReader {
  readonly #bytesMax: number;
  #bytesInFlight = 0;

  /** @param bytesMax of one body; a larger one is answered with 413. */
  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get bytesInFlight(): number {
    return this.#bytesInFlight;
  }

  /**
   * The parsed body. `release` gives its share back: call it when the answer is on its way.
   * @throws ProblemError 400, 413 or 503.
   */
  async read(body: IncomingMessage): Promise<{ value: unknown; release: () => void }> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let counted = 0;
    let refusal: ProblemError | undefined;
    const release = () => {
      this.#bytesInFlight -= counted;
      counted = 0;
    };
    try {
      const announced = Number(body.headers['content-length'] ?? 0);
      if (announced > DISCARDED_BYTES_MAX) throw this.#tooLarge();
      for await (const chunk of body as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        refusal ??= this.#refusalOf(bytes, chunk.length);
        if (refusal) {
          chunks.length = 0;
          release();
          if (bytes > DISCARDED_BYTES_MAX) break;
          continue;
        }
        counted += chunk.length;
        this.#bytesInFlight += chunk.length;
        chunks.push(chunk);
      }
      if (refusal) throw refusal;
      return { value: parseJson(Buffer.concat(chunks)), release };
    } catch (error) {
      release();
      if (error instanceof ProblemError) throw error;
      throw new ProblemError(400, 'The body did not arrive whole.', { cause: error });
    }
  }

  #tooLarge(): ProblemError {
    return new ProblemError(413, `The body must be at most ${this.#bytesMax} bytes.`, {
      headers: { connection: 'close' },
    });
  }

  #refusalOf(bytes: number, chunkBytes: number): ProblemError | undefined {
    if (bytes > this.#bytesMax) return this.#tooLarge();
    if (this.#bytesInFlight + chunkBytes > BODY_BYTES_IN_FLIGHT_MAX) {
      return unavailable('Too much is being sent at once; send the same request again.');
    }
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * JSON as JSON.parse reads it, but only well-formed UTF-8, of bounded depth, and without keys that
 * could pollute prototypes. An empty body is undefined.
 * @throws ProblemError 400 that says where.
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (error) {
    const detail =
      error instanceof SyntaxError
        ? `The body is not JSON: ${error.message}`
        : 'The body is not UTF-8.';
    throw new ProblemError(400, printable(detail));
  }
  refuseHostile(value);
  return value;
}

/** V8 quotes the text around a syntax error: keep control characters out of the answer. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}

/** Iterative: a recursive walk over a deep value would itself overflow the stack. */
function refuseHostile(root: unknown): void {
  const open: { value: unknown; pointer: string; depth: number }[] = [
    { value: root, pointer: '', depth: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= JSON_DEPTH_MAX) {
      throw badField(pointer, `must not be nested deeper than ${JSON_DEPTH_MAX} levels`);
    }
    for (const key of Object.keys(value)) {
      const below = `${pointer}/${pointerToken(key)}`;
      if (forbiddenKeys.has(key)) throw badField(below, 'this name is not allowed');
      open.push({
        value: (value as Record<string, unknown>)[key],
        pointer: below,
        depth: depth + 1,
      });
    }
  }
}

function badField(pointer: string, detail: string): ProblemError {
  return new ProblemError(400, 'The body has fields that are not accepted.', {
    errors: [{ pointer, detail }],
  });
}

/** One step of an RFC 6901 pointer. */
export function pointerToken(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
