import { readFileSync } from 'node:fs';
import { annotate } from '@warta/nlp';
import type { MeasuredMemory } from './memory.ts';
import type { RealArticle } from './real-articles.ts';

/**
 * A process that does nothing but annotate the articles on its standard input, and prints as JSON what it takes after each step. Run by
 * memory.ts, with the collector called before each look: garbage waiting to be collected is not needed.
 */
const megabyte = 2 ** 20;
const steps: MeasuredMemory = [];
const look = (step: string) => {
  (globalThis as { gc?: () => void }).gc?.();
  steps.push({ step, rssMb: process.memoryUsage.rss() / megabyte });
};

look('the extractor imported, no model loaded');
await annotate({ body: 'Presiden Joko Widodo tiba di Jakarta.' }, { declaredLanguage: 'id' });
await annotate({ body: 'The president came to London on Monday.' }, { declaredLanguage: 'en' });
look('the models of both languages loaded');
const articles = JSON.parse(readFileSync(0, 'utf8')) as RealArticle[];
for (const { title, body, publishedAt } of articles) {
  await annotate({ title, body }, { publishedAt, declaredLanguage: 'id' });
}
if (articles.length > 0) look(`${articles.length} articles annotated`);
console.log(JSON.stringify(steps));
