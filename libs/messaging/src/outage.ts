/** Names kafkajs gives to errors that mean: the cluster, or a part of it, is away. */
const OUTAGES = new Set([
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSRequestTimeoutError',
  'KafkaJSBrokerNotFound',
  'KafkaJSGroupCoordinatorNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSMetadataNotLoaded',
  'KafkaJSTopicMetadataNotLoaded',
  'KafkaJSStaleTopicMetadataAssignment',
  'KafkaJSTimeout',
  'KafkaJSLockTimeout',
  'TransientError',
]);
const CAUSES_MAX = 10;

/**
 * Whether what ended a group membership passes by itself. kafkajs's own `retriable` does not tell:
 * it declares a consumer dead when the coordinator did not answer in time.
 */
export function isOutage(error: unknown): boolean {
  let at = error;
  for (let depth = 0; depth < CAUSES_MAX && at instanceof Error; depth += 1) {
    const { retriable, code } = at as { retriable?: boolean; code?: unknown };
    if (OUTAGES.has(at.name)) return true;
    // So kafkajs wraps a rebalance that interrupted a join.
    if (at.name === 'KafkaJSError' && retriable === true) return true;
    // Numbered errors are answers of a broker, and it says itself which of them pass.
    if (at.name === 'KafkaJSProtocolError' && typeof code === 'number') return retriable === true;
    at = at.cause;
  }
  return false;
}
