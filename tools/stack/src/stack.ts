import { withLock } from './lock-file.ts';
import { ownerFor, prepareStack } from './prepare-stack.ts';
import { isAlive } from './process-identity.ts';
import { runningStack, type RunningStack } from './running-stack.ts';
import { serversOf } from './servers-of.ts';
import { StackError } from './stack-error.ts';
import { serverNames, type StackOptions, type StackReport } from './stack-options.ts';
import type { StackServers } from './stack-servers.ts';
import { StateFolder, type StackState } from './stack-state.ts';
import { stackStatus } from './stack-status.ts';

const silent: StackReport = () => undefined;

/**
 * Starts the three servers, or takes over a running detached stack. Servers left by a killed
 * start are stopped first; data of earlier starts is kept. When one server fails, or `signal`
 * aborts, those already started are stopped again.
 *
 * @throws StackError when something about the machine must change first; its message says what.
 */
export function startStack(
  options: StackOptions,
  report: StackReport = silent,
  signal?: AbortSignal,
): Promise<RunningStack> {
  return locked(options, report, async (folder) => {
    const saved = folder.readState();
    refuseForeignOwner(options, saved);
    const taken = saved && (await takeOver(options, saved, folder, report));
    if (taken) return taken;
    if (saved) await stopLeftovers(saved, folder, report);

    const state = await prepareStack(options, saved, report);
    folder.writeState(state);
    const servers = serversOf(state, report);
    for (const name of serverNames) folder.markExpectedDown(name);
    try {
      signal?.throwIfAborted();
      await servers.start(serverNames, signal);
    } catch (error) {
      await stopLeftovers(state, folder, report);
      throw error;
    }
    for (const name of serverNames) folder.unmarkExpectedDown(name);
    return handle(state, servers, folder, report);
  });
}

/**
 * A handle on a stack that some process started, without becoming its owner.
 *
 * @throws StackError `stack-not-running` when one of the servers does not work.
 */
export async function attachStack(
  options: Pick<StackOptions, 'name' | 'stateDir'>,
  report: StackReport = silent,
): Promise<RunningStack> {
  const folder = new StateFolder(options.stateDir);
  const state = folder.readState();
  const servers = state && serversOf(state, report);
  const status = await stackStatus(options);
  if (!state || !servers || !status.isHealthy) {
    throw new StackError('stack-not-running', `The stack "${options.name}" is not running.`);
  }
  return handle(state, servers, folder, report);
}

/** Stops the servers, whoever started them. Returns false when none was running. */
export function stopStack(
  options: Pick<StackOptions, 'name' | 'stateDir'>,
  report: StackReport = silent,
): Promise<boolean> {
  return locked(options, report, async (folder) => {
    const state = folder.readState();
    return state ? await stopLeftovers(state, folder, report) : false;
  });
}

/** Stops the servers and deletes everything the stack wrote: data, logs, settings. */
export async function wipeStack(
  options: Pick<StackOptions, 'name' | 'stateDir'>,
  report: StackReport = silent,
): Promise<void> {
  await locked(options, report, async (folder) => {
    const state = folder.readState();
    if (state) {
      await stopLeftovers(state, folder, report);
      report({ step: 'wipe', message: `deleting the data of stack "${options.name}"` });
      await serversOf(state, report).wipe();
    }
    folder.remove();
  });
  new StateFolder(options.stateDir).removeIfEmpty();
}

function locked<T>(
  options: Pick<StackOptions, 'name' | 'stateDir'>,
  report: StackReport,
  work: (folder: StateFolder) => Promise<T>,
): Promise<T> {
  const folder = new StateFolder(options.stateDir);
  const onWait = (pid: number) =>
    report({ step: 'wait', message: `process ${pid} works on this stack; waiting for it` });
  return withLock(folder.lockFile, onWait, () => work(folder));
}

function refuseForeignOwner(options: StackOptions, saved: StackState | undefined): void {
  const owner = saved?.owner;
  if (!owner || owner.pid === process.pid || !isAlive(owner)) return;
  throw new StackError(
    'stack-in-use',
    `The stack "${options.name}" is already running, started by process ${owner.pid}. Stop that ` +
      'one first (Ctrl-C there), or choose another name, state folder and ports.',
  );
}

/** A healthy stack without a living owner is used as it is, when it is what was asked for. */
async function takeOver(
  options: StackOptions,
  saved: StackState,
  folder: StateFolder,
  report: StackReport,
): Promise<RunningStack | undefined> {
  if (saved.owner) return undefined;
  const ports = ['kafkaPort', 'kafkaControllerPort', 'elasticsearchPort', 'postgresPort'] as const;
  const isSame = ports.every((port) => saved.options[port] === options[port]);
  const isWanted = options.mode === 'auto' || options.mode === saved.mode;
  if (!isSame || !isWanted || !(await stackStatus(options)).isHealthy) return undefined;
  report({ step: 'ready', message: `the stack "${options.name}" is already running` });
  const state = { ...saved, options, owner: ownerFor(options) };
  folder.writeState(state);
  return handle(state, serversOf(state, report), folder, report);
}

async function stopLeftovers(
  state: StackState,
  folder: StateFolder,
  report: StackReport,
): Promise<boolean> {
  const servers = serversOf(state, report);
  const running = await Promise.all(serverNames.map((name) => servers.isRunning(name)));
  for (const name of serverNames) folder.markExpectedDown(name);
  // Also asked of those that look stopped: a start killed half-way recorded too little.
  await servers.stop(serverNames);
  folder.writeState({ ...state, owner: undefined });
  return running.includes(true);
}

function handle(
  state: StackState,
  servers: StackServers,
  folder: StateFolder,
  report: StackReport,
): RunningStack {
  const stop = async () => {
    await stopStack(state.options, report);
  };
  return runningStack(state, servers, folder, report, stop);
}
