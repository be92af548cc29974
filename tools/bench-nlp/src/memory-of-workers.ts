import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { MeasuredMemory } from './memory.ts';

/** A process that starts worker threads one by one, each annotating the articles on standard input. */
const WORKERS = 3;
const megabyte = 2 ** 20;
const articles: unknown = JSON.parse(readFileSync(0, 'utf8'));
const steps: MeasuredMemory = [];
for (let workers = 1; workers <= WORKERS; workers += 1) {
  const worker = new Worker(new URL('./annotating.worker.ts', import.meta.url), {
    workerData: articles,
  });
  await once(worker, 'message');
  const step = `${workers} worker thread${workers > 1 ? 's' : ''}, each after the articles`;
  steps.push({ step, rssMb: process.memoryUsage.rss() / megabyte });
}
console.log(JSON.stringify(steps));
process.exit();
