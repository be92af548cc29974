import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
  constants,
} from 'node:zlib';
import { BODY_BYTES_IN_FLIGHT_MAX, BodyReader } from './body-reader.ts';
import { contentCoding } from './content-coding.ts';

const MiB = 1024 * 1024;
const BYTES_MAX = MiB;
/** Milliseconds when alone; the rest is for a machine with much else to do. */
const CPU_MS_MAX = 200;
/** Sixteen times what one allowed body takes, and a fraction of what any of the bombs holds. */
const MEMORY_MAX = 16 * MiB;

const text = Buffer.from('{"id":"1","body":"Harga beras turun."}');
const zeros = Buffer.alloc(64 * MiB);

const sent = (coding: string, bytes: Buffer) =>
  Object.assign(Readable.from([bytes]), {
    headers: { 'content-encoding': coding },
  }) as unknown as IncomingMessage;

describe('a compressed body', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    [' zstd ', zstdCompressSync(text)],
    ['identity', text],
    ['', text],
  ])('in %s is what was compressed', async (coding, bytes) => {
    const reader = new BodyReader();
    const body = await reader.read(sent(coding, bytes), BYTES_MAX, 'known');
    expect(body.bytes).toEqual(text);
    expect(reader.bytesInFlight).toBe(text.length);
  });

  it('may be as large inflated as any body, and no larger', async () => {
    const reader = new BodyReader();
    const read = (size: number) =>
      reader.read(sent('gzip', gzipSync(Buffer.alloc(size))), BYTES_MAX, 'known');
    expect((await read(BYTES_MAX)).bytes).toHaveLength(BYTES_MAX);
    await expect(read(BYTES_MAX + 1)).rejects.toMatchObject({ status: 413 });
  });

  it('counts with its inflated size among all that are in flight', async () => {
    const reader = new BodyReader();
    const small = gzipSync(Buffer.alloc(BYTES_MAX));
    const held = [];
    for (let n = 0; n < BODY_BYTES_IN_FLIGHT_MAX / BYTES_MAX; n += 1) {
      held.push(await reader.read(sent('gzip', small), BYTES_MAX, 'known'));
    }
    await expect(reader.read(sent('gzip', small), BYTES_MAX, 'known')).rejects.toMatchObject({
      status: 503,
    });
    for (const { release } of held) release();
    expect(reader.bytesInFlight).toBe(0);
  });

  it('of many at once all get their turn', async () => {
    const reader = new BodyReader();
    const all = Array.from({ length: 50 }, () =>
      reader.read(sent('br', brotliCompressSync(text)), 99, 'known'),
    );
    for (const { bytes } of await Promise.all(all)) expect(bytes).toEqual(text);
  });
});

describe('a hostile compressed body', () => {
  const wideZstd = zstdCompressSync(zeros, {
    params: { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_enableLongDistanceMatching]: 1 },
  });
  it.each<[number, string, string, Buffer]>([
    [413, 'a gzip bomb', 'gzip', gzipSync(zeros)],
    [413, 'a deflate bomb', 'deflate', deflateSync(zeros)],
    [413, 'a brotli bomb', 'br', brotliCompressSync(zeros)],
    [413, 'a zstd bomb', 'zstd', zstdCompressSync(zeros)],
    [413, 'a bomb in many members', 'gzip', Buffer.concat(Array(4).fill(gzipSync(zeros)))],
    [400, 'zstd that asks for a window of 128 MiB', 'zstd', wideZstd],
    [415, 'a bomb in a bomb', 'gzip, gzip', gzipSync(gzipSync(zeros))],
    [400, 'a body that is cut off', 'gzip', gzipSync(text).subarray(0, 30)],
    [400, 'a body of another coding', 'br', gzipSync(text)],
  ])('gets %i quickly and with memory flat: %s', async (status, _name, coding, bytes) => {
    const reader = new BodyReader();
    const memory = process.memoryUsage.rss();
    const started = process.cpuUsage();
    await expect(reader.read(sent(coding, bytes), BYTES_MAX, 'known')).rejects.toMatchObject({
      status,
    });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(CPU_MS_MAX);
    expect(process.memoryUsage.rss() - memory).toBeLessThan(MEMORY_MAX);
    expect(reader.bytesInFlight).toBe(0);
  });

  it.each(['lzma', 'compress', 'gzip,br', 'gzip;q=1', '*', 'gzip\u0000', 'constructor'])(
    'in %j is told which encodings are taken',
    (coding) => {
      let problem: unknown;
      try {
        contentCoding(coding);
      } catch (error) {
        problem = error;
      }
      const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
      expect(problem).toMatchObject({ status: 415, headers });
    },
  );
});
