import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import type { ArticleText } from './article-text.ts';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/articles-id/articles.jsonl.gz', import.meta.url),
);
/** Every so many of the corpus, so that a draw sees all its months and sections. */
const STRIDE = 23;

/**
 * Real Indonesian news, where the reading room with the corpus lies beside the project. The draw
 * is the same each time. Elsewhere none, and a line of output says so by name.
 */
export async function realArticles(count: number): Promise<ArticleText[]> {
  if (!existsSync(FILE)) {
    process.stderr.write('left out: real articles, ../shared/data/articles-id is not there\n');
    return [];
  }
  const articles: ArticleText[] = [];
  const lines = createInterface({ input: createReadStream(FILE).pipe(createGunzip()) });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (number % STRIDE !== 0) continue;
    const { title, content, category } = JSON.parse(line) as Record<string, string>;
    if (!title || !content || !category) continue;
    // The corpus joins paragraphs with a comma and no blank.
    const paragraphs = content.split(/,(?=\S)/).filter((each) => each.trim() !== '');
    articles.push({ title, paragraphs, language: 'id', section: category });
    if (articles.length === count) break;
  }
  return articles;
}
