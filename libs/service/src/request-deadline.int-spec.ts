import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { BODY_BYTES_IN_FLIGHT_MAX } from './body-reader.ts';
import { BODY_BYTES_MAX } from './request-bodies.ts';
import { PROBE_ADMIN_KEY, runProbe } from './testing.ts';

/** Twice what REQUEST_ARRIVAL_MS and the time until Node looks say, and below what Node does by itself. */
const HELD_MAX_MS = 40_000;

/** Sends a body but for its last bytes, and then nothing. */
function holdBack(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /v1/parcels HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${PROBE_ADMIN_KEY}\r\n` +
      `content-type: application/json\r\ncontent-length: ${BODY_BYTES_MAX}\r\n\r\n`,
  );
  socket.write(Buffer.alloc(BODY_BYTES_MAX - 4, ' '));
  return socket;
}

/** Begins a body of which nobody knows how long it is. */
function beginChunks(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /v1/parcels HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${PROBE_ADMIN_KEY}\r\n` +
      'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n',
  );
  return socket;
}

/** Begins a request that nobody wants, and goes on with it a little at a time. */
function drip(url: string, begin: string, more: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(`POST /v1/nowhere HTTP/1.1\r\nhost: a\r\n${begin}`);
  const dripping = setInterval(() => socket.write(more), 500);
  socket.on('close', () => clearInterval(dripping));
  return socket.resume();
}

const closing = (socket: Socket) => new Promise<void>((resolve) => socket.on('close', resolve));

async function postParcel(url: string): Promise<number> {
  const { status } = await fetch(`${url}/v1/parcels`, {
    method: 'POST',
    headers: { authorization: `Bearer ${PROBE_ADMIN_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'a'.repeat(100), weight: 1 }),
  });
  return status;
}

/** At the same time, since both wait for it. */
describe('the deadline of requests', () => {
  it.concurrent(
    'is none of an answer that is streamed, with the headers of every answer',
    async () => {
      const { service, fatal } = await runProbe();
      try {
        const response = await fetch(`${service.httpUrl}/v1/parcels/streamed/slowly`);
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
        expect((await response.text()).length).toBe(5 * 16 * 1024);
        expect(fatal).toEqual([]);
      } finally {
        await service.stop();
      }
    },
  );

  it.concurrent(
    'answers with 503 where a handler never comes back, and neither a late answer nor half a body harms',
    async () => {
      const { service, fatal } = await runProbe();
      const held = Array.from({ length: BODY_BYTES_IN_FLIGHT_MAX / BODY_BYTES_MAX }, () =>
        holdBack(service.httpUrl),
      );
      held.push(beginChunks(service.httpUrl));
      const started = performance.now();
      const dripping = [
        drip(service.httpUrl, 'transfer-encoding: chunked\r\n\r\n', '1\r\n \r\n'),
        drip(service.httpUrl, 'x-drips: ', 'a'),
      ];
      const dripped = Promise.all(dripping.map(closing));
      try {
        const response = await fetch(`${service.httpUrl}/v1/parcels/failing/very-slowly`);
        expect(response.status).toBe(503);
        expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
        expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        await response.text();
        // Whoever had not sent all of it by then holds no connection any more.
        await Promise.all(held.map((socket) => socket.closed || once(socket.resume(), 'close')));
        // It was the deadline that cut them: who was answered long before, and goes on, still does.
        expect(dripping.map((socket) => socket.closed)).toEqual([false, false]);
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        expect((await fetch(`${service.httpUrl}/v1/parcels/1`)).status).toBe(200);
        for (const socket of held) socket.destroy();
        expect(await postParcel(service.httpUrl)).toBe(201);
        // Nor do those for ever who send what nobody reads.
        await dripped;
        expect(performance.now() - started).toBeLessThan(HELD_MAX_MS);
        expect(fatal).toEqual([]);
      } finally {
        for (const socket of dripping) socket.destroy();
        await service.stop();
      }
    },
  );
});
