import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from '@warta/nlp';
import { drawArticles } from './draw.ts';
import type { MarkedArticle } from './marked-articles.ts';
import { readMarkedArticles } from './marked-articles.ts';
import type { RealArticle } from './real-articles.ts';
import { readRealArticles } from './real-articles.ts';
import { paragraphsOf } from './recogniser.ts';

const labels = { PERSON: 'PER', ORGANIZATION: 'ORG', LOCATION: 'LOC' };

/**
 * Writes what tools/train-tagger learns from into a folder, in the tokens of our own tokeniser, so
 * that the tagger learns the words it will be given: `raw.txt`, a paragraph per line, its tokens
 * joined by spaces; `unmarked.txt`, the same of the articles that no set has, an empty line between
 * two articles; `marked-train.jsonl` and `marked-tune.jsonl`, an article per line
 * as a list of paragraphs {words, tags}. The marks of `last` stay unread.
 *
 *     node --conditions=@warta/source tools/bench-nlp/src/export-corpus.ts FOLDER
 */
const folder = process.argv[2];
const articles = readRealArticles();
if (!folder || !articles) {
  console.error(
    folder
      ? 'The corpus is absent: ../shared/data/articles-id beside the project.'
      : 'Say where to write: export-corpus.ts FOLDER',
  );
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const raw = articles.flatMap(toLines);
writeFileSync(join(folder, 'raw.txt'), `${raw.join('\n')}\n`);
// By title: an article printed twice has two ids.
const drawn = new Set(
  Object.values(drawArticles(articles))
    .flat()
    .map(({ title }) => title),
);
const unmarked = articles
  .filter(({ title }) => !drawn.has(title))
  .map((article) => `${toLines(article).join('\n')}\n`);
writeFileSync(join(folder, 'unmarked.txt'), unmarked.join('\n'));
for (const set of ['train', 'tune'] as const) {
  const lines = readMarkedArticles(set, articles).map((marked) => JSON.stringify(toTagged(marked)));
  writeFileSync(join(folder, `marked-${set}.jsonl`), `${lines.join('\n')}\n`);
}
console.log(`${raw.length} paragraphs of ${articles.length} articles in ${folder}`);

function toLines({ title, body }: RealArticle): string[] {
  return [title, body]
    .flatMap((text) => paragraphsOf(tokenise(text)))
    .map((paragraph) => paragraph.map(({ text }) => text).join(' '));
}

function toTagged({ article, mentions }: MarkedArticle): { words: string[]; tags: string[] }[] {
  return (['title', 'body'] as const).flatMap((field) => {
    const inField = mentions.filter((mention) => mention.field === field);
    return paragraphsOf(tokenise(article[field])).map((paragraph) => ({
      words: paragraph.map(({ text }) => text),
      tags: paragraph.map((token, index) => {
        const mention = inField.find(({ start, end }) => token.start < end && token.end > start);
        if (!mention) return 'O';
        const previous = paragraph[index - 1];
        const begins = !previous || previous.end <= mention.start;
        return `${begins ? 'B' : 'I'}-${labels[mention.type]}`;
      }),
    }));
  });
}
