/** Bytes the producer puts into one batch, before compression. A larger record goes alone. */
export const BATCH_BYTES_MAX = 256 * 1024;

/** Times and sizes of the Kafka client, each with its reason. Tests shorten them; nobody else. */
export interface KafkaLimits {
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly produceTimeoutMs: number;
  readonly askTimeoutMs: number;
  readonly socketIdleMs: number;
  readonly keepAliveMs: number;
  readonly sessionTimeoutMs: number;
  readonly rebalanceTimeoutMs: number;
  readonly heartbeatMs: number;
  readonly fetchWaitMs: number;
  readonly disconnectMs: number;
}

export const KAFKA_LIMITS: KafkaLimits = {
  /** The client's own default of 1 s flaps on a loaded machine (kafkajs#443). */
  connectTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  /** Short, because the partition's next batch waits behind an unanswered one. */
  produceTimeoutMs: 8_000,
  /** Questions about topics and offsets are cheap: no answer by then means a lost broker. */
  askTimeoutMs: 5_000,
  /** A request that times out leaves its half-open socket in use (kafkajs#1431): this ends it. */
  socketIdleMs: 45_000,
  keepAliveMs: 10_000,
  /**
   * How long a member that vanished keeps the others from its partitions, and itself from joining
   * again. Five heartbeats, which are sent while a batch is worked on, too.
   */
  sessionTimeoutMs: 15_000,
  /** Below `socketIdleMs`: a member waits for the others on a silent connection. */
  rebalanceTimeoutMs: 40_000,
  heartbeatMs: 3_000,
  /** Stopping waits for the fetch under way. */
  fetchWaitMs: 500,
  /** After it the sockets are destroyed: the client's disconnect may hang (kafkajs#918). */
  disconnectMs: 3_000,
};
