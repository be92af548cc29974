import type { ServerName } from './stack-options.ts';

/** How one native server is prepared, started, asked for its health and stopped. */
export interface ServerRecipe {
  name: ServerName;
  /** The port people know it by. */
  port: number;
  /** Writes configuration and, once, the data folder. Safe to repeat; the server is not running. */
  prepare(): Promise<void>;
  command: string;
  parameters: string[];
  environment: NodeJS.ProcessEnv;
  workingDir: string;
  /**
   * Where the server writes its own process number, when the started process is only a launcher
   * that leaves once the server runs.
   */
  ownPidFile?: string;
  /** What the command line of the process in `ownPidFile` must hold to be this stack's server. */
  commandMark?: string;
  /**
   * More than one where a start right after a crash may fail because remains of the crashed
   * server are still going away.
   */
  startAttemptsMax: number;
  /** Asks for an orderly end, with clients still connected. */
  stopSignal: NodeJS.Signals;
  /** How long an orderly end may take before it is killed. */
  stopTimeoutMs: number;
  /** How long it may take from start to healthy, on a slow machine. */
  startTimeoutMs: number;
  /** Resolves with the version once the server does real work; rejects while it cannot. */
  probe(): Promise<string>;
}

/** What the recipes are made from. */
export interface RecipeContext {
  /** Everything this stack's servers write lies below it. */
  serverDir: string;
  logDir: string;
  javaHome: string;
  javaBin: string;
  /** For programs a recipe runs while preparing: as whom. */
  ids?: { uid: number; gid: number };
}

/** Every server listens here only: the stack has no passwords worth the name. */
export const loopback = '127.0.0.1';
