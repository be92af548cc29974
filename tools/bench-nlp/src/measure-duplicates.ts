import { writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { duplicatesPage } from './duplicates-page.ts';
import { measureDuplicates } from './duplicates.ts';
import { readRealArticles } from './real-articles.ts';

/**
 * Measures how well and how fast copies are found, prints it and writes it to docs/duplicates.md.
 *
 *     npm run bench:duplicates -- [--out FILE]
 */
const page = new URL('../../../docs/duplicates.md', import.meta.url).pathname;
const { values } = parseArgs({ options: { out: { type: 'string', default: page } } });
const articles = readRealArticles();
if (articles === undefined) {
  console.error('left out: ../shared/data/articles-id is not there; docs/duplicates.md stays.');
  process.exitCode = 1;
} else {
  const facts = measureDuplicates(articles);
  const text = duplicatesPage(facts, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.versions.node,
  });
  console.log(text);
  writeFileSync(values.out, text);
}
