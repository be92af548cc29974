import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProbe, streamed } from './testing.ts';
import type { Probe } from './testing.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await runProbe();
});
afterAll(() => probe.service.stop());

const PIECES = 1_000;

/** Asks, and does not read. */
function ask(path: string): Socket {
  const { hostname, port } = new URL(probe.service.httpUrl);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`);
  return socket;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(10);
}

async function standing(): Promise<number> {
  for (let before = -1, looks = 0; looks < 4; looks += 1) {
    if (streamed.pieces !== before || before === 0) looks = 0;
    before = streamed.pieces;
    await sleep(100);
  }
  return streamed.pieces;
}

describe('a streamed answer', () => {
  beforeEach(() => Object.assign(streamed, { pieces: 0, ended: 0 }));

  it('is made as fast as it is read, and ends when its reader leaves', async () => {
    const socket = ask('/v1/parcels/streamed/fast');
    const made = await standing();
    expect(made).toBeLessThan(PIECES);
    expect(streamed.ended).toBe(0);
    socket.destroy();
    await until(() => streamed.ended === 1);
    expect(streamed.pieces).toBeLessThanOrEqual(made + 1);
  });

  it('is whole for who reads all of it', async () => {
    const response = await fetch(`${probe.service.httpUrl}/v1/parcels/streamed/fast`);
    expect((await response.text()).split('\n')).toHaveLength(PIECES + 1);
    expect(streamed.ended).toBe(1);
  });

  it('is cut, and logged, when its source fails: no half passes for the whole', async () => {
    const response = await fetch(`${probe.service.httpUrl}/v1/parcels/streamed/failing`);
    await expect(response.text()).rejects.toThrow();
    await until(() => probe.logs.some(({ msg }) => msg === 'request failed'));
    expect(probe.fatal).toEqual([]);
  });
});
