import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { SocketFactory } from './socket-factory.ts';

describe('SocketFactory', () => {
  let server: Server;
  const accepted: Socket[] = [];
  beforeAll(async () => {
    server = createServer((socket) => accepted.push(socket.resume()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    for (const socket of accepted) socket.destroy();
    server.close();
  });

  const route = () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  const open = (factory: SocketFactory): Promise<Socket> =>
    new Promise((resolve) => {
      const to = { host: 'broker.invalid', port: 9092, onConnect: () => resolve(socket) };
      const socket = factory.connect(to);
    });

  it('goes where the route leads, and ends a connection on which nothing moved for long', async () => {
    const factory = new SocketFactory({ idleMs: 100, keepAliveMs: 1_000 }, route);
    const socket = await open(factory);
    let timedOut = false;
    socket.once('timeout', () => (timedOut = true));
    expect(factory.openSockets).toBe(1);
    await once(socket, 'close');
    expect(timedOut).toBe(true);
    expect(factory.openSockets).toBe(0);
  });

  it('leaves nothing open once it is closed, tells the users, and opens nothing more', async () => {
    const factory = new SocketFactory({ idleMs: 60_000, keepAliveMs: 1_000 }, route);
    const sockets = await Promise.all([open(factory), open(factory)]);
    const errors = sockets.map((socket) => once(socket, 'error'));
    // A rejected once(..., 'close') would only repeat the error.
    const closed = sockets.map((socket) => new Promise((resolve) => socket.on('close', resolve)));
    factory.destroyAll();
    await Promise.all([...errors, ...closed]);
    expect(factory.openSockets).toBe(0);
    expect(() => factory.connect({ host: 'h', port: 1, onConnect: () => undefined })).toThrow();
  });
});
