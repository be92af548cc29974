import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { annotate } from '@warta/nlp';
import type { AnnotatedHash, TextToHash } from './annotate-twice.ts';

/** Annotates each text and says what its annotation is as bytes. */
for (const { id, title, body, publishedAt } of workerData as TextToHash[]) {
  const annotation = await annotate({ title, body }, { publishedAt });
  const sha256 = createHash('sha256').update(JSON.stringify(annotation)).digest('hex');
  parentPort?.postMessage({ id, sha256 } satisfies AnnotatedHash);
}
