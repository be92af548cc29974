import { DockerServers } from './docker-servers.ts';
import { NativeServers } from './native-servers.ts';
import type { StackReport } from './stack-options.ts';
import type { StackServers } from './stack-servers.ts';
import type { StackState } from './stack-state.ts';

/** The one place that knows both kinds. */
export function serversOf(state: StackState, report: StackReport): StackServers {
  if (state.native) return new NativeServers(state.options, state.native, report);
  return new DockerServers(state.options, report);
}
