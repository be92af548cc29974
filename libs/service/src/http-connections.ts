import type { Socket } from 'node:net';
import type { FastifyInstance } from './fastify-types.ts';

/**
 * The open connections and which of them wait for an answer. Node's own `close()` waits for
 * connections that have never sent a request, such as those a load balancer opens ahead of time.
 */
export class HttpConnections {
  readonly #open = new Set<Socket>();
  readonly #busy = new Set<Socket>();

  constructor(server: FastifyInstance) {
    server.server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.on('close', () => {
        this.#open.delete(socket);
        this.#busy.delete(socket);
      });
    });
    server.addHook('onRequest', (request, _reply, done) => {
      this.#busy.add(request.raw.socket);
      done();
    });
    server.addHook('onResponse', (request, _reply, done) => {
      this.#busy.delete(request.raw.socket);
      done();
    });
  }

  /** Cuts the connections that nobody waits on; the others get `Connection: close` with the answer. */
  closeIdle(): void {
    for (const socket of this.#open) if (!this.#busy.has(socket)) socket.destroy();
  }

  closeAll(): void {
    for (const socket of this.#open) socket.destroy();
  }
}
