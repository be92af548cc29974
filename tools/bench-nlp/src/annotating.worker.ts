import { parentPort, workerData } from 'node:worker_threads';
import { annotateArticle } from './article-measures.ts';
import type { RealArticle } from './real-articles.ts';

/** Annotates the articles it was started with, as one of the enricher's workers would, and stays. */
for (const article of workerData as RealArticle[]) await annotateArticle(article);
parentPort?.postMessage('done');
parentPort?.on('message', () => {});
