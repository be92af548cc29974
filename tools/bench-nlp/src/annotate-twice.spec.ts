import { readRealArticles } from './real-articles.ts';
import { annotateTwice } from './annotate-twice.ts';

const all = readRealArticles();
if (!all) {
  process.stderr.write('left out: articles twice, ../shared/data/articles-id is absent\n');
}

/** Every n-th of 18,525 articles: 100 from all publishers. */
const STEP = 185;
/** Two threads load the extractor on a machine that may be busy. */
const TIMEOUT_MS = 120_000;

(all ? test : test.skip)(
  'an article annotated again, in another thread and after others, gives identical bytes',
  async () => {
    const articles = (all ?? []).filter((_, index) => index % STEP === 0);
    let annotated = 0;
    const { differing, sha256 } = await annotateTwice(articles, () => (annotated += 1));
    expect(differing).toEqual([]);
    expect(annotated).toBe(2 * articles.length);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  },
  TIMEOUT_MS,
);
