import { answerOf, createWartaClient, WartaError } from './index.ts';

const answering =
  (body: unknown, init: ResponseInit = {}) =>
  (): Promise<Response> =>
    Promise.resolve(
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        headers: { 'content-type': 'application/json' },
        ...init,
      }),
    );

const client = (fetch: (request: Request) => Promise<Response>) =>
  createWartaClient({ baseUrl: 'http://warta.test', key: 'wk_1', fetch });

const failure = async (request: Promise<unknown>): Promise<WartaError> => {
  const error: unknown = await request.then(() => undefined).catch((reason: unknown) => reason);
  if (!(error instanceof WartaError)) throw new Error(`no WartaError but ${String(error)}`);
  return error;
};

describe('the client', () => {
  it('sends the key and the parameters, and gives back the answer', async () => {
    const requests: Request[] = [];
    const answer = { data: [], total: { value: 0, relation: 'eq' }, partial: false };
    const own = client((request) => {
      requests.push(request);
      return answering(answer)();
    });
    const query = { q: 'harga beras & "cabai"', size: 5 };
    expect(await answerOf(own.GET('/v1/articles', { params: { query } }))).toEqual(answer);
    const url = new URL(requests[0]?.url ?? '');
    expect(url.pathname).toBe('/v1/articles');
    expect(Object.fromEntries(url.searchParams)).toEqual({ q: 'harga beras & "cabai"', size: '5' });
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer wk_1');
  });

  it('throws what the service says is wrong, and when to try again', async () => {
    const problem = { type: 'about:blank', title: 'Unavailable', status: 503, detail: 'Busy.' };
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '7' };
    const error = await failure(
      client(answering(problem, { status: 503, headers })).GET('/v1/feeds'),
    );
    expect(error).toMatchObject({ status: 503, problem, retryAfterSeconds: 7, message: 'Busy.' });
  });

  it.each([
    ['a page of a proxy', '<h1>Bad gateway</h1>', 'text/html'],
    ['JSON that is no problem', '[1]', 'application/json'],
    ['broken JSON', '{"title"', 'application/problem+json'],
  ])('makes a problem of %s', async (_what, body, type) => {
    const init = { status: 502, statusText: 'Bad Gateway', headers: { 'content-type': type } };
    const error = await failure(client(answering(body, init)).GET('/v1/feeds'));
    expect(error.problem).toMatchObject({ status: 502, title: 'Bad Gateway' });
    expect(error.retryAfterSeconds).toBeUndefined();
  });

  it('tells an unreachable service from one that answers', async () => {
    const error = await failure(
      client(() => Promise.reject(new TypeError('fetch failed'))).GET('/v1/feeds'),
    );
    expect(error.status).toBe(0);
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it('lets an aborted request be an aborted request', async () => {
    const abort = new AbortController();
    abort.abort();
    const hanging = client((request) => Promise.reject(request.signal.reason as Error));
    const request = hanging.GET('/v1/feeds', { signal: abort.signal });
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });
});
