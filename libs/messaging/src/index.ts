export { encodeEvent, decodeEvent } from './cloud-event.ts';
export type { DecodedEvent } from './cloud-event.ts';
export type { BatchHandler, BatchOutcome, BatchSignal, Rejected } from './batch-handler.ts';
export {
  describeError,
  NotAcknowledgedError,
  OverloadedError,
  PermanentError,
  TransientError,
} from './errors.ts';
export { TopicAdmin } from './kafka-admin.ts';
export type { TopicReport } from './kafka-admin.ts';
export type { PartitionBounds } from './kafka-admin-connection.ts';
export type { KafkaSettings } from './kafka-client.ts';
export { CompactedTopic } from './kafka-compacted-topic.ts';
export type { CompactedTopicOptions, EventPlace } from './kafka-compacted-topic.ts';
export { KafkaConsumer } from './kafka-consumer.ts';
export type { ConsumerOptions, ConsumerStatus } from './kafka-consumer.ts';
export { arrivalOfLetter } from './dead-letter.ts';
export type { DeadLetter } from './dead-letter.ts';
export { DeadLetterReader, REDRIVES_MAX } from './kafka-dead-letter-reader.ts';
export type { WantedLetter } from './kafka-dead-letter-reader.ts';
export type { DeadLetterList, ListOptions } from './list-newest-letters.ts';
export { readLog } from './kafka-log-reader.ts';
export type { LogPart } from './kafka-log-reader.ts';
export { KafkaProducer } from './kafka-producer.ts';
export type { KafkaLimits } from './limits.ts';
export { OpenLetters } from './open-letters.ts';
export type { OpenCount } from './open-letters.ts';
export { partitionOf } from './partition-of.ts';
export type { Platform } from './platform.ts';
export type { Progress, ProgressStore } from './progress.ts';
export type {
  Arrival,
  LogRecord,
  OutgoingRecord,
  RawRecord,
  ReceivedEvent,
  StoredRecord,
} from './records.ts';
export { retryDelayMs, sleep } from './retry-delays.ts';
export type { RetryDelays } from './retry-delays.ts';
export type { Replication } from './topic-plan.ts';
export { withPrefix } from './with-prefix.ts';
export { within } from './within.ts';
