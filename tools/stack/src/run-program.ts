import { spawn } from 'node:child_process';

/** Enough output to show why a program failed. */
const outputTailChars = 2_000;

/**
 * Runs a program to its end, with the text as its input.
 *
 * @throws Error with the end of its output when it exits non-zero.
 */
export function runProgram(
  command: string,
  parameters: string[],
  options: {
    ids?: { uid: number; gid: number };
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    input?: string;
  },
): Promise<void> {
  const { ids, input, ...rest } = options;
  const child = spawn(command, parameters, { ...rest, ...ids, stdio: 'pipe' });
  let tail = '';
  const read = (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-outputTailChars);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  // A program that ends before it read its input says why by its exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`running ${command}: exit ${code ?? signal}\n${tail.trim()}`));
    });
  });
}
