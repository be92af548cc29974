import { connect } from 'node:net';
import { PROBE_ADMIN_KEY, runProbe } from './testing.ts';
import type { Probe } from './testing.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await runProbe();
});
afterAll(() => probe.service.stop());

/** Milliseconds when alone; the rest is for a machine with much else to do. */
const ANSWER_MS_MAX = 2_000;
const CPU_MS_MAX = 200;

/** Sends bytes as they are; all that comes back until the connection ends or falls silent. */
async function raw(request: string | Buffer): Promise<string> {
  const { port } = new URL(probe.service.httpUrl);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
    socket.setTimeout(ANSWER_MS_MAX, () => socket.destroy());
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      if (/\r\n\r\n[^]*\}$/.test(answer)) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

const body = '{"name":"n","weight":1}';
const post = (headers: readonly string[], content = body) =>
  Buffer.from(
    [
      'POST /v1/parcels HTTP/1.1',
      ...(headers.some((one) => /^host:/i.test(one)) ? [] : ['host: a']),
      ...(headers.some((one) => /^authorization:/i.test(one))
        ? []
        : [`authorization: Bearer ${PROBE_ADMIN_KEY}`]),
      ...(headers.some((one) => /^content-type:/i.test(one))
        ? []
        : ['content-type: application/json']),
      ...(headers.some((one) => /^(content-length|transfer-encoding):/i.test(one))
        ? []
        : [`content-length: ${Buffer.byteLength(content)}`]),
      ...headers,
      '',
      content,
    ].join('\r\n'),
    'latin1',
  );

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('a request with hostile headers', () => {
  it.each<[string, readonly string[], number[]]>([
    ['a line break in a value', ['x-a: b\rx-injected: 1'], [400]],
    ['one header of 100 KiB', [`x-a: ${'b'.repeat(100 * 1024)}`], [431]],
    ['5,000 headers', Array.from({ length: 5_000 }, (_, n) => `x-${n}: 1`), [431]],
    ['a content length that is no number', ['content-length: 2x'], [400]],
    ['two content lengths', ['content-length: 23', 'content-length: 5'], [400]],
    ['a length and chunks', ['content-length: 23', 'transfer-encoding: chunked'], [400]],
    [
      'a charset that hides another',
      ['content-type: application/json; charset="utf-8\u00e4'],
      [415],
    ],
    ['a type with a line break', ['content-type: application/json\u0085; x'], [415]],
    ['a key that is not ASCII', ['authorization: Bearer k\u00e4\u00f6\u0081'], [401]],
    ['a host that is none', ['host: "><script>alert(1)</script>'], [201]],
    ['an absurd trace', [`traceparent: 00-${'g'.repeat(4_000)}\u00ff`], [201]],
    ['a method that is smuggled in', ['transfer-encoding: chunked, identity'], [400]],
  ])('gets a plain answer quickly: %s', async (_name, headers, statuses) => {
    const request = post(headers);
    const started = process.cpuUsage();
    const answer = await raw(request);
    const { user, system } = process.cpuUsage(started);
    expect(statuses).toContain(statusOf(answer));
    expect((user + system) / 1_000).toBeLessThan(CPU_MS_MAX);
    expect(answer).not.toMatch(/^x-injected/im);
    expect(answer).not.toContain('<script>');
    expect((await fetch(`${probe.service.httpUrl}/v1/parcels/1`)).status).toBe(200);
  });

  it('writes nothing into the log but JSON, one line each, without what was sent', async () => {
    probe.logs.length = 0;
    await raw(post(['x-canary: \u001b[31mcanary', 'user-agent: canary"}\\n{"level":"fatal"']));
    await raw('POST /v1/parcels/canary%0d%0aSet-Cookie:%20a HTTP/1.1\r\nhost: a\r\n\r\n');
    expect(probe.logs.length).toBeGreaterThan(0);
    expect(JSON.stringify(probe.logs)).not.toContain('canary');
  });
});
