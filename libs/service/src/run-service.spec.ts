import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { hashKey } from './access-book.ts';
import { held, PROBE_ADMIN_KEY, runProbe } from './testing.ts';
import type { Probe } from './testing.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await runProbe();
});
afterAll(() => probe.service.stop());

const admin = { authorization: `Bearer ${PROBE_ADMIN_KEY}` };

interface Answer {
  status: number;
  headers: Headers;
  json: Record<string, unknown>;
  /** Pointers of the bad fields. */
  named: string[];
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${probe.service.httpUrl}${path}`, init);
  const json = (await response.json()) as { errors?: { pointer: string }[] };
  const named = json.errors?.map(({ pointer }) => pointer) ?? [];
  return { status: response.status, headers: response.headers, json: { ...json }, named };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  ask('/v1/parcels', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...admin, ...headers },
  });

const ops = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${probe.service.opsUrl}${path}`, init);
  return { status: response.status, text: await response.text() };
};

describe('requests', () => {
  it('that are right get through to the handler, with the caller', async () => {
    const { status, json } = await post('{"name":"n","weight":1}');
    expect([status, json]).toEqual([201, { name: 'n', weight: 1, by: 'first-admin' }]);
  });

  it('with bad bodies are told every bad field by RFC 6901 pointer', async () => {
    const answer = await post('{"name":"","weight":"1","x~y":1,"tags":[{"a/b":"ok"},{"a/b":2}]}');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.named.sort()).toEqual(['/name', '/tags/1/a~1b', '/weight', '/x~0y']);
    expect(answer.json).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
  });

  it('with bad parameters are told those', async () => {
    expect((await ask('/v1/parcels/12?size=x&y=1')).named).toEqual(['?size', '?y']);
    expect((await ask('/v1/parcels/twelve')).named).toEqual(['{parcel}']);
    expect((await ask('/v1/parcels/12')).json).toEqual({ parcel: '12', size: 3 });
    expect((await ask(`/v1/parcels/${'1'.repeat(1_000)}`)).status).toBe(200);
  });

  it.each<[number, string, () => Promise<Answer>]>([
    [400, 'broken JSON', () => post('{"a":')],
    [400, 'no body', () => post('')],
    [400, 'a prototype key', () => post('{"__proto__":{"a":1}}')],
    [400, 'bytes that are not UTF-8', () => post(Uint8Array.of(0x22, 0xff, 0x22))],
    [413, 'a body over 1 MiB', () => post(`"${'x'.repeat(1024 * 1024)}"`)],
    [415, 'another media type', () => post('{}', { 'content-type': 'text/plain' })],
    [
      415,
      'another charset',
      () => post('{}', { 'content-type': 'application/json; charset=latin1' }),
    ],
    [400, 'a body that is not gzip', () => post('{}', { 'content-encoding': 'gzip' })],
    [400, 'a name given twice', () => post('{"name":"a","name":"b","weight":1}')],
    [415, 'an unknown content encoding', () => post('{}', { 'content-encoding': 'lzma' })],
    [415, 'a chain of encodings', () => post('{}', { 'content-encoding': 'gzip, gzip' })],
    [404, 'an address that is not there', () => ask('/v1/nothing')],
    [400, 'an address that is no URL', () => ask('/%ff')],
    [405, 'another method', () => ask('/v1/parcels', { method: 'PUT' })],
  ])('are answered with problem+json %i for %s', async (status, _name, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.json).toMatchObject({ status, title: expect.any(String) });
    if (status === 405) expect(answer.headers.get('allow')).toBe('POST');
  });

  it('get 503 with Retry-After for an outage, and 500 without inner secrets for a bug', async () => {
    const outage = await ask('/v1/parcels/failing/transient');
    expect(outage.status).toBe(503);
    expect(outage.headers.get('retry-after')).toMatch(/^\d+$/);
    const bug = await ask('/v1/parcels/failing/bug');
    expect(bug.status).toBe(500);
    expect(JSON.stringify(bug.json)).not.toContain('secret');
    const logged = probe.logs.find(({ level }) => level === 'error');
    expect(logged).toMatchObject({ trace_id: bug.json['instance'], service: 'probe' });
  });

  it('that are refused for now are logged together, not one by one', async () => {
    for (let n = 0; n < 5; n += 1) await ask('/v1/parcels/failing/transient');
    expect(probe.logs.filter(({ msg }) => msg === 'requests refused for now')).toHaveLength(1);
  });

  it('carry their trace into logs and answers', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
    const answer = await post('{}', { traceparent });
    expect(answer.headers.get('x-trace-id')).toBe(traceId);
    expect(answer.json['instance']).toBe(traceId);
    const line = probe.logs.find((one) => one['trace_id'] === traceId);
    expect(line).toMatchObject({ msg: 'request', route: '/v1/parcels', status: 400 });
  });

  it('never leave a key or a body in the log', async () => {
    await post('{"name":"canary-body","weight":1}');
    expect(JSON.stringify(probe.logs)).not.toContain('canary-body');
    expect(JSON.stringify(probe.logs)).not.toContain(PROBE_ADMIN_KEY);
  });

  it('get security headers', async () => {
    const { headers } = await ask('/v1/parcels/12');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('keys', () => {
  const keyed = (key?: string) =>
    post('{"name":"n","weight":1}', { authorization: key === undefined ? '' : `Bearer ${key}` });

  it('that are missing or wrong get 401 with WWW-Authenticate', async () => {
    for (const key of [undefined, 'wk_wrong_key', 'x'.repeat(5_000)]) {
      const answer = await keyed(key);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  it('without the scope get 403', async () => {
    probe.book.apply({
      kind: 'key',
      keyId: 'reader12345',
      name: 'reader',
      sha256: hashKey('wk_reader'),
      scopes: ['search:read'],
      feeds: [],
      createdAt: '2026-11-23T07:00:00Z',
    });
    expect((await keyed('wk_reader')).status).toBe(403);
  });

  it('come in as passwords to read, not to change anything', async () => {
    const as = (key: string) => ({
      authorization: `Basic ${Buffer.from(`anybody:${key}`).toString('base64')}`,
    });
    const seen = '/v1/parcels/seen/by-some';
    expect((await ask(seen, { headers: as(PROBE_ADMIN_KEY) })).status).toBe(200);
    expect((await ask(seen, { headers: as('wk_wrong') })).status).toBe(401);
    const changed = await post('{"name":"n","weight":1}', as(PROBE_ADMIN_KEY));
    expect([changed.status, changed.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="warta", error="invalid_token"',
    ]);
    const asked = await new Promise<IncomingMessage>((resolve) => {
      request(`${probe.service.httpUrl}${seen}`, (answer) => resolve(answer.resume())).end();
    });
    expect(asked.headers['www-authenticate']).toMatch(
      /^Basic realm="warta".*, Bearer realm="warta"/,
    );
  });

  it('with one scope of several come in where any of them opens the door', async () => {
    const key = {
      kind: 'key' as const,
      name: 'x',
      feeds: ['one'],
      createdAt: '2026-11-23T07:00:00Z',
    };
    const of = (name: string) => ({ keyId: name, sha256: hashKey(`wk_${name}`) });
    probe.book.apply({ ...key, ...of('searcher123'), scopes: ['search:read'] });
    probe.book.apply({ ...key, ...of('others12345'), scopes: ['admin'] });
    const seen = (name: string) =>
      ask('/v1/parcels/seen/by-some', { headers: { authorization: `Bearer wk_${name}` } });
    expect((await seen('searcher123')).json).toEqual({ by: 'searcher123' });
    const refused = await seen('others12345');
    expect(refused.status).toBe(403);
    expect(refused.json['detail']).toBe('The key lacks the scope annotate or search:read.');
  });
});

describe('documents', () => {
  it('describe the API as OpenAPI 3.1, with the problem of every guarded address', async () => {
    const { json } = await ask('/openapi.json');
    expect(json).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/v1/parcels': {
          post: {
            security: [{ key: [] }],
            requestBody: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Parcel' } } },
            },
            responses: { 401: { content: { 'application/problem+json': expect.anything() } } },
          },
        },
      },
      components: { schemas: { Parcel: { required: ['name', 'weight'] }, Problem: {} } },
    });
  });

  it('are shown by Swagger UI from this process alone', async () => {
    const page = await (await fetch(`${probe.service.httpUrl}/docs`)).text();
    expect(page).toMatch(/swagger-ui-bundle\.js/);
    expect(page).not.toMatch(/(src|href)=["'](https?:)?\/\//);
    const bundle = await fetch(`${probe.service.httpUrl}/docs/swagger-ui-bundle.js`);
    expect(bundle.status).toBe(200);
    await bundle.arrayBuffer();
  });
});

describe('the ops port', () => {
  it('counts requests by route and status', async () => {
    await ask('/v1/parcels/77');
    const { text } = await ops('/metrics');
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/v1\/parcels\/:parcel",status="200"\}/,
    );
    expect(text).toMatch(/^process_resident_memory_bytes /m);
    expect(text).not.toContain('/v1/parcels/77');
  });

  it('tells what is not ready, without calling it dead', async () => {
    let isReady = false;
    probe.start.health.add({
      name: 'store',
      ready: () => (isReady ? { ok: true } : { ok: false, reason: 'the store is away' }),
    });
    expect(await ops('/readyz')).toEqual({
      status: 503,
      text: '[-] store: the store is away\nnot ok\n',
    });
    expect((await ops('/livez')).status).toBe(200);
    expect((await ops('/metrics')).text).toMatch(/^service_ready 0$/m);
    isReady = true;
    expect(await ops('/readyz?verbose')).toEqual({ status: 200, text: '[+] store\nok\n' });
    expect((await fetch(`${probe.service.httpUrl}/readyz`)).status).toBe(200);
  });

  it('hands an operator’s word to the consumer, for the first admin key only', async () => {
    const said: string[] = [];
    probe.start.consumers.add('t.v1', {
      status: () => ({ ready: true, assigned: [3], halted: [], lag: new Map([[3, 2n ** 60n]]) }),
      resume: async (partition) => said.push(`resume ${partition}`) > 0,
      acceptGap: async (partition) => partition === 3 && said.push(`accept-gap ${partition}`) > 0,
    });
    const command = (verb: string, headers: Record<string, string>, partition = 3) =>
      ops(`/consumers/t.v1/${partition}/${verb}`, { method: 'POST', headers });
    expect((await command('resume', {})).status).toBe(401);
    expect((await command('resume', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await command('resume', admin)).status).toBe(200);
    expect((await command('accept-gap', admin)).status).toBe(200);
    // Another replica holds it: nothing was done here, and nobody may think so.
    const elsewhere = await command('accept-gap', admin, 4);
    expect(elsewhere).toMatchObject({ status: 409, text: expect.stringContaining('replica') });
    expect((await command('destroy', admin)).status).toBe(404);
    expect(said).toEqual(['resume 3', 'accept-gap 3']);
    expect(JSON.parse((await ops('/consumers')).text)).toMatchObject({
      consumers: [{ topic: 't.v1', lag: { 3: '1152921504606846976' } }],
    });
  });
});

describe('an address of the ops port that is no URL', () => {
  it.each(['/consumers/%ff/0/resume', '/consumers/%/0/accept-gap'])(
    'is a 400: %s',
    async (path) => {
      expect((await ops(path, { method: 'POST', headers: admin })).status).toBe(400);
    },
  );
});

describe('shutting down', () => {
  it('answers what is in hand, stops parts last in first out, and takes no more', async () => {
    const ending = await runProbe();
    const order: string[] = [];
    for (const name of ['first', 'second']) {
      ending.start.lifecycle.add({
        name,
        start: () => undefined,
        stop: () => void order.push(`${name} stopped`),
      });
    }
    // Added after the start: started by hand, as the service would have done.
    await ending.start.lifecycle.start();
    const inHand = fetch(`${ending.service.httpUrl}/v1/parcels/failing/until-told`);
    while (!held.hasCome) await new Promise((resolve) => setTimeout(resolve, 5));
    const idle = connect(Number(new URL(ending.service.httpUrl).port), '127.0.0.1');
    await once(idle, 'connect');
    const closed = once(idle.resume(), 'close');
    const stopped = ending.service.stop();
    expect(ending.service.health.ready().ok).toBe(false);
    const readiness = await fetch(`${ending.service.opsUrl}/readyz`);
    expect([readiness.status, await readiness.text()]).toEqual([
      503,
      '[-] service: shutting down\nnot ok\n',
    ]);
    held.answer();
    const answer = await inHand;
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    await Promise.all([stopped, closed]);
    expect(order).toEqual(['second stopped', 'first stopped']);
    await expect(fetch(`${ending.service.httpUrl}/livez`)).rejects.toThrow();
  });
});
