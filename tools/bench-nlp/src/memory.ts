import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RealArticle } from './real-articles.ts';

/** Resident memory of one process in MB, after each step. */
export type MeasuredMemory = { step: string; rssMb: number }[];

/** Runs memory-of-process.ts in a fresh process, on these articles; before it an empty one. */
export function measureMemory(articles: readonly RealArticle[]): MeasuredMemory {
  const program = fileURLToPath(new URL('./memory-of-process.ts', import.meta.url));
  const empty = run(['--eval', 'console.log(process.memoryUsage.rss() / 2 ** 20)']);
  const steps = run([program], JSON.stringify(articles));
  return [
    { step: 'an empty process', rssMb: Number(empty) },
    ...(JSON.parse(steps) as MeasuredMemory),
  ];
}

function run(args: readonly string[], input = ''): string {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, '--expose-gc', ...args],
    { encoding: 'utf8', input },
  );
  if (status !== 0) throw new Error(`measuring memory: exit ${status}: ${stderr}`);
  return stdout;
}
