import { NotAcknowledgedError } from './errors.ts';
import { storedRecords } from './produce-answer.ts';

const good = { topicName: 't', partition: 3, errorCode: 0, baseOffset: '7', logAppendTime: '1000' };

describe('storedRecords', () => {
  it('numbers the records from the offset of the first', () => {
    expect(storedRecords('t', 3, 2, [good])).toEqual([
      { topic: 't', partition: 3, offset: 7n, appendedAtMs: 1000 },
      { topic: 't', partition: 3, offset: 8n, appendedAtMs: 1000 },
    ]);
  });

  it('knows no append time where the topic does not stamp', () => {
    const [first] = storedRecords('t', 3, 1, [{ ...good, logAppendTime: '-1' }]);
    expect(first).toEqual({ topic: 't', partition: 3, offset: 7n });
  });

  it.each([
    ['nothing', []],
    ['another partition (K2)', [{ ...good, partition: 4 }]],
    ['another topic', [{ ...good, topicName: 'u' }]],
    ['an error', [{ ...good, errorCode: 6 }]],
    ['more than was asked', [good, { ...good, partition: 4 }]],
    ['no offset', [{ ...good, baseOffset: '-1' }]],
  ])('does not take %s for a confirmation', (_, answers) => {
    expect(() => storedRecords('t', 3, 1, answers)).toThrow(NotAcknowledgedError);
  });
});
