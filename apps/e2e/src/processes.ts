import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServiceName } from './e2e-environment.ts';
import { until } from './until.ts';

/** The supervisor waits a second, twice as long after each early end; then the process starts. */
const RESTART_TIMEOUT_MS = 60_000;

/** The services under test as processes: by the pid files their supervisor writes. */
export class Processes {
  readonly #stateDir: string;

  constructor(stateDir: string) {
    this.#stateDir = stateDir;
  }

  /** @throws Error while it is not running. */
  pid(service: ServiceName): number {
    const file = path.join(this.#stateDir, 'services', `${service}.pid`);
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid;
  }

  signal(service: ServiceName, signal: NodeJS.Signals): void {
    process.kill(this.pid(service), signal);
  }

  /**
   * Sends a signal that ends the process and waits until that one is gone and another runs.
   *
   * @returns how long the old one still lived.
   * @throws Error when the fault did not bite.
   */
  async end(service: ServiceName, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const old = this.pid(service);
    const sentAtMs = performance.now();
    process.kill(old, signal);
    await until(`${service} (${old}) to end by ${signal}`, RESTART_TIMEOUT_MS, () => !isThere(old));
    const endedAfterMs = performance.now() - sentAtMs;
    await until(`${service} to be started again`, RESTART_TIMEOUT_MS, () => {
      return this.pid(service) !== old && isThere(this.pid(service));
    });
    return endedAfterMs;
  }

  /** How it ended the last time, as its supervisor saw it. */
  lastExit(service: ServiceName): { code: number | null; signal: string | null } {
    const file = path.join(this.#stateDir, 'services', `${service}.exit`);
    return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<Processes['lastExit']>;
  }

  /** Resident memory, in MiB; undefined while it is not running. */
  residentMiB(service: ServiceName): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.pid(service)}/status`, 'utf8');
      const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
      return kib === undefined ? undefined : Number(kib) / 1024;
    } catch {
      return undefined;
    }
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
