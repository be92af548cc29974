import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';

/** What the users of a closed client's sockets get to hear. */
export const CLIENT_CLOSED = 'this client is closed';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * Opens the sockets of one Kafka client, and can end them all. Every socket is kept alive by TCP
 * and times out when nothing at all moved for `idleMs`: only then does kafkajs close it, and
 * without that a peer which vanished silently is written to for ever.
 */
export class SocketFactory {
  private readonly open = new Set<Socket>();
  private closed = false;
  private readonly limits: { idleMs: number; keepAliveMs: number };
  private readonly route: (address: Address) => Address;

  constructor(
    limits: { idleMs: number; keepAliveMs: number },
    route: (address: Address) => Address = (address) => address,
  ) {
    this.limits = limits;
    this.route = route;
  }

  connect(to: Address & { ssl?: ConnectionOptions | null; onConnect: () => void }): Socket {
    // Work that outlives its client, such as a join under way, ends here instead of connecting anew.
    if (this.closed) throw new Error(CLIENT_CLOSED);
    const address = this.route({ host: to.host, port: to.port });
    const socket = to.ssl
      ? connectTls({ ...(isIP(to.host) ? {} : { servername: to.host }), ...address, ...to.ssl })
      : connectTcp(address);
    socket.once(to.ssl ? 'secureConnect' : 'connect', to.onConnect);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, this.limits.keepAliveMs);
    socket.setTimeout(this.limits.idleMs);
    // kafkajs hears the timeout first and fails what waits; its end() alone leaves it half open.
    socket.once('timeout', () => setImmediate(() => socket.destroy()));
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    return socket;
  }

  get openSockets(): number {
    return this.open.size;
  }

  /** For good. */
  destroyAll(): void {
    this.closed = true;
    // With an error, because kafkajs then fails what waits for an answer; it ignores a mere close.
    for (const socket of this.open) socket.destroy(new Error(CLIENT_CLOSED));
  }
}
