import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from './fastify-types.ts';
import { apiHeaders } from './http-server.ts';

/** Nothing could be sent for so long: the reader has stopped reading, and its place goes to another. */
const STALLED_MS = 60_000;

/** What is prepared ahead of a reader, beside what its connection holds. */
const AHEAD_BYTES = 64 * 1024;

/**
 * Sends an answer that may take longer than a request has: piece by piece, as fast as the reader reads
 * and no faster. When the reader leaves, the source is told by `return` and nothing is thrown. When
 * the source fails the connection is cut, so that nobody takes the half for the whole.
 * @throws what the source throws.
 */
export async function streamAnswer(
  reply: FastifyReply,
  headers: Readonly<Record<string, string>>,
  source: AsyncIterable<string>,
): Promise<void> {
  // The deadline of requests counts for whoever is answered at once.
  reply.hijack();
  const { raw, request } = reply;
  const general = { ...apiHeaders, 'cache-control': 'no-store' };
  raw.writeHead(200, { ...(reply.getHeaders() as typeof headers), ...general, ...headers });
  if (request.method === 'HEAD') {
    raw.end();
    return;
  }
  raw.setTimeout(STALLED_MS, () => raw.destroy());
  const pieces = Readable.from(source, { objectMode: false, highWaterMark: AHEAD_BYTES });
  try {
    await pipeline(pieces, raw);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
