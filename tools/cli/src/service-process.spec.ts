import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, sendSignal } from '@warta/stack';
import { ServiceProcess, servicePidFile, stopOrphan } from './service-process.ts';

const stateDir = mkdtempSync(join(tmpdir(), 'warta-service-process-'));
const started: ServiceProcess[] = [];
afterAll(async () => {
  await Promise.all(started.map((service) => service.stop()));
  rmSync(stateDir, { recursive: true, force: true });
});

const STAYS = 'setInterval(() => {}, 1000)';

function serviceRunning(program: string): { service: ServiceProcess; said: string[] } {
  const entry = join(stateDir, `${started.length}.mjs`);
  writeFileSync(entry, program);
  const said: string[] = [];
  const report = (line: string) => said.push(line);
  const service = new ServiceProcess('ingestor', stateDir, {}, report, entry);
  started.push(service);
  service.start();
  return { service, said };
}

async function until(condition: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error('waited a minute in vain');
    await sleep(50);
  }
}

const isGone = (pid: number) => identifyProcess(pid) === undefined;

describe('a service under supervision', () => {
  it('is started again when it dies, later each time, and says so', async () => {
    const { service, said } = serviceRunning('process.exit(70)');
    await until(() => service.restarts === 2);
    await service.stop();
    expect(said[0]).toMatch(/^ingestor ended \(exit 70\); starting it again in 1 s\. Log: /);
    expect(said[1]).toMatch(/again in 2 s/);
  });

  it('is not started again once it was stopped, and leaves no pid file', async () => {
    const { service } = serviceRunning(STAYS);
    const pid = service.pid ?? 0;
    await service.stop();
    await sleep(1_200);
    expect(service.restarts).toBe(0);
    expect(isGone(pid)).toBe(true);
    expect(() => readFileSync(servicePidFile(stateDir, 'ingestor'))).toThrow();
  });

  it('left behind by a killed start is found by its pid file and stopped', async () => {
    const { service } = serviceRunning(STAYS);
    const pid = service.pid ?? 0;
    // Not through stop: what the supervisor knew is lost with it.
    const stopped = stopOrphan(stateDir, 'ingestor');
    await expect(stopped).resolves.toBe(pid);
    expect(isGone(pid)).toBe(true);
    await service.stop();
  });

  it('is not mistaken for another process that got its number', async () => {
    const { service } = serviceRunning(STAYS);
    const pid = service.pid ?? 0;
    writeFileSync(
      servicePidFile(stateDir, 'ingestor'),
      JSON.stringify({ pid, startedAt: 'of an earlier process' }),
    );
    await expect(stopOrphan(stateDir, 'ingestor')).resolves.toBeUndefined();
    expect(isGone(pid)).toBe(false);
    sendSignal(pid, 'SIGKILL');
    await service.stop();
  });
});
