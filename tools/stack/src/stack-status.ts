import { isAlive } from './process-identity.ts';
import { stackAddresses, type StackAddresses } from './running-stack.ts';
import { loopback } from './server-recipe.ts';
import { serversOf } from './servers-of.ts';
import { serverNames, type ServerName, type StackOptions } from './stack-options.ts';
import type { StackServers } from './stack-servers.ts';
import { StateFolder, type StackState } from './stack-state.ts';

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
  const servers = state && serversOf(state, () => undefined);
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
