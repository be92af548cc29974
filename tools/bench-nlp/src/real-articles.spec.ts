import { Annotation } from '@warta/contracts';
import { annotate } from '@warta/nlp';
import { readRealArticles } from './real-articles.ts';

const all = readRealArticles();
if (!all) {
  process.stderr.write('left out: real articles, ../shared/data/articles-id is absent\n');
}

/** Every n-th of 18,525 articles: 400 from all publishers. */
const step = 46;

(all ? test : test.skip)('real articles keep the contract and are read as Indonesian', async () => {
  let articles = 0;
  let indonesian = 0;
  for (let index = 0; index < (all?.length ?? 0); index += step) {
    const { title, body, publishedAt } = all?.[index] ?? { title: '', body: '', publishedAt: '' };
    const annotation = await annotate({ title, body }, { publishedAt });
    Annotation.parse(annotation);
    for (const { text, start, end } of annotation.quotes) {
      expect(body.slice(start, end)).toBe(text);
    }
    articles += 1;
    if (annotation.language === 'id') indonesian += 1;
  }
  expect(indonesian).toBeGreaterThan(articles * 0.98);
});
