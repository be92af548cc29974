import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './dev-settings.ts';

/** What one part of `npm test` counted. */
export interface PartResult {
  part: string;
  passed: number;
  failed: number;
  seconds: number;
  /** What was not run, by name and with the reason. */
  leftOut: string[];
}

/** A test that cannot run somewhere says so on a line of its own that begins like this. */
const LEFT_OUT = /^\s*left out: (.+)$/;

/** How to tell from the output of a command of several tasks which it ran and which failed. */
interface TaskLines {
  ran: RegExp;
  failed: RegExp;
}

/** A command that passes or fails as a whole, or by its tasks when told how to know them. */
export async function countedCommand(
  part: string,
  command: string,
  parameters: string[],
  tasks?: TaskLines,
): Promise<PartResult> {
  const { code, lines, seconds } = await runShown(command, parameters, {});
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  const isGood = code === 0;
  // An exit code that no task explains is still a failure.
  const failed = isGood ? 0 : Math.max(1, tasks ? count(tasks.failed) : 0);
  const passed = tasks ? Math.max(0, count(tasks.ran) - failed) : Number(isGood);
  return { part, passed, failed, seconds, leftOut: leftOutOf(lines) };
}

interface JestSummary {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

/** One kind of tests by jest; a file that does not even load counts as one failure. */
export async function runJest(
  kind: 'unit' | 'integration' | 'e2e',
  environment: Record<string, string>,
): Promise<PartResult> {
  const outputFile = join(projectRoot, '.warta', 'test-results', `${kind}.json`);
  mkdirSync(join(outputFile, '..'), { recursive: true });
  rmSync(outputFile, { force: true });
  const jest = join(projectRoot, 'node_modules/jest/bin/jest.js');
  // The end-to-end tests stop servers that all of them use; the others have what is theirs alone.
  const workers = kind === 'e2e' ? '--runInBand' : '--maxWorkers=2';
  const { code, lines, seconds } = await runShown(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      jest,
      '--selectProjects',
      kind,
      '--json',
      `--outputFile=${outputFile}`,
      workers,
      '--passWithNoTests',
    ],
    environment,
  );
  const result = { part: kind, seconds, leftOut: leftOutOf(lines) };
  let summary: JestSummary;
  try {
    summary = JSON.parse(readFileSync(outputFile, 'utf8')) as JestSummary;
  } catch {
    return { ...result, passed: 0, failed: 1 };
  }
  const skipped = summary.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'pending' || test.status === 'todo');
  result.leftOut.push(...skipped.map((test) => `${test.fullName} (marked as skipped)`));
  const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  // An exit code that nothing above explains is still a failure.
  return { ...result, passed: summary.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
}

/** What the output of tests names as not run. */
export function leftOutOf(lines: string[]): string[] {
  return lines.flatMap((line) => LEFT_OUT.exec(line)?.[1] ?? []);
}

/** Runs a command with its output shown on standard error as it comes, and kept. */
async function runShown(
  command: string,
  parameters: string[],
  environment: Record<string, string>,
): Promise<{ code: number; lines: string[]; seconds: number }> {
  const startedAtMs = Date.now();
  const child = spawn(command, parameters, {
    cwd: projectRoot,
    env: { ...process.env, NX_DAEMON: 'false', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      // Some tools colour what they print whenever CI is set.
      lines.push(stripVTControlCharacters(line));
      process.stderr.write(`${line}\n`);
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, lines, seconds: Math.round((Date.now() - startedAtMs) / 1000) };
}
