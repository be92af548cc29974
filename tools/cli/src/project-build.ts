import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from './dev-settings.ts';
import { CliError } from './cli-error.ts';

const TAIL_LINES = 30;

/** Builds libraries and services through Nx, whose cache makes an unchanged build instant. */
export async function buildProject(stateDir: string, signal?: AbortSignal): Promise<void> {
  await runLogged(
    'build',
    process.execPath,
    [
      join(projectRoot, 'node_modules/nx/dist/bin/nx.js'),
      'run-many',
      '-t',
      'build',
      '--exclude',
      'tag:kind:tool',
    ],
    join(stateDir, 'logs', 'build.log'),
    { signal },
  );
}

/** Runs a command of the set-up with its output in a log; its tail is the error when it fails. */
export async function runLogged(
  label: string,
  command: string,
  parameters: string[],
  logFile: string,
  options: {
    environment?: Record<string, string>;
    signal?: AbortSignal | undefined;
    /** Whoever shows how far it is. */
    onLine?: (line: string) => void;
  } = {},
): Promise<void> {
  mkdirSync(join(logFile, '..'), { recursive: true });
  const log = createWriteStream(logFile);
  const child = spawn(command, parameters, {
    cwd: projectRoot,
    env: { ...process.env, NX_DAEMON: 'false', ...options.environment },
    signal: options.signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const { onLine } = options;
  if (onLine !== undefined) createInterface({ input: child.stdout }).on('line', onLine);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  await new Promise((resolve) => log.end(resolve));
  if (code === 0) return;
  const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  throw new CliError(
    `${label} failed (exit ${code}):\n${tail}\nThe whole output is in ${logFile}.`,
  );
}
