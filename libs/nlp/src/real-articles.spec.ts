import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Annotation } from '@warta/contracts';
import { annotate } from './annotate.ts';

const file = new URL('../../../../shared/data/articles-id/articles.jsonl.gz', import.meta.url);
const present = existsSync(file);
if (!present) {
  process.stderr.write('left out: real articles, ../shared/data/articles-id is absent\n');
}

/** Every n-th of 18,525 articles: 400 from all publishers. */
const step = 46;

(present ? test : test.skip)('real articles keep the contract and are read as Indonesian', () => {
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  let articles = 0;
  let indonesian = 0;
  for (let index = 0; index < lines.length; index += step) {
    const { title, content, date } = JSON.parse(lines[index] ?? '{}') as Record<string, string>;
    // The corpus has commas where the page had paragraphs.
    const body = String(content).replaceAll(/([.!?"”])\s*,(?=\S)/g, '$1\n');
    const context = { publishedAt: `${date?.slice(0, 10)}T12:00:00+07:00` };
    const annotation = annotate({ title: String(title), body }, context);
    Annotation.parse(annotation);
    for (const { text, start, end } of annotation.quotes) {
      expect(body.slice(start, end)).toBe(text);
    }
    articles += 1;
    if (annotation.language === 'id') indonesian += 1;
  }
  expect(indonesian).toBeGreaterThan(articles * 0.98);
});
