import { TransientError } from '@warta/messaging';
import { annotatorPool } from '../testing.ts';
import { AnnotationFailedError } from './annotator-pool.ts';
import { misbehaviours } from './misbehaving.worker.ts';

/** From when a worker is there for it. */
const textTimeoutMs = 1_500;

const workerFile = new URL('./misbehaving.worker.ts', import.meta.url);
const textOf = (body: string) => ({ content: { body, language: 'id' } });
const good = textOf('Presiden Joko Widodo di Jakarta.');

describe('annotating in worker threads', () => {
  it('gives the same answer as the extractor, for many texts at the same time', async () => {
    const pool = annotatorPool({ workers: 2 });
    const answers = await Promise.all(Array.from({ length: 40 }, () => pool.annotate(good)));
    expect(answers[0]?.entities.map(({ name }) => name)).toContain('Joko Widodo');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await pool.stop();
  });

  it.each(Object.entries(misbehaviours))(
    'gives up on a text that %s, twice, and goes on with the others',
    async (_does, body) => {
      const pool = annotatorPool({ workerFile, textTimeoutMs, heapMbMax: 64 });
      const [bad, ...others] = await Promise.allSettled([
        pool.annotate(textOf(`Teks ini ${body}.`)),
        ...Array.from({ length: 5 }, () => pool.annotate(good)),
      ]);
      expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(AnnotationFailedError) });
      expect(others.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
      await pool.stop();
    },
  );

  it('tells a caller whose text stalls once and for all, and serves the next one', async () => {
    const pool = annotatorPool({ workerFile, textTimeoutMs });
    await pool.annotate(good);
    const stalling = pool.annotateForCaller(textOf(misbehaviours.stalls));
    await expect(stalling).rejects.toMatchObject({
      name: 'AnnotationFailedError',
      isStalled: true,
    });
    const throwing = pool.annotateForCaller(textOf(misbehaviours.throws));
    await expect(throwing).rejects.toMatchObject({ isStalled: false });
    expect(await pool.annotateForCaller(good)).toEqual(await pool.annotate(good));
    await pool.stop();
  });

  it('does not start with a folder that holds no model, and says what is missing', async () => {
    const pool = annotatorPool({ taggerFolder: 'no/such/folder' });
    await expect(pool.start()).rejects.toThrow(/no\/such\/folder has no config\.json/);
    await pool.stop();
  });

  it('calls a text that is under way when the pool stops transient: it is delivered again', async () => {
    const pool = annotatorPool({ workerFile });
    await pool.annotate(good);
    const annotating = pool.annotate(textOf(misbehaviours.stalls));
    const expectation = expect(annotating).rejects.toBeInstanceOf(TransientError);
    await pool.stop();
    await expectation;
  });

  it('leaves out what nobody waits for any more, and does not blame the text', async () => {
    const pool = annotatorPool();
    let isAborted = false;
    const first = pool.annotate(good, () => isAborted);
    const second = expect(pool.annotate(good, () => isAborted)).rejects.toBeInstanceOf(
      TransientError,
    );
    isAborted = true;
    await first;
    await second;
    await pool.stop();
  });

  it('does not count the time a text waits for a worker', async () => {
    const pool = annotatorPool({ workerFile, textTimeoutMs });
    await pool.annotate(good);
    const stalling = pool.annotate(textOf(misbehaviours.stalls)).catch((error: unknown) => error);
    const waiting = pool.annotate(good);
    expect(await stalling).toBeInstanceOf(AnnotationFailedError);
    expect((await waiting).entities).not.toHaveLength(0);
    await pool.stop();
  });
});
