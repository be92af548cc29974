import { withLock } from './lock-file.ts';
import { postgresLogin } from './postgres-server.ts';
import { loopback } from './server-recipe.ts';
import { serverNames, type ServerName, type StackReport } from './stack-options.ts';
import type { StackServers, ToolCommand } from './stack-servers.ts';
import type { StateFolder, StackState } from './stack-state.ts';

/** Where the servers of a stack answer. */
export interface StackAddresses {
  kafkaBrokers: string[];
  elasticsearchUrl: string;
  postgres: { host: string; port: number; user: string; password: string; database: string };
  /** Native mode only; `kafkaTool` works in both. */
  javaBin?: string;
  /** Folder of the jars that Kafka and its own Java tools run from. Native mode only. */
  kafkaLibs?: string;
}

export interface ServerExit {
  server: ServerName;
  /** Where to read its last words. */
  log: string;
}

/** A stack whose three servers were healthy when this handle was made. */
export interface RunningStack extends StackAddresses {
  readonly mode: 'native' | 'docker';
  /**
   * Resolves when a server is gone that nobody stopped through this module; at once when one is
   * gone already. After it was brought back, read the property again for the next one. Watching
   * does not keep the process alive, and ends with `stop` and `detach`.
   */
  readonly exited: Promise<ServerExit>;
  /**
   * Stops the server if it is there in whatever state (frozen, too) and starts it with the same
   * data; with `onlyIfDown`, leaves a live one alone. Resolves when it does real work again.
   */
  restartServer(name: ServerName, options?: { onlyIfDown?: boolean }): Promise<void>;
  /** Sends a signal to the server and all its processes: SIGKILL for a crash, SIGSTOP to freeze. */
  killServer(name: ServerName, signal: NodeJS.Signals): Promise<void>;
  /**
   * How to run one of Kafka's own Java tools by its class name. `--bootstrap-server` is put in.
   */
  kafkaTool(mainClass: string, parameters: string[]): ToolCommand;
  /** Stops all three; the data stays. Does nothing when they are stopped. */
  stop(): Promise<void>;
  /** Ends the watching behind `exited` without touching the servers. */
  detach(): void;
}

export function stackAddresses(state: StackState): StackAddresses {
  const { kafkaPort, elasticsearchPort, postgresPort } = state.options;
  return {
    kafkaBrokers: [`${loopback}:${kafkaPort}`],
    elasticsearchUrl: `http://${loopback}:${elasticsearchPort}`,
    postgres: { host: loopback, port: postgresPort, ...postgresLogin },
    javaBin: state.native?.javaBin,
    kafkaLibs: state.native?.kafkaLibs,
  };
}

export function runningStack(
  state: StackState,
  servers: StackServers,
  folder: StateFolder,
  report: StackReport,
  stop: () => Promise<void>,
): RunningStack {
  const watch = watchServers(servers, folder);
  const onWait = (pid: number) =>
    report({ step: 'wait', message: `process ${pid} works on this stack; waiting for it` });
  return {
    ...stackAddresses(state),
    mode: state.mode,
    get exited() {
      return watch.exited();
    },
    restartServer: (name, options) =>
      withLock(folder.lockFile, onWait, async () => {
        if (options?.onlyIfDown && (await servers.isRunning(name))) return;
        folder.markExpectedDown(name);
        await servers.stop([name]);
        await servers.start([name]);
        folder.unmarkExpectedDown(name);
        watch.forget(name);
      }),
    killServer: (name, signal) => servers.kill(name, signal),
    kafkaTool: (mainClass, parameters) => servers.kafkaTool(mainClass, parameters),
    async stop() {
      watch.stop();
      await stop();
    },
    detach: () => watch.stop(),
  };
}

/** Looks at the processes from outside: some were not started by this process. */
function watchServers(servers: StackServers, folder: StateFolder) {
  const dead = new Map<ServerName, ServerExit>();
  let next: PromiseWithResolvers<ServerExit> | undefined;
  const look = async () => {
    for (const server of serverNames) {
      const isDown = !(await servers.isRunning(server)) && !folder.isExpectedDown(server);
      if (!isDown) {
        dead.delete(server);
      } else if (!dead.has(server)) {
        const exit = { server, log: servers.logHint(server) };
        dead.set(server, exit);
        next?.resolve(exit);
        next = undefined;
      }
    }
  };
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    // A look that fails (Docker busy) is repeated; it says nothing about the servers.
    look()
      .catch(() => undefined)
      .finally(() => (isLooking = false));
  }, servers.watchIntervalMs);
  // Watching alone is no reason for a process to stay.
  timer.unref();
  return {
    exited(): Promise<ServerExit> {
      const [known] = dead.values();
      if (known) return Promise.resolve(known);
      next ??= Promise.withResolvers<ServerExit>();
      return next.promise;
    },
    /** The server is back: its next end is news again. */
    forget: (server: ServerName) => dead.delete(server),
    stop: () => clearInterval(timer),
  };
}
