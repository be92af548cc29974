import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { WartaError } from '@warta/client';
import { askAgain } from './asked-again.ts';
import { createQueryCache, staysWhenGone, timesFailedBefore } from './query-failures.ts';

const failed = (status: number) => new WartaError({ type: 'about:blank', title: 'No', status });

/** A page that shows what is asked for, and asks again; answers in turn. */
function shown(answers: (string | Error)[], meta = {}) {
  const queryCache = createQueryCache(() => undefined);
  const client = new QueryClient({ queryCache, defaultOptions: { queries: { retry: false } } });
  const asked = { times: 0 };
  const page = new QueryObserver<string>(client, {
    queryKey: ['article', 'a', 2],
    queryFn: () => {
      asked.times += 1;
      const answer = answers.shift() ?? failed(500);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    enabled: false,
    meta,
    placeholderData: (before) => before,
  });
  return { client, page, asked };
}

it.each([403, 404, 410])(
  'what was shown before goes when it is answered with %d',
  async (status) => {
    const { page } = shown(['text', failed(status)]);
    expect((await page.refetch()).data).toBe('text');
    const refused = await page.refetch();
    expect(refused).toMatchObject({ isError: true, isPending: false, data: undefined });
  },
);

it.each([0, 400, 429, 500, 503])(
  'what was shown before stays when it is answered with %d',
  async (status) => {
    const { page } = shown(['text', failed(status)]);
    await page.refetch();
    expect(await page.refetch()).toMatchObject({ isError: true, data: 'text' });
  },
);

it('what a person is writing on stays', async () => {
  const { page } = shown(['text', failed(404)], staysWhenGone);
  await page.refetch();
  expect(await page.refetch()).toMatchObject({ isError: true, data: 'text' });
});

it('what was withdrawn is kept in none of its states, nor shown while it is asked for again', async () => {
  const { client, page } = shown(['second', failed(410)]);
  client.setQueryData(['article', 'a', 1], 'first');
  client.setQueryData(['diff', 'a', 1, 2], 'words of it');
  client.setQueryData(['article', 'b'], 'other');
  const before = client.getQueryCache().find({ queryKey: ['article', 'a', 1] });
  await page.refetch();
  await page.refetch();
  expect(client.getQueryData(['article', 'a', 1])).toBeUndefined();
  expect(client.getQueryData(['diff', 'a', 1, 2])).toBeUndefined();
  expect(before?.state.data).toBeUndefined();
  expect(client.getQueryData(['article', 'b'])).toBe('other');
  const leave = page.subscribe(() => undefined);
  const again = page.refetch();
  expect(page.getCurrentResult()).toMatchObject({ isPending: true, data: undefined });
  await again;
  leave();
});

it('an error knows how often it was asked in vain before, since there was an answer', async () => {
  const errors = [failed(503), failed(503), failed(503)] as const;
  const { page } = shown([errors[0], errors[1], 'text', errors[2]]);
  for (let time = 0; time < 4; time += 1) await page.refetch();
  expect(errors.map(timesFailedBefore)).toEqual([0, 1, 0]);
  expect(timesFailedBefore(failed(503))).toBe(0);
});

it('does not ask again what is under way', async () => {
  const { page, asked } = shown(['text', 'newer']);
  await page.refetch();
  const ask = askAgain(page);
  ask();
  ask();
  expect(asked.times).toBe(2);
  expect((await page.refetch({ cancelRefetch: false })).data).toBe('newer');
});
