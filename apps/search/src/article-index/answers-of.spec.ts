import { TransientError } from '@warta/messaging';
import { answersOf, isWhole, totalOf } from './answers-of.ts';

const found = {
  took: 1,
  timed_out: false,
  _shards: { total: 2, successful: 2, failed: 0 },
  hits: { total: { value: 3, relation: 'eq' as const }, hits: [] },
  status: 200,
};
const failed = {
  error: { type: 'es_rejected_execution_exception', reason: 'queue full' },
  status: 429,
};

it('a search that failed among others is an error to try again, never an empty answer', () => {
  expect(answersOf('asking', [found, found]).map(totalOf)).toEqual([3, 3]);
  const ask = () => answersOf('asking', [found, failed]);
  expect(ask).toThrow(TransientError);
  expect(ask).toThrow('asking: es_rejected_execution_exception: queue full');
  // A search that is refused is told with what was searched for.
  const refused = { error: { type: 'query_shard_exception', reason: 'RAHASIA' }, status: 400 };
  expect(() => answersOf('asking', [refused])).toThrow(/^asking: query_shard_exception$/);
});

it('an answer is whole when no part of the index failed or was too slow', () => {
  expect(isWhole(found)).toBe(true);
  expect(isWhole({ ...found, timed_out: true })).toBe(false);
  expect(isWhole({ ...found, _shards: { total: 2, successful: 1, failed: 1 } })).toBe(false);
});
