import { DockerServers } from './docker-servers.ts';
import { fetchServers } from './fetch-servers.ts';
import { findJdk } from './find-jdk.ts';
import { withLock } from './lock-file.ts';
import { NativeServers } from './native-servers.ts';
import { checkDiskSpace, checkPorts, dockerAnswers } from './preflight.ts';
import { isAlive, ownIdentity } from './process-identity.ts';
import {
  runningStack,
  stackAddresses,
  type RunningStack,
  type StackAddresses,
} from './running-stack.ts';
import { accountOwning, cacheDir, serverAccount, serverDir } from './server-account.ts';
import { loopback } from './server-recipe.ts';
import { StackError } from './stack-error.ts';
import {
  serverNames,
  type PortOption,
  type ServerName,
  type StackOptions,
  type StackReport,
} from './stack-options.ts';
import type { StackServers } from './stack-servers.ts';
import { StateFolder, type NativeState, type StackState } from './stack-state.ts';

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

    const state = await prepare(options, saved, report);
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
export function wipeStack(
  options: Pick<StackOptions, 'name' | 'stateDir'>,
  report: StackReport = silent,
): Promise<void> {
  return locked(options, report, async (folder) => {
    const state = folder.readState();
    if (state) {
      await stopLeftovers(state, folder, report);
      report({ step: 'wipe', message: `deleting the data of stack "${options.name}"` });
      await serversOf(state, report).wipe();
    }
    folder.remove();
  });
}

export interface StackStatus {
  /** All three servers do real work. */
  isHealthy: boolean;
  mode?: 'native' | 'docker';
  /** The process that stops the stack when it ends; absent for a detached or stopped stack. */
  ownerPid?: number;
  addresses?: StackAddresses;
  servers: ServerStatus[];
}

export interface ServerStatus {
  name: ServerName;
  /** Host and port, or what it would be. */
  address: string;
  isRunning: boolean;
  /** Does real work. */
  healthy: boolean;
  /** Present when healthy. */
  version?: string;
  /** Present when not healthy. */
  problem?: string;
  log?: string;
}

/** Asks every server. Changes nothing and waits for no lock. */
export async function stackStatus(
  options: Pick<StackOptions, 'name' | 'stateDir'>,
): Promise<StackStatus> {
  const state = new StateFolder(options.stateDir).readState();
  const servers = state && serversOf(state, silent);
  const ask = (name: ServerName) => serverStatus(name, state, servers);
  const answers = await Promise.all(serverNames.map(ask));
  return {
    isHealthy: answers.every((answer) => answer.healthy),
    mode: state?.mode,
    ownerPid: state?.owner && isAlive(state.owner) ? state.owner.pid : undefined,
    addresses: state && stackAddresses(state),
    servers: answers,
  };
}

async function serverStatus(
  name: ServerName,
  state: StackState | undefined,
  servers: StackServers | undefined,
): Promise<ServerStatus> {
  const down = { name, address: '', isRunning: false, healthy: false };
  if (!state || !servers) return { ...down, problem: 'never started' };
  const address = `${loopback}:${state.options[`${name}Port`]}`;
  const log = servers.logHint(name);
  if (!(await servers.isRunning(name))) return { ...down, address, log, problem: 'not running' };
  const up = { name, address, log, isRunning: true };
  try {
    return { ...up, healthy: true, version: await servers.probe(name) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...up, healthy: false, problem };
  }
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

function ownerFor(options: StackOptions) {
  return options.detached ? undefined : ownIdentity();
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

/** Everything that can be wrong with the machine is found here, before anything is started. */
async function prepare(
  options: StackOptions,
  saved: StackState | undefined,
  report: StackReport,
): Promise<StackState> {
  report({ step: 'check', message: 'checking ports, disk and programs' });
  const ports: PortOption[] = ['kafkaPort', 'elasticsearchPort', 'postgresPort'];
  const owner = ownerFor(options);
  // Data lives where it was first written: what `auto` chose once, it chooses again.
  const mode = options.mode === 'auto' ? (saved?.mode ?? chooseMode()) : options.mode;
  if (mode === 'docker') {
    if (!dockerAnswers()) {
      const advice = 'Start it (it needs the compose plugin), or use mode native.';
      throw new StackError('no-docker', `No Docker engine answers. ${advice}`);
    }
    await checkPorts(options, ports);
    return { options, mode, owner };
  }
  await checkPorts(options, [...ports, 'kafkaControllerPort']);
  const native = await prepareNative(options, saved?.native, report);
  return { options, mode, owner, native };
}

function chooseMode(): 'native' | 'docker' {
  return dockerAnswers() ? 'docker' : 'native';
}

async function prepareNative(
  options: StackOptions,
  saved: NativeState | undefined,
  report: StackReport,
): Promise<NativeState> {
  const data = saved?.serverDir ?? serverDir(options, serverAccount());
  const account = accountOwning(data);
  const jdk = await findJdk(account);
  report({ step: 'check', message: `using JDK ${jdk.version} in ${jdk.home}` });
  await checkDiskSpace(data);
  const files = await fetchServers(cacheDir(account), jdk, report);
  return { serverDir: data, account, javaHome: jdk.home, javaBin: jdk.javaBin, ...files };
}

function serversOf(state: StackState, report: StackReport): StackServers {
  if (state.native) return new NativeServers(state.options, state.native, report);
  return new DockerServers(state.options, report);
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
