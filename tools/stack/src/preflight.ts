import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { portOwner } from './port-owner.ts';
import { StackError } from './stack-error.ts';
import { portVariables, type PortOption, type StackOptions } from './stack-options.ts';

/**
 * About 1 GB for Maven's cache, 0.3 GB unpacked, and room for the data: under 1 GB free
 * Elasticsearch stops accepting writes.
 */
export const diskFreeBytesMin = 4_000_000_000;
/** A loopback connect answers at once or not at all. */
const connectTimeoutMs = 1_000;
/** A Docker client whose engine hangs must not hang us. */
const dockerTimeoutMs = 10_000;

/** @throws StackError `port-in-use` naming the port, its taker and how to move. */
export async function checkPorts(
  options: StackOptions,
  wanted: readonly PortOption[],
): Promise<void> {
  for (const option of wanted) {
    await requireFreePort(options[option], portVariables[option], option.replace('Port', ''));
  }
}

/**
 * For any server of this machine's Warta, on loopback.
 *
 * @throws StackError `port-in-use` naming the port, its taker and the variable that moves it.
 */
export async function requireFreePort(
  port: number,
  variable: string,
  wantedFor: string,
): Promise<void> {
  if (await isFree(port)) return;
  const owner = portOwner(port);
  throw new StackError(
    'port-in-use',
    `Port ${port}, wanted for ${wantedFor}, is already in use${owner ? ` by ${owner}` : ''}. ` +
      `Stop that program, or set ${variable} to a free port.`,
  );
}

/** Bindable is not enough: a listener on all addresses may leave the loopback address bindable. */
export async function isFree(port: number): Promise<boolean> {
  return (await canBind(port)) && !(await answers(port));
}

function canBind(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: connectTimeoutMs });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
  });
}

/** @throws StackError `disk-space` naming the folder that lies on the full disk. */
export async function checkDiskSpace(
  folder: string,
  freeBytesMin = diskFreeBytesMin,
): Promise<void> {
  let existing = path.resolve(folder);
  while (!existsSync(existing)) existing = path.dirname(existing);
  const { bavail, bsize } = await statfs(existing);
  const freeBytes = bavail * bsize;
  if (freeBytes >= freeBytesMin) return;
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  throw new StackError(
    'disk-space',
    `Only ${gigabytes(freeBytes)} GB are free on the disk of ${folder}; ` +
      `${gigabytes(freeBytesMin)} GB are needed. Free some space, or move the cache with ` +
      'WARTA_CACHE_DIR and the data with another state folder.',
  );
}

/** The full path of a program on PATH. */
export function findOnPath(
  program: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return (environment['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file));
}

/** @throws StackError `no-maven-or-docker`; only to be asked when something must be fetched. */
export function requireMaven(environment: NodeJS.ProcessEnv = process.env): string {
  const home = environment['MAVEN_HOME'];
  const inHome = home ? path.join(home, 'bin', 'mvn') : undefined;
  const found = findOnPath('mvn', environment) ?? (inHome && existsSync(inHome) ? inHome : null);
  if (found) return found;
  throw new StackError(
    'no-maven-or-docker',
    'Warta gets Kafka and Elasticsearch through Docker or Maven, and neither is here: no Docker ' +
      'engine with compose answers, and there is no "mvn" on PATH. Install Maven (for example ' +
      '"apt-get install maven" or "brew install maven"), or start a Docker engine.',
  );
}

/** True when a Docker engine answers and its client knows compose. */
export function dockerAnswers(environment: NodeJS.ProcessEnv = process.env): boolean {
  const docker = findOnPath('docker', environment);
  if (!docker) return false;
  const succeeds = (parameters: string[]) =>
    spawnSync(docker, parameters, { timeout: dockerTimeoutMs, env: environment, stdio: 'ignore' })
      .status === 0;
  return succeeds(['info', '--format', '{{.ServerVersion}}']) && succeeds(['compose', 'version']);
}
