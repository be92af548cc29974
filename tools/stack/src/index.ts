/** Starts, watches, restarts and stops the three real servers. See docs/stack.md. */
export { attachStack, startStack, stopStack, wipeStack } from './stack.ts';
export { stackStatus, type ServerStatus, type StackStatus } from './stack-status.ts';
export type { RunningStack, ServerExit, StackAddresses } from './running-stack.ts';
export type { ToolCommand } from './stack-servers.ts';
export { StackError, type StackErrorCode } from './stack-error.ts';
export { freePorts } from './free-ports.ts';
export { requireFreePort } from './preflight.ts';
export {
  identifyProcess,
  isAlive,
  ownIdentity,
  sendSignal,
  type ProcessIdentity,
} from './process-identity.ts';
export {
  defaultStateDir,
  devStackName,
  devStackOptions,
  portSetting,
  projectRoot,
  serverNames,
} from './stack-options.ts';
export type {
  ServerName,
  StackEvent,
  StackMode,
  StackOptions,
  StackReport,
} from './stack-options.ts';
