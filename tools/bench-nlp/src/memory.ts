import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RealArticle } from './real-articles.ts';

/** Resident memory of one process in MB, after each step. */
export type MeasuredMemory = { step: string; rssMb: number }[];

/** Runs the memory-of- programs, each in a fresh process, on these articles; before them an empty one. */
export function measureMemory(articles: readonly RealArticle[]): MeasuredMemory {
  const input = JSON.stringify(articles);
  const program = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const stepsOf = (name: string) => JSON.parse(run([program(name)], input)) as MeasuredMemory;
  const empty = run(['--eval', 'console.log(process.memoryUsage.rss() / 2 ** 20)']);
  return [
    { step: 'an empty process', rssMb: Number(empty) },
    ...stepsOf('memory-of-process'),
    ...(articles.length > 0 ? stepsOf('memory-of-workers') : []),
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
