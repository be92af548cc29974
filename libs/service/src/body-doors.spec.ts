import { connect } from 'node:net';
import { STRANGERS_BYTES_IN_FLIGHT_MAX } from './body-reader.ts';
import { PROBE_ADMIN_KEY, runProbe } from './testing.ts';
import type { Probe } from './testing.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await runProbe();
});
afterAll(() => probe.service.stop());

const BODY_BYTES = 900_000;

/** Announces a body and sends nothing of it; the first line of the answer, or '' when none comes. */
async function answerToHeaders(key: string | undefined, waitMs: number): Promise<string> {
  const headers = [
    'POST /v1/parcels HTTP/1.1',
    'host: a',
    'content-type: application/json',
    `content-length: ${BODY_BYTES}`,
    ...(key === undefined ? [] : [`authorization: Bearer ${key}`]),
  ];
  return new Promise((resolve) => {
    const { port } = new URL(probe.service.httpUrl);
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${headers.join('\r\n')}\r\n\r\n`);
    });
    const end = (answer: string) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (bytes) => end(bytes.toString('latin1').split('\r\n')[0] ?? ''));
    socket.setTimeout(waitMs, () => end(''));
  });
}

async function push(body: string, key?: string) {
  const response = await fetch(`${probe.service.httpUrl}/v1/parcels`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body,
  });
  await response.text();
  return response.status;
}

describe('a body', () => {
  it('of nobody we know is refused before it is sent', async () => {
    expect(await answerToHeaders(undefined, 10_000)).toBe('HTTP/1.1 401 Unauthorized');
    expect(await answerToHeaders('a-key-of-nobody', 10_000)).toBe('HTTP/1.1 401 Unauthorized');
  });

  it('of a key that counts is waited for', async () => {
    expect(await answerToHeaders(PROBE_ADMIN_KEY, 300)).toBe('');
  });

  it('that is refused unread costs no memory and is answered all the same', async () => {
    const body = 'x'.repeat(BODY_BYTES);
    const strangers = Array.from({ length: (3 * STRANGERS_BYTES_IN_FLIGHT_MAX) / BODY_BYTES }, () =>
      push(body),
    );
    const parcel = push(JSON.stringify({ name: 'x', weight: 1 }), PROBE_ADMIN_KEY);
    expect(new Set(await Promise.all(strangers))).toEqual(new Set([401]));
    expect(await parcel).toBe(201);
  });
});
