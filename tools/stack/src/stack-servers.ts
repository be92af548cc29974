import type { ServerName } from './stack-options.ts';

/** A command that runs one of Kafka's own Java tools against this stack's broker. */
export interface ToolCommand {
  command: string;
  parameters: string[];
}

/** The three servers of one stack, wherever they run. Callers hold the stack's lock. */
export interface StackServers {
  /** How often asking `isRunning` of all three costs nearly nothing. */
  readonly watchIntervalMs: number;
  /** Starts those named and waits until each does real work. Resolves with their versions. */
  start(names: readonly ServerName[], signal?: AbortSignal): Promise<Record<string, string>>;
  /** Orderly first, by force when that takes too long. Data stays. */
  stop(names: readonly ServerName[]): Promise<void>;
  /** Sends a signal to the server with all its processes, as a crash or a freeze would hit it. */
  kill(name: ServerName, signal: NodeJS.Signals): Promise<void>;
  /** True while the server's process exists, healthy or not. */
  isRunning(name: ServerName): Promise<boolean>;
  /** The server's version; rejects with what is wrong when it does not do its work. */
  probe(name: ServerName): Promise<string>;
  /** Deletes the data. The servers are stopped. */
  wipe(): Promise<void>;
  /** With the broker's address put in as `--bootstrap-server`. */
  kafkaTool(mainClass: string, parameters: string[]): ToolCommand;
  /** Where to read what the server says, for a message. */
  logHint(name: ServerName): string;
}
