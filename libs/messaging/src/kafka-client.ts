import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import kafkajs from 'kafkajs';
import type { Kafka, KafkaConfig, LogEntry, SASLOptions } from 'kafkajs';
import type { Logger } from 'pino';
import { registerCodecs } from './kafka-codecs.ts';
import { stopIdleTimer } from './kafka-idle-timer.ts';
import { KAFKA_LIMITS } from './limits.ts';
import type { KafkaLimits } from './limits.ts';
import { RepeatedLines } from './repeated-lines.ts';
import { sleep } from './retry-delays.ts';
import { CLIENT_CLOSED, SocketFactory } from './socket-factory.ts';
import type { Address } from './socket-factory.ts';

const { logLevel } = kafkajs;

registerCodecs();
stopIdleTimer();

export interface KafkaSettings {
  /** `host:port` each; any one that answers is enough to find the others. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Present (even empty) for TLS; the files are PEM. */
  readonly tls?: {
    readonly caFile?: string;
    readonly certFile?: string;
    readonly keyFile?: string;
  };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Other limits than `KAFKA_LIMITS`, so that a test of a timeout need not wait for minutes. */
  readonly limits?: Partial<KafkaLimits>;
  /** Where to connect instead of the address a broker names: a tunnel, or a proxy in a test. */
  readonly route?: (address: Address) => Address;
}

/** Never retried by the client itself for long: we retry, so that we stay in charge. */
const CLIENT_RETRIES = { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 };

/**
 * One client with its own sockets. Every producer, consumer and admin takes one of its own: two
 * consumers on one `Kafka` object overwrite each other's offsets, and sockets of one that hangs
 * can be destroyed without hurting another.
 */
export class KafkaClient {
  readonly kafka: Kafka;
  readonly limits: KafkaLimits;
  private readonly sockets: SocketFactory;

  constructor(settings: KafkaSettings, logger: Logger, purpose: 'produce' | 'consume' | 'ask') {
    this.limits = { ...KAFKA_LIMITS, ...settings.limits };
    const { socketIdleMs: idleMs, keepAliveMs } = this.limits;
    this.sockets = new SocketFactory({ idleMs, keepAliveMs }, settings.route);
    const connectTimeoutMs =
      purpose === 'ask' ? this.limits.askTimeoutMs : this.limits.connectTimeoutMs;
    const config: KafkaConfig = {
      clientId: settings.clientId,
      brokers: [...settings.brokers],
      connectionTimeout: connectTimeoutMs,
      authenticationTimeout: connectTimeoutMs,
      requestTimeout: requestTimeoutMs(this.limits, purpose),
      enforceRequestTimeout: true,
      retry: CLIENT_RETRIES,
      socketFactory: (to) => this.sockets.connect(to),
      logLevel: logLevel.INFO,
      logCreator: () => (entry) => forwardLog(logger, entry),
    };
    if (settings.tls !== undefined) config.ssl = tlsOptions(settings.tls);
    if (settings.sasl !== undefined) config.sasl = settings.sasl as SASLOptions;
    this.kafka = new kafkajs.Kafka(config);
  }

  /** Ends gracefully if that works within the limit; in any case nothing is open afterwards. */
  async close(disconnect: () => Promise<void>, withinMs = this.limits.disconnectMs): Promise<void> {
    const timer = new AbortController();
    const graceful = disconnect().catch(() => undefined);
    await Promise.race([graceful, sleep(withinMs, timer.signal)]);
    timer.abort();
    this.sockets.destroyAll();
  }

  get openSockets(): number {
    return this.sockets.openSockets;
  }
}

function requestTimeoutMs(limits: KafkaLimits, purpose: 'produce' | 'consume' | 'ask'): number {
  const { requestTimeoutMs, produceTimeoutMs, askTimeoutMs } = limits;
  return { produce: produceTimeoutMs, ask: askTimeoutMs, consume: requestTimeoutMs }[purpose];
}

function tlsOptions(tls: NonNullable<KafkaSettings['tls']>): ConnectionOptions {
  const options: ConnectionOptions = {};
  if (tls.caFile !== undefined) options.ca = readFileSync(tls.caFile);
  if (tls.certFile !== undefined) options.cert = readFileSync(tls.certFile);
  if (tls.keyFile !== undefined) options.key = readFileSync(tls.keyFile);
  return options;
}

/** What a connection says that was idle for long, or that we ended ourselves: no news. */
const EXPECTED = new Set(['Connection timeout', `Connection error: ${CLIENT_CLOSED}`]);
/** Of the whole process: in an outage every client says the same, and clients are renewed. */
const repeated = new RepeatedLines();
const LEFT_OUT = new Set(['message', 'timestamp', 'logger', 'stack']);

/**
 * kafkajs calls every lost connection an error although it reconnects; for us an error means
 * that a person must act.
 */
function forwardLog(logger: Logger, entry: LogEntry): void {
  const { message } = entry.log;
  const facts = Object.entries(entry.log).filter(([name]) => !LEFT_OUT.has(name));
  const line = { kafkajs: entry.namespace, ...Object.fromEntries(facts) };
  if (entry.level > logLevel.WARN || EXPECTED.has(message)) {
    logger.debug(line, message);
    return;
  }
  const unsaid = repeated.since(`${entry.namespace} ${message}`, performance.now());
  if (unsaid !== undefined) logger.warn({ ...line, ...(unsaid > 0 ? { unsaid } : {}) }, message);
}
