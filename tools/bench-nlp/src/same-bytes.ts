import { annotateTwice } from './annotate-twice.ts';
import { progressOn } from './progress.ts';
import { readRealArticles } from './real-articles.ts';

/**
 * Annotates real articles twice and compares every byte:
 *   node --conditions=@warta/source tools/bench-nlp/src/same-bytes.ts [articles, 5000]
 * Ends with 1 when any annotation differs from its twin.
 */
const ARTICLES = 5_000;
/** Enough to see what differing articles have in common. */
const DIFFERING_SHOWN_MAX = 20;

const wanted = Number(process.argv[2] ?? ARTICLES);
const corpus = readRealArticles();
if (!Number.isSafeInteger(wanted) || wanted < 1) {
  console.error('the number of articles must be a whole number above 0');
  process.exitCode = 2;
} else if (!corpus) {
  console.error('left out: the articles, ../shared/data/articles-id is absent');
} else {
  await compare(wanted);
}

async function compare(count: number): Promise<void> {
  // From all publishers: the corpus is in their order.
  const step = Math.max(1, Math.floor((corpus?.length ?? 0) / count));
  const articles = (corpus ?? []).filter((_, index) => index % step === 0).slice(0, count);
  const startedAtMs = performance.now();
  const progress = progressOn(process.stderr);
  let annotated = 0;
  const { differing, sha256 } = await annotateTwice(articles, () => {
    progress('articles, twice', (annotated += 1), 2 * articles.length);
  });
  const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
  console.log(
    `${articles.length} articles twice in ${seconds} s: ${differing.length} differ; all: ${sha256}`,
  );
  for (const id of differing.slice(0, DIFFERING_SHOWN_MAX)) console.log(`differs: ${id}`);
  process.exitCode = differing.length === 0 ? 0 : 1;
}
