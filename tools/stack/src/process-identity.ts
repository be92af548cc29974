import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** Enough to tell one process from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque; equal exactly when it is the same process. */
  startedAt: string;
}

/** Undefined when there is no such process, or only a zombie whose parent has not noticed yet. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const found = process.platform === 'linux' ? readProc(pid) : readPs(pid);
  if (!found || found.state.startsWith('Z') || found.state.startsWith('X')) return undefined;
  return { pid, startedAt: found.startedAt };
}

/** True while exactly that process lives; a reused process number is not it. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

export function ownIdentity(): ProcessIdentity {
  const own = identifyProcess(process.pid);
  // A system without /proc and ps still gets locks; they are then only as good as the number.
  return own ?? { pid: process.pid, startedAt: 'unknown' };
}

/** The process and everything below it, parents first. */
export function withDescendants(pid: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const [child, parent] of parents()) {
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), child]);
  }
  const found = [pid];
  for (const each of found) found.push(...(childrenOf.get(each) ?? []));
  return found;
}

/** Returns false when the process was already gone. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

interface ProcessState {
  state: string;
  parent: number;
  startedAt: string;
}

function readProc(pid: number): ProcessState | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The command may hold blanks and brackets: fields count from behind its last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, parent] = fields;
  const startTicks = fields[19];
  if (!state || !parent || !startTicks) return undefined;
  return { state, parent: Number(parent), startedAt: `${bootId()}/${startTicks}` };
}

let knownBootId: string | undefined;
/** Start times count from boot, so a restart of the machine must change the identity too. */
function bootId(): string {
  knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return knownBootId;
}

function readPs(pid: number): ProcessState | undefined {
  const line = runPs(['-p', String(pid), '-o', 'stat=,ppid=,lstart='])[0];
  const match = line && /^\s*(\S+)\s+(\d+)\s+(.+?)\s*$/.exec(line);
  if (!match) return undefined;
  const [, state = '', parent = '', startedAt = ''] = match;
  return { state, parent: Number(parent), startedAt };
}

function parents(): [child: number, parent: number][] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
      .flatMap((pid): [number, number][] => {
        const found = readProc(pid);
        return found ? [[pid, found.parent]] : [];
      });
  }
  return runPs(['-A', '-o', 'pid=,ppid=']).map((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return [pid ?? 0, parent ?? 0];
  });
}

function runPs(parameters: string[]): string[] {
  try {
    const output = execFileSync('ps', parameters, { encoding: 'utf8', stdio: 'pipe' });
    return output.split('\n').filter((line) => line.trim() !== '');
  } catch {
    return [];
  }
}
