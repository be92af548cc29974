import type { IncomingMessage } from 'node:http';
import type { Sender } from './body-doors.ts';
import { contentCoding, Inflater } from './content-coding.ts';
import { ProblemError, unavailable } from './problem-error.ts';

/**
 * Bodies whose requests are not answered yet, of all known senders together; above it they get 503.
 * A slow sender holds only what it has sent. Measured: parsed, checked and encoded, a byte costs
 * about ten, so that this many take some 100 MiB.
 */
export const BODY_BYTES_IN_FLIGHT_MAX = 8 * 1024 * 1024;

/**
 * Likewise of all strangers, apart: whatever they send and however slowly, those whom we know find
 * room. One body of the largest size fits; nothing is parsed before its sender has proved who it is.
 */
export const STRANGERS_BYTES_IN_FLIGHT_MAX = 4 * 1024 * 1024;

/** A sender that keeps sending after it was refused is listened to this far, for politeness. */
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
  readonly #rooms: Readonly<Record<Sender, Room>> = {
    known: new Room(BODY_BYTES_IN_FLIGHT_MAX),
    stranger: new Room(STRANGERS_BYTES_IN_FLIGHT_MAX),
  };

  get bytesInFlight(): number {
    return this.#rooms.known.bytes + this.#rooms.stranger.bytes;
  }

  /**
   * @param bytesMax of the body, with and without its content coding.
   * @param onHeld is given at once what gives the share back: a request may be answered while its body
   *   is still under way, and nothing may ever come of reading it then.
   * @throws ProblemError 400, 413, 415 or 503.
   */
  async read(
    body: IncomingMessage,
    bytesMax: number,
    sender: Sender,
    onHeld?: (release: () => void) => void,
  ): Promise<ReceivedBody> {
    const coding = contentCoding(body.headers['content-encoding']);
    const share = new Share(this.#rooms[sender]);
    onHeld?.(share.release);
    try {
      const bytes = await this.#receive(body, bytesMax, share);
      if (coding === undefined || bytes.length === 0) return { bytes, release: share.release };
      const inflated = await this.#inflater.inflate(bytes, coding, bytesMax);
      if (!share.set(inflated.length)) throw tooMuchAtOnce();
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
      if (refusal === undefined && !share.set(bytes)) refusal = tooMuchAtOnce();
      if (refusal) {
        chunks.length = 0;
        share.release();
        if (bytes > DISCARDED_BYTES_MAX) break;
        continue;
      }
      chunks.push(chunk);
    }
    if (refusal) throw refusal;
    return Buffer.concat(chunks);
  }
}

/**
 * Lets what is still to come of a refused body run out unkept, so that its sender comes to read the
 * answer; cuts off who sends on and on.
 */
export function passOver(body: IncomingMessage): void {
  let bytes = 0;
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > DISCARDED_BYTES_MAX) body.destroy();
  });
}

/** For bodies of one kind of sender. */
class Room {
  readonly bytesMax: number;
  bytes = 0;

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax;
  }
}

/** What one request holds of a room. */
class Share {
  readonly #room: Room;
  #bytes = 0;
  #isOver = false;

  constructor(room: Room) {
    this.#room = room;
  }

  /**
   * Holds so many from now on; false, and nothing changes, where there is no room for them or the
   * share was given back.
   */
  set(bytes: number): boolean {
    if (this.#isOver) return false;
    const all = this.#room.bytes - this.#bytes + bytes;
    if (all > this.#room.bytesMax && bytes > this.#bytes) return false;
    this.#room.bytes = all;
    this.#bytes = bytes;
    return true;
  }

  readonly release = (): void => {
    this.set(0);
    this.#isOver = true;
  };
}

function tooLarge(bytesMax: number): ProblemError {
  return new ProblemError(413, `The body must be at most ${bytesMax} bytes.`, {
    headers: { connection: 'close' },
  });
}

const tooMuchAtOnce = () =>
  unavailable('Too much is being sent at once; send the same request again.');
