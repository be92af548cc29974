import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { identifyProcess, isAlive, type ProcessIdentity } from './process-identity.ts';
import type { ServerName, StackOptions } from './stack-options.ts';

/** What a start leaves in the state folder for every later command, of whatever process. */
export interface StackState {
  options: StackOptions;
  mode: 'native' | 'docker';
  /** Whoever started the stack and stops it; absent when it was left running on purpose. */
  owner?: ProcessIdentity;
  /** Native mode only. */
  native?: NativeState;
}

export interface NativeState {
  serverDir: string;
  javaHome: string;
  javaBin: string;
  kafkaLibs: string;
  elasticsearchHome: string;
  postgresHome: string;
  account: { name: string; ids?: { uid: number; gid: number } };
}

/** The files of one state folder. Reads tolerate absence; writes appear whole. */
export class StateFolder {
  readonly path: string;

  constructor(stateDir: string) {
    this.path = path.resolve(stateDir);
  }

  get lockFile(): string {
    return path.join(this.path, 'lock');
  }

  readState(): StackState | undefined {
    return readJson<StackState>(this.stateFile);
  }

  writeState(state: StackState): void {
    writeJson(this.stateFile, state);
  }

  /** The recorded process, also when it has died since. */
  readProcess(name: ServerName): ProcessIdentity | undefined {
    return readJson<ProcessIdentity>(this.processFile(name));
  }

  /** @throws Error when the process is gone already. */
  recordProcess(name: ServerName, pid: number): void {
    const identity = identifyProcess(pid);
    if (!identity) throw new Error(`recording ${name}: process ${pid} is gone`);
    writeJson(this.processFile(name), identity);
  }

  forgetProcess(name: ServerName): void {
    rmSync(this.processFile(name), { force: true });
  }

  /** The recorded process if it is alive and still the same one. */
  liveProcess(name: ServerName): ProcessIdentity | undefined {
    const recorded = this.readProcess(name);
    return recorded && isAlive(recorded) ? recorded : undefined;
  }

  /** While marked, a server that is gone is no accident: somebody stops or restarts it. */
  markExpectedDown(name: ServerName): void {
    writeJson(this.downFile(name), {});
  }

  unmarkExpectedDown(name: ServerName): void {
    rmSync(this.downFile(name), { force: true });
  }

  isExpectedDown(name: ServerName): boolean {
    return existsSync(this.downFile(name));
  }

  /** Removes all that a stack wrote, but for the lock its caller holds. */
  remove(): void {
    for (const entry of ['stack.json', 'pids', 'down', 'logs', 'servers']) {
      rmSync(path.join(this.path, entry), { recursive: true, force: true });
    }
  }

  /** Removes the folder itself unless somebody else keeps something in it. */
  removeIfEmpty(): void {
    try {
      rmdirSync(this.path);
    } catch {
      // It is not empty, or gone already: both are fine.
    }
  }

  private get stateFile(): string {
    return path.join(this.path, 'stack.json');
  }

  private processFile(name: ServerName): string {
    return path.join(this.path, 'pids', `${name}.json`);
  }

  private downFile(name: ServerName): string {
    return path.join(this.path, 'down', name);
  }
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`reading ${file}: ${String(error)}`, { cause: error });
  }
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(aside, file);
}
