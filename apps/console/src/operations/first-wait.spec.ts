import { isFirstWait } from './first-wait.ts';

const first = { isPending: true, fetchStatus: 'fetching', errorUpdateCount: 0 } as const;

it('what is below waits for a first answer, but not for one that failed before or without a line', () => {
  expect(isFirstWait(first)).toBe(true);
  expect(isFirstWait({ ...first, errorUpdateCount: 1 })).toBe(false);
  expect(isFirstWait({ ...first, fetchStatus: 'paused' })).toBe(false);
  expect(isFirstWait({ ...first, isPending: false })).toBe(false);
});
