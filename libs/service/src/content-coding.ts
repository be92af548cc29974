import { promisify } from 'node:util';
import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
} from 'node:zlib';
import { ProblemError, unavailable } from './problem-error.ts';

/** A decoder may keep a window of 16 MiB: with these few, all of them fit into the process. */
const INFLATING_MAX = 2;
/** Bodies that arrived whole and wait their turn; each takes milliseconds. */
const WAITING_MAX = 64;

/** 8 MiB, what every common encoder stays within for bodies of our size; Node's default is 128 MiB. */
const ZSTD_WINDOW_LOG_MAX = 23;

type Decoder = (bytes: Buffer, bytesMax: number) => Promise<Buffer>;

const gunzipped = promisify(gunzip);
const inflated = promisify(inflate);
const rawInflated = promisify(inflateRaw);
const brotliDecompressed = promisify(brotliDecompress);
const zstdDecompressed = promisify(zstdDecompress);

/** All stop at `maxOutputLength`, so that a bomb costs no more than a body that is allowed. */
const decoders: Readonly<Record<string, Decoder>> = {
  gzip: (bytes, maxOutputLength) => gunzipped(bytes, { maxOutputLength }),
  // RFC 9110 means zlib's format; some senders leave its two bytes of header out.
  deflate: (bytes, maxOutputLength) =>
    (hasZlibHeader(bytes) ? inflated : rawInflated)(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => brotliDecompressed(bytes, { maxOutputLength }),
  zstd: (bytes, maxOutputLength) =>
    zstdDecompressed(bytes, {
      maxOutputLength,
      params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX },
    }),
};

const CODINGS = Object.keys(decoders).join(', ');

/**
 * The one coding of a body by its Content-Encoding header, or undefined when it has none.
 * @throws ProblemError 415 for an unknown one, and for several: a chain has no honest use here.
 */
export function contentCoding(header: string | undefined): string | undefined {
  const name = header?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return undefined;
  const coding = name === 'x-gzip' ? 'gzip' : name;
  if (Object.hasOwn(decoders, coding)) return coding;
  throw new ProblemError(415, `Send the body with one content encoding of ${CODINGS}, or none.`, {
    headers: { 'accept-encoding': CODINGS },
  });
}

/** Undoes content codings, a few bodies at a time, in Node's thread pool. */
export class Inflater {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /**
   * @param bytesMax of the inflated body.
   * @throws ProblemError 400 when it is not of that coding or not whole, 413 above `bytesMax`, 503.
   */
  async inflate(bytes: Buffer, coding: string, bytesMax: number): Promise<Buffer> {
    const decode = decoders[coding];
    if (decode === undefined) throw new Error(`there is no decoder for ${coding}`);
    await this.#turn();
    try {
      return await decode(bytes, bytesMax);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
        throw new ProblemError(413, `The inflated body must be at most ${bytesMax} bytes.`);
      }
      throw new ProblemError(400, `The body is not valid ${coding}, or not whole.`, {
        cause: error,
      });
    } finally {
      const next = this.#waiting.shift();
      // Whoever comes next takes this one's place.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < INFLATING_MAX) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= WAITING_MAX) {
      throw unavailable('Too many compressed bodies at once; send the same request again.');
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    await promise;
  }
}

/** RFC 1950: method 8 in the low half of the first byte, and a check in the two together. */
function hasZlibHeader(bytes: Buffer): boolean {
  if (bytes.length < 2) return false;
  return (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}
