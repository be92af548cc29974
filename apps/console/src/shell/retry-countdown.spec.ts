import { afterSecond, beginCountdown } from './retry-countdown.ts';

/** The seconds in which it is tried, of the first so many. */
function dueIn(asked: number, seconds: number): number[] {
  let state = beginCountdown(asked);
  return Array.from({ length: seconds }, (_, index) => index + 1).filter(() => {
    const next = afterSecond(state);
    state = next;
    return next.isDue;
  });
}

it('a service that stays busy is asked after each wait once, and waits grow to a minute', () => {
  expect(dueIn(2, 250)).toEqual([2, 6, 14, 30, 62, 122, 182, 242]);
  expect(dueIn(0, 10)).toEqual([1, 3, 7]);
});

it('a wait that the service asked for is kept, however long', () => {
  expect(dueIn(90, 200)).toEqual([90, 180]);
  expect(beginCountdown(1.2).secondsLeft).toBe(2);
});

it('a wait that begins anew goes on where the one before was', () => {
  const waits = [0, 1, 2, 3, 4, 5, 2_000].map((times) => beginCountdown(2, times).waitSeconds);
  expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60]);
  expect([0, 9].map((times) => beginCountdown(90, times).waitSeconds)).toEqual([90, 90]);
});
