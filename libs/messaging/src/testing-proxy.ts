import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Address } from './socket-factory.ts';

/** Kafka's request numbers that the tests meddle with. */
export const API = { produce: 0, fetch: 1, offsetCommit: 8, joinGroup: 11, heartbeat: 12 } as const;

export interface SeenRequest {
  readonly apiKey: number;
  /** After the correlation id. */
  readonly body: Buffer;
}

/**
 * A TCP proxy in front of one broker that understands Kafka's frames: it can drop the response to
 * a request that the broker did carry out, let connections fall silent, or cut them. Give `route`
 * to the client's settings.
 */
export class KafkaProxy {
  readonly requests: SeenRequest[] = [];
  private readonly links = new Set<Link>();
  private readonly swallowing = new Map<number, number>();
  private readonly server: Server;
  private readonly broker: Address;
  private silent = false;

  private constructor(broker: Address) {
    this.broker = broker;
    this.server = createServer((client) => this.accept(client));
  }

  static async start(brokers: readonly string[]): Promise<KafkaProxy> {
    const [host, port] = (brokers[0] ?? '').split(':');
    const proxy = new KafkaProxy({ host: host ?? '', port: Number(port) });
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** For `KafkaSettings.route`: whatever address a broker names, connect here. */
  readonly route = (): Address => {
    const { port } = this.server.address() as AddressInfo;
    return { host: '127.0.0.1', port };
  };

  get connections(): number {
    return this.links.size;
  }

  /** The broker carries out the next so many such requests; their responses never arrive. */
  swallow(apiKey: number, times: number): void {
    this.swallowing.set(apiKey, times);
  }

  /** Responses still to be swallowed. */
  swallowsLeft(apiKey: number): number {
    return this.swallowing.get(apiKey) ?? 0;
  }

  /** Present connections fall silent for ever, as if the peer had vanished; new ones work. */
  freeze(): void {
    for (const link of this.links) link.frozen = true;
  }

  /** Nothing passes on any connection, old or new, until `release`. */
  hold(): void {
    this.silent = true;
  }

  release(): void {
    this.silent = false;
    for (const link of this.links) link.flush();
  }

  cut(): void {
    for (const link of this.links) link.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private accept(client: Socket): void {
    const link = new Link(client, connect(this.broker), {
      silent: () => this.silent,
      seen: (request) => this.requests.push(request),
      swallows: (apiKey) => {
        const left = this.swallowing.get(apiKey) ?? 0;
        if (left > 0) this.swallowing.set(apiKey, left - 1);
        return left > 0;
      },
      closed: () => this.links.delete(link),
    });
    this.links.add(link);
  }
}

interface LinkRules {
  silent(): boolean;
  seen(request: SeenRequest): void;
  swallows(apiKey: number): boolean;
  closed(): void;
}

const SIZE_BYTES = 4;

/** One connection: frames out of both directions, delivered unless a rule says otherwise. */
class Link {
  frozen = false;
  private readonly apiKeys = new Map<number, number>();
  private readonly waiting: (() => void)[] = [];
  private readonly client: Socket;
  private readonly broker: Socket;
  private readonly rules: LinkRules;

  constructor(client: Socket, broker: Socket, rules: LinkRules) {
    this.client = client;
    this.broker = broker;
    this.rules = rules;
    onFrames(client, (frame) => this.toBroker(frame));
    onFrames(broker, (frame) => this.toClient(frame));
    for (const socket of [client, broker]) {
      socket.on('error', () => this.destroy());
      socket.on('close', () => this.destroy());
    }
  }

  flush(): void {
    for (const pass of this.waiting.splice(0)) this.pass(pass);
  }

  destroy(): void {
    this.client.destroy();
    this.broker.destroy();
    this.rules.closed();
  }

  private toBroker(frame: Buffer): void {
    const apiKey = frame.readInt16BE(SIZE_BYTES);
    this.apiKeys.set(frame.readInt32BE(SIZE_BYTES + 4), apiKey);
    this.rules.seen({ apiKey, body: frame.subarray(SIZE_BYTES + 8) });
    this.pass(() => this.broker.write(frame));
  }

  private toClient(frame: Buffer): void {
    const correlationId = frame.readInt32BE(SIZE_BYTES);
    const apiKey = this.apiKeys.get(correlationId);
    this.apiKeys.delete(correlationId);
    if (apiKey !== undefined && this.rules.swallows(apiKey)) return;
    this.pass(() => this.client.write(frame));
  }

  private pass(write: () => void): void {
    if (this.frozen) return;
    if (this.rules.silent()) this.waiting.push(write);
    else write();
  }
}

function onFrames(socket: Socket, each: (frame: Buffer) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes]);
    while (pending.length >= SIZE_BYTES) {
      const size = SIZE_BYTES + pending.readInt32BE(0);
      if (pending.length < size) return;
      each(pending.subarray(0, size));
      pending = pending.subarray(size);
    }
  });
}

/** Topics and partitions a Produce request (version 3 and up) carries. */
export function producedPartitions(body: Buffer): { topic: string; partition: number }[] {
  let at = 0;
  const int16 = (): number => body.readInt16BE((at += 2) - 2);
  const int32 = (): number => body.readInt32BE((at += 4) - 4);
  const text = (): string => {
    const length = int16();
    if (length < 0) return '';
    at += length;
    return body.toString('utf8', at - length, at);
  };
  text(); // client id
  text(); // transactional id
  int16(); // acks
  int32(); // timeout
  const found: { topic: string; partition: number }[] = [];
  for (let topicsLeft = int32(); topicsLeft > 0; topicsLeft -= 1) {
    const topic = text();
    for (let partitionsLeft = int32(); partitionsLeft > 0; partitionsLeft -= 1) {
      found.push({ topic, partition: int32() });
      at += int32();
    }
  }
  return found;
}
