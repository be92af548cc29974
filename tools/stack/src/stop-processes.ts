import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { execFileSync } from 'node:child_process';
import {
  identifyProcess,
  isAlive,
  sendSignal,
  withDescendants,
  type ProcessIdentity,
} from './process-identity.ts';
import type { ServerRecipe } from './server-recipe.ts';
import type { StackReport } from './stack-options.ts';

const pollMs = 100;
/** The kernel needs a moment to end even a killed process, more so with much memory to free. */
const killTimeoutMs = 10_000;

/**
 * What is left of a server: the recorded process, and the one the server itself wrote down, if
 * that really is ours. The second matters when the starter died before it could record it.
 */
export function leftoverProcesses(
  recorded: ProcessIdentity | undefined,
  recipe: ServerRecipe,
): ProcessIdentity[] {
  const found = recorded ? [recorded] : [];
  const pid = recipe.ownPidFile ? readPid(recipe.ownPidFile) : undefined;
  if (pid === undefined || pid === recorded?.pid) return found;
  const own = identifyProcess(pid);
  const { commandMark } = recipe;
  if (own && commandMark && commandLine(pid).includes(commandMark)) found.push(own);
  return found;
}

/** Ends the processes and all below them: orderly, then by force. Returns when none is left. */
export async function stopProcesses(
  mains: ProcessIdentity[],
  recipe: ServerRecipe,
  report: StackReport,
): Promise<void> {
  const all = mains
    .flatMap(({ pid }) => withDescendants(pid))
    .flatMap((pid) => identifyProcess(pid) ?? []);
  // Behind a launcher that is still there, the server itself must hear it too.
  const hearers = recipe.ownPidFile ? all : mains;
  for (const { pid } of hearers) sendSignal(pid, recipe.stopSignal);
  // One that was stopped (SIGSTOP) cannot hear the first signal before it runs again.
  for (const { pid } of all) sendSignal(pid, 'SIGCONT');
  if (await allGone(all, recipe.stopTimeoutMs)) return;
  const message = `${recipe.name} does not end, killing it`;
  report({ step: 'stop', server: recipe.name, message });
  for (const each of all) if (isAlive(each)) sendSignal(each.pid, 'SIGKILL');
  if (await allGone(all, killTimeoutMs)) return;
  const left = all.filter(isAlive).map(({ pid }) => pid);
  throw new Error(`stopping ${recipe.name}: processes ${left.join(', ')} cannot be killed`);
}

async function allGone(processes: ProcessIdentity[], timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (processes.some(isAlive)) {
    if (Date.now() > deadline) return false;
    await sleep(pollMs);
  }
  return true;
}

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  }
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
