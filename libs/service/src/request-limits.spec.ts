import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { limitRequests, REQUEST_LIMITS } from './request-limits.ts';
import { PROBE_ADMIN_KEY, runProbe } from './testing.ts';

/** A server whose only address answers when the test lets it. */
async function slowServer(limits: { connectionsMax: number; requestsInFlightMax: number }) {
  const server = new FastifyAdapter().getInstance();
  limitRequests(server, limits);
  const waiting: (() => void)[] = [];
  server.get('/', async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return 'done';
  });
  server.setErrorHandler((error: { status?: number; headers?: object }, _request, reply) =>
    reply
      .code(error.status ?? 500)
      .headers({ ...error.headers })
      .send(),
  );
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const answerAll = () => waiting.splice(0).forEach((answer) => answer());
  return { server, port, url: `http://127.0.0.1:${port}/`, waiting, answerAll };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a server under too many requests', () => {
  it('refuses those above the limit with Retry-After, and takes new ones once some are answered', async () => {
    const slow = await slowServer({ connectionsMax: 100, requestsInFlightMax: 3 });
    const taken = [1, 2, 3].map(() => fetch(slow.url));
    await until(() => slow.waiting.length === 3);
    const refused = await Promise.all([1, 2, 3, 4].map(() => fetch(slow.url)));
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(slow.waiting).toHaveLength(3);

    slow.answerAll();
    for (const answer of await Promise.all(taken)) expect(await answer.text()).toBe('done');
    const next = fetch(slow.url);
    await until(() => slow.waiting.length === 1);
    slow.answerAll();
    expect((await next).status).toBe(200);
    await slow.server.close();
  });

  it('forgets requests whose callers hung up', async () => {
    const slow = await slowServer({ connectionsMax: 100, requestsInFlightMax: 1 });
    for (let n = 1; n <= 3; n += 1) {
      const hangUp = new AbortController();
      // Refused until the server has heard that the one before is gone.
      while (slow.waiting.length < n) {
        const answered = fetch(slow.url, { signal: hangUp.signal }).catch(() => undefined);
        await Promise.race([answered, until(() => slow.waiting.length >= n)]);
      }
      hangUp.abort();
    }
    slow.answerAll();
    await slow.server.close();
  });

  it('closes connections above the limit and keeps those it has', async () => {
    const slow = await slowServer({ connectionsMax: 2, requestsInFlightMax: 100 });
    const sockets = [connect(slow.port, '127.0.0.1'), connect(slow.port, '127.0.0.1')];
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const above = connect(slow.port, '127.0.0.1');
    above.on('error', () => undefined);
    await once(above.resume(), 'close');
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([false, false]);
    for (const socket of sockets) socket.destroy();
    await slow.server.close();
  });

  it('answers those above the limit with a problem, whatever else the service does', async () => {
    const { service } = await runProbe();
    const { port } = new URL(service.httpUrl);
    // Their bodies never come.
    const request =
      `POST /v1/parcels HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${PROBE_ADMIN_KEY}\r\n` +
      'content-type: application/json\r\ncontent-length: 9\r\n\r\n';
    const sockets = Array.from({ length: REQUEST_LIMITS.requestsInFlightMax }, () => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
      return socket.on('error', () => undefined);
    });
    let answer = await fetch(`${service.httpUrl}/v1/parcels/1`);
    while (answer.status === 200) answer = await fetch(`${service.httpUrl}/v1/parcels/1`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    for (const socket of sockets) socket.destroy();
    while (answer.status !== 200) answer = await fetch(`${service.httpUrl}/v1/parcels/1`);
    await service.stop();
  });
});
