import { ProblemError, unavailable } from '@warta/service';
import { Answers } from './answers.ts';
import type { Answer, RequestIdentity } from './answers.ts';

const request: RequestIdentity = {
  callerId: 'k7f2m9x4',
  key: 'one',
  path: 'POST /v1/articles',
  contentType: 'application/json',
  headers: {},
  bytes: Buffer.from('{}'),
};

const answered = (body: string): Answer => ({ status: 202, headers: { location: '/x' }, body });

/** Work that counts how often it was done. */
function counted(outcome: () => Promise<Answer>) {
  const work = { times: 0, run: () => ((work.times += 1), outcome()) };
  return work;
}

describe('answers under an Idempotency-Key', () => {
  it('are given again, marked, without the work being done again', async () => {
    const answers = new Answers();
    const work = counted(() => Promise.resolve(answered('{"a":1}')));
    const first = await answers.once(request, work.run);
    const again = await answers.once(request, work.run);
    expect(work.times).toBe(1);
    expect(again).toEqual({
      ...first,
      headers: { ...first.headers, 'idempotent-replayed': 'true' },
    });
  });

  it.each<[string, Partial<RequestIdentity>]>([
    ['other bytes', { bytes: Buffer.from('{"a":1}') }],
    ['another media type', { contentType: 'application/xml' }],
    ['another address', { path: 'POST /v1/feeds/a/items' }],
    ['another CloudEvent around it', { headers: { 'ce-id': '2' } }],
  ])(
    'of a request with %s are refused with 422, also while the first is under way',
    async (_n, other) => {
      const answers = new Answers();
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const first = answers.once(request, () => promise);
      const second = () =>
        answers.once({ ...request, ...other }, () => Promise.resolve(answered('')));
      await expect(second()).rejects.toMatchObject({ status: 422 });
      resolve(answered('{}'));
      await first;
      await expect(second()).rejects.toMatchObject({ status: 422 });
    },
  );

  it('of the same request under way are refused with 409, then given', async () => {
    const answers = new Answers();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const first = answers.once(request, () => promise);
    const work = counted(() => Promise.resolve(answered('')));
    await expect(answers.once(request, work.run)).rejects.toMatchObject({ status: 409 });
    resolve(answered('{}'));
    const { body } = await first;
    expect((await answers.once(request, work.run)).body).toBe(body);
    expect(work.times).toBe(0);
  });

  it('that refuse what will always be refused are remembered, others are tried again', async () => {
    for (const [problem, times] of [
      [new ProblemError(422, 'no', { errors: [{ pointer: '/a', detail: 'b' }] }), 1],
      [new ProblemError(429, 'later'), 2],
      [unavailable('later'), 2],
      [new Error('a bug'), 2],
    ] as const) {
      const answers = new Answers();
      const work = counted(() => Promise.reject(problem));
      await expect(answers.once(request, work.run)).rejects.toBe(problem);
      await expect(answers.once(request, work.run)).rejects.toMatchObject({
        message: problem.message,
        ...(problem instanceof ProblemError && { status: problem.status, errors: problem.errors }),
      });
      expect(work.times).toBe(times);
    }
  });

  it('of one caller are none of another one', async () => {
    const answers = new Answers();
    const work = counted(() => Promise.resolve(answered('')));
    await answers.once(request, work.run);
    await answers.once({ ...request, callerId: 'other' }, work.run);
    expect(work.times).toBe(2);
  });

  it('take bounded memory: the oldest are forgotten', async () => {
    const answers = new Answers();
    const large = counted(() => Promise.resolve(answered('x'.repeat(1024 * 1024))));
    for (let n = 0; n < 20; n += 1) await answers.once({ ...request, key: `${n}` }, large.run);
    await answers.once({ ...request, key: '19' }, large.run);
    expect(large.times).toBe(20);
    await answers.once({ ...request, key: '0' }, large.run);
    expect(large.times).toBe(21);
  });

  it.each([
    ['detail', (text: string) => new ProblemError(422, text)],
    [
      'field',
      (text: string) => new ProblemError(422, '', { errors: [{ pointer: text, detail: '' }] }),
    ],
    ['header', (text: string) => new ProblemError(422, '', { headers: { location: text } })],
  ])('that refuse are forgotten by their size too, be it that of a %s', async (_name, problem) => {
    const answers = new Answers();
    const large = counted(() => Promise.reject(problem('é'.repeat(512 * 1024))));
    const once = (n: number) =>
      answers.once({ ...request, key: `${n}` }, large.run).catch(() => undefined);
    for (let n = 0; n < 20; n += 1) await once(n);
    await once(19);
    expect(large.times).toBe(20);
    await once(0);
    expect(large.times).toBe(21);
  });
});
