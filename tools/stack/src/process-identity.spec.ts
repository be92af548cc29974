import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withLock } from './lock-file.ts';
import { identifyProcess, isAlive, ownIdentity, withDescendants } from './process-identity.ts';

describe('telling processes apart', () => {
  it('knows a live process, and does not take a reused number for it', () => {
    const own = ownIdentity();
    expect(isAlive(own)).toBe(true);
    expect(isAlive({ ...own, startedAt: 'another boot/1' })).toBe(false);
  });

  it('takes an ended process for dead, also before its parent has noticed', async () => {
    const child = spawn('sleep', ['60']);
    const identity = identifyProcess(child.pid ?? 0);
    if (!identity) throw new Error('the child did not start');
    expect(withDescendants(process.pid)).toContain(child.pid);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(isAlive(identity)).toBe(false);
  });
});

describe('the lock of a stack', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'warta-lock-'));
  const file = path.join(folder, 'lock');
  afterAll(() => rmSync(folder, { recursive: true }));
  const nobodyWaits = () => {
    throw new Error('nobody should wait');
  };

  it('lets one in at a time, and the next one after it', async () => {
    const order: string[] = [];
    const waits: number[] = [];
    const enter = (name: string) =>
      withLock(
        file,
        (pid) => waits.push(pid),
        async () => {
          order.push(`${name} in`);
          await new Promise((resolve) => setTimeout(resolve, 50));
          order.push(`${name} out`);
        },
      );
    await Promise.all([enter('a'), enter('b')]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(waits).toEqual([process.pid]);
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a holder that died', async () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'an earlier life' }));
    const holder = await withLock(file, nobodyWaits, () =>
      Promise.resolve(JSON.parse(readFileSync(file, 'utf8')) as unknown),
    );
    expect(holder).toEqual(ownIdentity());
  });

  it('is free again after the work failed', async () => {
    const failed = withLock(file, nobodyWaits, () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });
});
