import { ArticleSubmitted } from '@warta/contracts';
import type { OutgoingRecord } from '@warta/messaging';
import { pino } from 'pino';
import { ReconsiderLoop } from './reconsider-loop.ts';

function loop(look: () => Promise<number>) {
  const said: string[] = [];
  const sent: OutgoingRecord[] = [];
  const logger = pino({}, { write: (line) => said.push(JSON.parse(line).msg) });
  const publish = async (records: readonly OutgoingRecord[]) => {
    sent.push(...records);
    return [];
  };
  const parts = { producer: { publish }, submitted: ArticleSubmitted, logger };
  const texts = { fails: 'fails', worksAgain: 'works again' };
  const own = new ReconsiderLoop(parts, { cause: 'embargo-due', look, waitMs: 5, ...texts });
  return { own, said, sent };
}

describe('looking again and again for articles to look at once more', () => {
  it('goes on after failures, of which it tells once a minute, and when they are over', async () => {
    let isBroken = true;
    const { own, said } = loop(async () => {
      if (isBroken) throw new Error('broken');
      return 7;
    });
    for (const atMs of [0, 59_000, 61_000]) expect(await own.look(atMs)).toBe(5);
    isBroken = false;
    for (const atMs of [62_000, 63_000]) expect(await own.look(atMs)).toBe(7);
    expect(said).toEqual(['fails', 'fails', 'works again']);
  });

  it('ends after the look that is under way', async () => {
    let [begun, ended] = [0, 0];
    const { promise: isLooking, resolve } = Promise.withResolvers<void>();
    const { own } = loop(async () => {
      begun += 1;
      if (begun === 3) resolve();
      await new Promise((done) => setTimeout(done, 5));
      ended += 1;
      return 0;
    });
    own.start();
    await isLooking;
    await own.stop();
    expect(ended).toBe(begun);
  });

  it('submits each article by its id, and nothing when there is none', async () => {
    const { own, sent } = loop(async () => 0);
    const id = '7d8e0f3e-0d5c-5a5c-9d59-3f6f2b6a1c11';
    await own.submit([]);
    await own.submit([{ id, feed: 'harian-contoh' }]);
    expect(sent.map(({ key }) => key)).toEqual([id]);
  });
});
