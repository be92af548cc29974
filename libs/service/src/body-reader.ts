import type { IncomingMessage } from 'node:http';
import { contentCoding, Inflater } from './content-coding.ts';
import { ProblemError, unavailable } from './problem-error.ts';

/**
 * Bodies whose requests are not answered yet, of all requests together; above it callers get 503.
 * A slow sender holds only what it has sent. Measured: parsed, checked and encoded, a byte costs
 * about ten, so that this many take some 100 MiB.
 */
export const BODY_BYTES_IN_FLIGHT_MAX = 8 * 1024 * 1024;

/** A sender that keeps sending after its body was too large is listened to this far, for politeness. */
const DISCARDED_BYTES_MAX = 16 * 1024 * 1024;

/** A body as it is without its content coding. */
export interface ReceivedBody {
  readonly bytes: Buffer;
  /** Gives its share back: call it when the answer is on its way. */
  readonly release: () => void;
}

/** Reads request bodies, bounded one by one and all together, before and after inflating. */
export class BodyReader {
  readonly #inflater = new Inflater();
  #bytesInFlight = 0;

  get bytesInFlight(): number {
    return this.#bytesInFlight;
  }

  /**
   * @param bytesMax of the body, with and without its content coding.
   * @throws ProblemError 400, 413, 415 or 503.
   */
  async read(body: IncomingMessage, bytesMax: number): Promise<ReceivedBody> {
    const coding = contentCoding(body.headers['content-encoding']);
    const share = new Share((change) => (this.#bytesInFlight += change));
    try {
      const bytes = await this.#receive(body, bytesMax, share);
      if (coding === undefined || bytes.length === 0) return { bytes, release: share.release };
      const inflated = await this.#inflater.inflate(bytes, coding, bytesMax);
      if (this.#bytesInFlight - bytes.length + inflated.length > BODY_BYTES_IN_FLIGHT_MAX) {
        throw tooMuchAtOnce();
      }
      share.set(inflated.length);
      return { bytes: inflated, release: share.release };
    } catch (error) {
      share.release();
      if (error instanceof ProblemError) throw error;
      throw new ProblemError(400, 'The body did not arrive whole.', { cause: error });
    }
  }

  async #receive(body: IncomingMessage, bytesMax: number, share: Share): Promise<Buffer> {
    const announced = Number(body.headers['content-length'] ?? 0);
    if (announced > DISCARDED_BYTES_MAX) throw tooLarge(bytesMax);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let refusal: ProblemError | undefined;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bytesMax) refusal ??= tooLarge(bytesMax);
      if (this.#bytesInFlight + chunk.length > BODY_BYTES_IN_FLIGHT_MAX) {
        refusal ??= tooMuchAtOnce();
      }
      if (refusal) {
        chunks.length = 0;
        share.release();
        if (bytes > DISCARDED_BYTES_MAX) break;
        continue;
      }
      share.set(bytes);
      chunks.push(chunk);
    }
    if (refusal) throw refusal;
    return Buffer.concat(chunks);
  }
}

/** What one request holds of the bytes in flight. */
class Share {
  readonly #change: (by: number) => void;
  #bytes = 0;

  constructor(change: (by: number) => void) {
    this.#change = change;
  }

  set(bytes: number): void {
    this.#change(bytes - this.#bytes);
    this.#bytes = bytes;
  }

  readonly release = (): void => this.set(0);
}

function tooLarge(bytesMax: number): ProblemError {
  return new ProblemError(413, `The body must be at most ${bytesMax} bytes.`, {
    headers: { connection: 'close' },
  });
}

const tooMuchAtOnce = () =>
  unavailable('Too much is being sent at once; send the same request again.');
