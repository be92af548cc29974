import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isAlive, type ProcessIdentity, sendSignal } from '@warta/stack';
import { projectRoot, type ServiceName } from './dev-settings.ts';

/** Longer than the services' own drain of 20 s. */
const STOP_DEADLINE_MS = 25_000;
const RESTART_DELAY_MIN_MS = 1_000;
const RESTART_DELAY_MAX_MS = 30_000;
/** A service that ran this long has earned a fast restart again. */
const STEADY_AFTER_MS = 60_000;

export const serviceEntries: Record<ServiceName, string> = {
  ingestor: 'apps/ingestor/dist/main.js',
  enricher: 'apps/enricher/dist/src/main.js',
  search: 'apps/search/dist/src/main.js',
};

/** How a service ended the last time, in `services/<name>.exit` beside its pid file. */
export interface ServiceExit {
  code: number | null;
  signal: string | null;
  at: string;
}

/** One service as a child process: log file, pid file, restart with backoff when it dies. */
export class ServiceProcess {
  readonly name: ServiceName;
  readonly logFile: string;
  readonly #pidFile: string;
  readonly #exitFile: string;
  readonly #entry: string;
  readonly #environment: Record<string, string>;
  readonly #report: (line: string) => void;
  #child: ChildProcess | undefined;
  #stop = new AbortController();
  #restartDelayMs = RESTART_DELAY_MIN_MS;
  #restarts = 0;

  constructor(
    name: ServiceName,
    stateDir: string,
    environment: Record<string, string>,
    report: (line: string) => void,
    entry: string = join(projectRoot, serviceEntries[name]),
  ) {
    this.name = name;
    this.#entry = entry;
    this.logFile = serviceLogFile(stateDir, name);
    this.#pidFile = servicePidFile(stateDir, name);
    this.#exitFile = join(stateDir, 'services', `${name}.exit`);
    this.#environment = environment;
    this.#report = report;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get restarts(): number {
    return this.#restarts;
  }

  start(): void {
    this.#stop = new AbortController();
    mkdirSync(join(this.logFile, '..'), { recursive: true });
    mkdirSync(join(this.#pidFile, '..'), { recursive: true });
    const log = openSync(this.logFile, 'a');
    const startedAtMs = Date.now();
    // A group of its own: Ctrl-C in the terminal must not hit it before the ordered stop does.
    this.#child = spawn(process.execPath, [this.#entry], {
      cwd: projectRoot,
      env: this.#environment,
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    const identity = this.#child.pid === undefined ? undefined : identifyProcess(this.#child.pid);
    if (identity) writeFileSync(this.#pidFile, JSON.stringify(identity));
    this.#child.once('error', (error) => this.#report(`${this.name}: ${error.message}`));
    this.#child.once('exit', (code, signal) => {
      this.#child = undefined;
      const ended: ServiceExit = { code, signal, at: new Date().toISOString() };
      writeFileSync(this.#exitFile, JSON.stringify(ended));
      void this.#ended(code, signal, Date.now() - startedAtMs);
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    const child = this.#child;
    if (child?.pid !== undefined && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      sendSignal(child.pid, 'SIGTERM');
      // Unreferenced: a deadline that was not needed must not keep the command waiting.
      const deadline = sleep(STOP_DEADLINE_MS, false, { ref: false });
      const inTime = await Promise.race([ended.then(() => true), deadline]);
      if (!inTime) {
        this.#report(`${this.name} did not stop within ${STOP_DEADLINE_MS / 1000} s: killed`);
        sendSignal(child.pid, 'SIGKILL');
        await ended;
      }
    }
    rmSync(this.#pidFile, { force: true });
  }

  async #ended(code: number | null, signal: string | null, ranMs: number): Promise<void> {
    const { signal: stopped } = this.#stop;
    if (stopped.aborted) return;
    if (ranMs > STEADY_AFTER_MS) this.#restartDelayMs = RESTART_DELAY_MIN_MS;
    const delayMs = this.#restartDelayMs;
    this.#restartDelayMs = Math.min(RESTART_DELAY_MAX_MS, delayMs * 2);
    const how = signal ?? `exit ${code}`;
    this.#report(
      `${this.name} ended (${how}); starting it again in ${delayMs / 1000} s. Log: ${this.logFile}`,
    );
    await sleep(delayMs, undefined, { signal: stopped }).catch(() => undefined);
    if (stopped.aborted) return;
    this.#restarts += 1;
    this.start();
  }
}

export function serviceLogFile(stateDir: string, name: ServiceName): string {
  return join(stateDir, 'logs', `${name}.log`);
}

export function servicePidFile(stateDir: string, name: ServiceName): string {
  return join(stateDir, 'services', `${name}.pid`);
}

/** Stops a service left behind by a start that was killed. Returns its process number. */
export async function stopOrphan(stateDir: string, name: ServiceName): Promise<number | undefined> {
  const file = servicePidFile(stateDir, name);
  let identity: ProcessIdentity;
  try {
    identity = JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
  const orphaned = isAlive(identity);
  if (orphaned) {
    sendSignal(identity.pid, 'SIGTERM');
    const deadlineMs = Date.now() + STOP_DEADLINE_MS;
    while (isAlive(identity) && Date.now() < deadlineMs) await sleep(100);
    if (isAlive(identity)) sendSignal(identity.pid, 'SIGKILL');
  }
  rmSync(file, { force: true });
  return orphaned ? identity.pid : undefined;
}
