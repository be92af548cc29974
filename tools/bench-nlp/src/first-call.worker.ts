import { parentPort, workerData } from 'node:worker_threads';
import { annotate } from '@warta/nlp';
import type { FirstCall } from './speed.ts';

/** A worker that has done nothing yet: loads the extractor and annotates one short text twice. */
const { language, startedAt } = workerData as { language: 'id' | 'en'; startedAt: number };
const bodies = {
  id: 'Presiden Joko Widodo bertemu Kim Jong Un di Jakarta, Senin (12/6/2023).',
  en: 'Ursula von der Leyen met the governor of the Bank of England in London on Monday.',
};

const loaded = Date.now();
const annotateOnce = async () => {
  const before = performance.now();
  await annotate({ body: bodies[language] }, { declaredLanguage: language });
  return performance.now() - before;
};
const answer: FirstCall = {
  loadedMs: loaded - startedAt,
  firstMs: await annotateOnce(),
  secondMs: await annotateOnce(),
};
parentPort?.postMessage(answer);
