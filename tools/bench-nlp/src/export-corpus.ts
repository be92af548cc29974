import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from '@warta/nlp';
import type { MarkedArticle } from './marked-articles.ts';
import { readMarkedArticles } from './marked-articles.ts';
import { readRealArticles } from './real-articles.ts';
import { paragraphsOf } from './recogniser.ts';

const labels = { PERSON: 'PER', ORGANIZATION: 'ORG', LOCATION: 'LOC' };

/**
 * Writes what tools/train-tagger learns from into a folder, in the tokens of our own tokeniser, so
 * that the tagger learns the words it will be given: `raw.txt`, a paragraph per line, its tokens
 * joined by spaces; `marked-train.jsonl` and `marked-tune.jsonl`, an article per line as a list of
 * paragraphs {words, tags}. The set `last` stays unread.
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
const raw = articles
  .flatMap(({ title, body }) => [title, body])
  .flatMap((text) => paragraphsOf(tokenise(text)))
  .map((paragraph) => paragraph.map(({ text }) => text).join(' '));
writeFileSync(join(folder, 'raw.txt'), `${raw.join('\n')}\n`);
for (const set of ['train', 'tune'] as const) {
  const lines = readMarkedArticles(set, articles).map((marked) => JSON.stringify(toTagged(marked)));
  writeFileSync(join(folder, `marked-${set}.jsonl`), `${lines.join('\n')}\n`);
}
console.log(`${raw.length} paragraphs of ${articles.length} articles in ${folder}`);

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
