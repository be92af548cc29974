import { annotate } from '@warta/nlp';
import { detokenise, readSentences } from './ner-corpora.ts';
import type { Progress } from './progress.ts';
import type { RealArticle } from './real-articles.ts';

/** Texts of a known language that nobody has declared, and how many were recognised. */
export type MeasuredLanguage = { text: string; language: string; texts: number; right: number };

/** Shorter sentences are names and scores: they have no language. */
const WORDS_MIN = 5;

/** Measures the language said of articles, of titles and sentences by themselves. */
export async function measureLanguages(
  articles: readonly RealArticle[],
  progress: Progress,
): Promise<MeasuredLanguage[]> {
  const measured: MeasuredLanguage[] = [];
  const measure = async (
    text: string,
    language: string,
    texts: readonly { title?: string; body: string }[],
  ) => {
    let right = 0;
    for (const [index, each] of texts.entries()) {
      if ((await annotate(each, {})).language === language) right += 1;
      progress(`language of ${text}`, index + 1, texts.length);
    }
    if (texts.length > 0) measured.push({ text, language, texts: texts.length, right });
  };
  const whole = articles.map(({ title, body }) => ({ title, body }));
  await measure('whole articles', 'id', whole);
  const titles = articles.map(({ title }) => ({ body: title }));
  await measure('their titles by themselves', 'id', titles);
  await measure(
    'single sentences (idner-news-2k dev)',
    'id',
    sentences('idner-news-2k/dev.txt', 0),
  );
  await measure('single sentences (CoNLL-2003 test)', 'en', sentences('conll2003/test.conllu', 1));
  return measured;
}

function sentences(path: string, tokenColumn: number): { body: string }[] {
  return (readSentences(path, tokenColumn) ?? [])
    .filter(({ tokens }) => tokens.filter((token) => /^\p{L}/u.test(token)).length >= WORDS_MIN)
    .map(({ tokens }) => ({ body: detokenise(tokens).text }));
}
