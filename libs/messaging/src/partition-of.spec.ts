import fc from 'fast-check';
import { murmur2, partitionOf } from './partition-of.ts';

describe('partitionOf', () => {
  // Expected values of org.apache.kafka.common.utils.UtilsTest.testMurmur2.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])("hashes %s as Kafka's Java clients do", (key, hash) => {
    expect(murmur2(Buffer.from(key))).toBe(hash);
  });

  it('always names one of the partitions, the same one for the same key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 1, max: 1_000 }),
        (key, count) => {
          const partition = partitionOf(key, count);
          expect(partition).toBe(partitionOf(Buffer.from(key, 'utf8'), count));
          expect(partition >= 0 && partition < count && Number.isInteger(partition)).toBe(true);
        },
      ),
    );
  });
});
