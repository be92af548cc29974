import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StackError } from './stack-error.ts';

export const serverNames = ['kafka', 'elasticsearch', 'postgres'] as const;
export type ServerName = (typeof serverNames)[number];

/** `auto` takes Docker where an engine with compose answers, else native processes. */
export type StackMode = 'auto' | 'native' | 'docker';

/** One stack: three servers with data, logs and ports of their own. */
export interface StackOptions {
  /** Names the stack in messages and, with Docker, the compose project. */
  name: string;
  /** Settings, pid files, logs and (where the servers' user can reach it) the data. */
  stateDir: string;
  kafkaPort: number;
  kafkaControllerPort: number;
  elasticsearchPort: number;
  postgresPort: number;
  mode: StackMode;
  /**
   * True leaves the stack without an owner: it outlives the process that started it. Otherwise
   * the next start takes the servers of a dead owner for orphans and stops them.
   */
  detached?: boolean;
}

/** The clone this file belongs to. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

export const devStackName = 'dev';

type Environment = Record<string, string | undefined>;

/** The variable that moves each port, named in the message when the port is taken. */
export const portVariables = {
  kafkaPort: 'WARTA_KAFKA_PORT',
  kafkaControllerPort: 'WARTA_KAFKA_CONTROLLER_PORT',
  elasticsearchPort: 'WARTA_ELASTICSEARCH_PORT',
  postgresPort: 'WARTA_POSTGRES_PORT',
} as const;
export type PortOption = keyof typeof portVariables;

const devPorts: Record<PortOption, number> = {
  kafkaPort: 19092,
  kafkaControllerPort: 19093,
  elasticsearchPort: 19200,
  postgresPort: 15432,
};

/**
 * The port a variable names, else the default one.
 *
 * @throws StackError `bad-setting`.
 */
export function portSetting(environment: Environment, variable: string, standard: number): number {
  const text = environment[variable] || undefined;
  const port = text === undefined ? standard : Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StackError('bad-setting', `${variable} is "${text}": set it to a port, 1 to 65535.`);
}

/**
 * The stack `npm start` uses; the environment may move its ports.
 *
 * @throws StackError `bad-setting`.
 */
export function devStackOptions(environment: Environment = process.env): StackOptions {
  const port = (option: PortOption) =>
    portSetting(environment, portVariables[option], devPorts[option]);
  return {
    name: devStackName,
    stateDir: defaultStateDir(devStackName),
    kafkaPort: port('kafkaPort'),
    kafkaControllerPort: port('kafkaControllerPort'),
    elasticsearchPort: port('elasticsearchPort'),
    postgresPort: port('postgresPort'),
    mode: stackMode(environment['WARTA_STACK_MODE']),
  };
}

export function defaultStateDir(name: string): string {
  return path.join(projectRoot, '.warta', name);
}

function stackMode(text: string | undefined): StackMode {
  const mode = text || 'auto';
  if (mode === 'auto' || mode === 'native' || mode === 'docker') return mode;
  const message = `WARTA_STACK_MODE is "${mode}": set it to auto, native or docker.`;
  throw new StackError('bad-setting', message);
}

/** Tells apart stacks of one name in different folders; short enough for a folder or project name. */
export function stackKey(options: Pick<StackOptions, 'name' | 'stateDir'>): string {
  const folder = createHash('sha256').update(path.resolve(options.stateDir)).digest('hex');
  return `${options.name}-${folder.slice(0, 8)}`;
}

/** What a stack does, for people: shown by the command line as it happens. */
export interface StackEvent {
  step: 'check' | 'fetch' | 'start' | 'wait' | 'ready' | 'stop' | 'wipe';
  server?: ServerName;
  message: string;
  /** True for lines that follow each other quickly (a download): show only the newest. */
  transient?: boolean;
}
export type StackReport = (event: StackEvent) => void;
