import { NotAcknowledgedError } from './errors.ts';
import type { StoredRecord } from './records.ts';

/** What the client library says about one partition of a request. */
export interface PartitionAnswer {
  readonly topicName: string;
  readonly partition: number;
  readonly errorCode: number;
  readonly baseOffset?: string;
  readonly logAppendTime?: string;
}

/**
 * Believes an answer only when it confirms exactly the one partition asked for. kafkajs resolves
 * with an empty list for a partition it does not know, and without a partition whose leader moved
 * (tulios/kafkajs#1303): both mean "not stored" and must not read as success.
 */
export function storedRecords(
  topic: string,
  partition: number,
  count: number,
  answers: readonly PartitionAnswer[],
): StoredRecord[] {
  const [answer] = answers;
  const confirmed =
    answers.length === 1 &&
    answer !== undefined &&
    answer.topicName === topic &&
    answer.partition === partition &&
    answer.errorCode === 0 &&
    /^\d+$/.test(answer.baseOffset ?? '');
  if (!confirmed) {
    const said = answers.length === 0 ? 'nothing' : JSON.stringify(answers);
    throw new NotAcknowledgedError(
      `Writing to ${topic}/${partition}: the broker confirmed ${said}. ` +
        'Does the topic have as many partitions as its contract says?',
    );
  }
  const baseOffset = BigInt(answer.baseOffset as string);
  const appendedAtMs = Number(answer.logAppendTime ?? -1);
  return Array.from({ length: count }, (_, index) => ({
    topic,
    partition,
    offset: baseOffset + BigInt(index),
    ...(appendedAtMs >= 0 ? { appendedAtMs } : {}),
  }));
}
