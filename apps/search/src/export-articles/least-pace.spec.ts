import { setTimeout as sleep } from 'node:timers/promises';
import { atLeastPace } from './least-pace.ts';

const source = { ended: false };
async function* pieces(waitMs = 0) {
  source.ended = false;
  try {
    for (let n = 0; n < 3; n += 1) {
      await sleep(waitMs);
      yield 'x'.repeat(100);
    }
  } finally {
    source.ended = true;
  }
}

describe('the least pace of a reader', () => {
  it('is missed by one who takes too long over a piece, and the source ends with the reader', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const pace = { bytesPerSecond: 10_000, pauseMs: 10 };
    const paced = atLeastPace(pieces(), resolve, pace);
    await paced.pieces.next();
    await promise;
    await paced.pieces.return(undefined);
    expect(source.ended).toBe(true);
    paced.stop();
  });

  it('is missed, too, by one who does not take the end of what is ready', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const paced = atLeastPace(pieces(), resolve, { bytesPerSecond: 10_000, pauseMs: 10 });
    for await (const _ of paced.pieces);
    await promise;
    paced.stop();
  });

  it('does not count the time of the source, and allows more for longer pieces', async () => {
    let isTooSlow = false;
    const tooSlow = () => (isTooSlow = true);
    const fast = atLeastPace(pieces(20), tooSlow, { bytesPerSecond: 1e9, pauseMs: 15 });
    for await (const _ of fast.pieces);
    fast.stop();
    const long = atLeastPace(pieces(), tooSlow, { bytesPerSecond: 1, pauseMs: 0 });
    await long.pieces.next();
    await sleep(30);
    await long.pieces.return(undefined);
    long.stop();
    await sleep(20);
    expect(isTooSlow).toBe(false);
  });
});
