import { WorkLimit } from './work-limit.ts';

const MS_MAX = 40;

/** Resolves when the limit ends the work. */
const ended = (limit: WorkLimit) =>
  new Promise<boolean>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(limit.isWorkedOff));
  });

describe('the limit of work in a thread', () => {
  it('blames the work when the thread worked all the time', async () => {
    const startedAtMs = performance.now();
    const limit = new WorkLimit(MS_MAX, () => performance.now() - startedAtMs);
    await expect(ended(limit)).resolves.toBe(true);
  });

  it('blames nobody when the machine let the thread hardly work', async () => {
    const startedAtMs = performance.now();
    const limit = new WorkLimit(MS_MAX, () => (performance.now() - startedAtMs) / 10);
    await expect(ended(limit)).resolves.toBe(false);
    expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(2 * MS_MAX - 5);
  });

  it('ends nothing once it was stopped', async () => {
    const limit = new WorkLimit(MS_MAX, () => 1_000_000);
    limit.stop();
    await new Promise((resolve) => setTimeout(resolve, 3 * MS_MAX));
    expect(limit.signal.aborted).toBe(false);
  });
});
