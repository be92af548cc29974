import { promisify } from 'node:util';
import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
} from 'node:zlib';
import { ProblemError } from './problem-error.ts';
import { Turns } from './turns.ts';

/** A decoder may keep a window of 16 MiB: with these few, all of them fit into the process. */
const INFLATING_MAX = 2;
/** Bodies that arrived whole and wait their turn; each takes milliseconds. */
const WAITING_MAX = 64;
const WAIT_MS = 2_000;

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
  readonly #turns = new Turns({
    runningMax: INFLATING_MAX,
    waitingMax: WAITING_MAX,
    waitMs: WAIT_MS,
    refusal: 'Too many compressed bodies at once; send the same request again.',
  });

  /**
   * @param bytesMax of the inflated body.
   * @throws ProblemError 400 when it is not of that coding or not whole, 413 above `bytesMax`, 503.
   */
  async inflate(bytes: Buffer, coding: string, bytesMax: number): Promise<Buffer> {
    const decode = decoders[coding];
    if (decode === undefined) throw new Error(`there is no decoder for ${coding}`);
    return this.#turns.run(async () => {
      try {
        return await decode(bytes, bytesMax);
      } catch (error) {
        throw refusalOf(error, coding, bytesMax);
      }
    });
  }
}

function refusalOf(cause: unknown, coding: string, bytesMax: number): ProblemError {
  return (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    ? new ProblemError(413, `The inflated body must be at most ${bytesMax} bytes.`, { cause })
    : new ProblemError(400, `The body is not valid ${coding}, or not whole.`, { cause });
}

/** RFC 1950: method 8 in the low half of the first byte, and a check in the two together. */
function hasZlibHeader(bytes: Buffer): boolean {
  if (bytes.length < 2) return false;
  return (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}
