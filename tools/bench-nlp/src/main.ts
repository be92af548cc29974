import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { EXTRACTOR, EXTRACTOR_VERSION } from '@warta/nlp';
import type { MeasuredArticles } from './article-measures.ts';
import { measureArticles } from './article-measures.ts';
import { measureCases } from './cases.ts';
import { measureEnglishQuotes } from './english-quotes.ts';
import { measureLanguages } from './languages.ts';
import { readMarkedArticles } from './marked-articles.ts';
import { measureMemory } from './memory.ts';
import { readModels } from './models.ts';
import type { Progress } from './progress.ts';
import { progressOn } from './progress.ts';
import type { QualityFacts } from './quality-page.ts';
import { foldScores, mayReplace, qualityPage } from './quality-page.ts';
import type { RealArticle } from './real-articles.ts';
import { readRealArticles } from './real-articles.ts';
import { measureRecognition } from './recognition.ts';
import type { SpeedFacts } from './speed-page.ts';
import { articlesForSpeed, measureFirstCall, measureSpeed } from './speed.ts';

/**
 * Measures the extraction on all that is marked, beside baselines on the same sentences, prints what it
 * found and writes it to docs/quality.md.
 *
 *     npm run bench:nlp -- [--sets tune,last] [--out FILE]
 *
 * `--sets tune` leaves the held-out half alone: for whoever is still changing something.
 */
const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'tune,last' },
    out: { type: 'string', default: new URL('../../../docs/quality.md', import.meta.url).pathname },
  },
});
const sets = (['tune', 'last'] as const).filter((set) => values.sets.split(',').includes(set));
const progress = progressOn(process.stderr);
const all = readRealArticles();

const facts = await measureAll(all, progress);
const page = qualityPage(facts);
console.log(page);
for (const part of facts.leftOut) console.error(`left out: ${part}`);
const before = existsSync(values.out) ? readFileSync(values.out, 'utf8') : undefined;
if (mayReplace(before, facts.leftOut)) {
  writeFileSync(values.out, page);
  console.error(`written: ${values.out}`);
} else {
  console.error(`${values.out} stays: this run has measured less than what it has.`);
  process.exitCode = 1;
}

async function measureAll(
  articles: readonly RealArticle[] | undefined,
  say: Progress,
): Promise<QualityFacts> {
  const leftOut = new Set<string>();
  if (!articles) leftOut.add('whole articles and speed on them (../shared/data/articles-id)');
  for (const set of ['tune', 'last'] as const) {
    if (!sets.includes(set)) leftOut.add(`the marked articles of \`${set}\``);
  }
  const recognition = await measureRecognition(say, leftOut);
  const measuredArticles: MeasuredArticles[] = [];
  for (const set of articles ? sets : []) {
    measuredArticles.push(await measureArticles(set, articles ?? [], say));
  }
  const englishQuotes = await measureEnglishQuotes(say, leftOut);
  const cases = await measureCases(articles ? readMarkedArticles('tune', articles) : [], say);
  const models = readModels();
  if (foldScores(models).length === 0) leftOut.add("NERUI's folds (no manifest has them)");
  return {
    extractor: EXTRACTOR,
    version: EXTRACTOR_VERSION,
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`,
    node: process.versions.node,
    models,
    recognition,
    articles: measuredArticles,
    englishQuotes,
    cases,
    languages: await measureLanguages(articlesForSpeed(articles ?? []), say),
    speed: await measureSpeeds(articles ?? [], say, models),
    leftOut: [...leftOut],
  };
}

async function measureSpeeds(
  articles: readonly RealArticle[],
  say: Progress,
  models: SpeedFacts['models'],
): Promise<SpeedFacts> {
  const chosen = articlesForSpeed(articles);
  // First what needs a fresh process, while this one rests.
  const memory = measureMemory(chosen);
  const firstCalls: SpeedFacts['firstCalls'] = [
    { language: 'id', ...(await measureFirstCall('id')) },
    { language: 'en', ...(await measureFirstCall('en')) },
  ];
  return { memory, firstCalls, speeds: await measureSpeed(chosen, say), models };
}
