import { builtInTagger } from '@warta/nlp';
import type { EntityScore, ScoredSpan } from './entity-score.ts';
import { scoreEntities } from './entity-score.ts';
import { annotateArticle, markedNames } from './article-measures.ts';
import type { MarkedArticle } from './marked-articles.ts';
import type { MarkedSentence } from './ner-corpora.ts';
import { readSentences } from './ner-corpora.ts';
import type { Progress } from './progress.ts';
import type { Recogniser } from './recogniser.ts';
import { namesIn, taggerAlone, wholeExtractor } from './recogniser.ts';
import { namesOfAll } from './recognition.ts';

/** How the letters of a headline can be: every change keeps the length, so that the marks hold. */
export const letterCases: Record<string, (text: string) => string> = {
  'as printed': (text) => text,
  'lower case': (text) => mapLetters(text, (letter) => letter.toLowerCase()),
  'upper case': (text) => mapLetters(text, (letter) => letter.toUpperCase()),
  'title case': (text) =>
    text.replaceAll(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) =>
      sameLength(letter, letter.toUpperCase()),
    ),
};

function mapLetters(text: string, change: (letter: string) => string): string {
  return [...text].map((letter) => sameLength(letter, change(letter))).join('');
}

function sameLength(letter: string, changed: string): string {
  return changed.length === letter.length ? changed : letter;
}

export type MeasuredCase = {
  text: string;
  letterCase: string;
  by: string;
  names: number;
  score: EntityScore;
};

const corpora = [
  { language: 'id', name: 'idner-news-2k dev', path: 'idner-news-2k/dev.txt', tokenColumn: 0 },
  { language: 'en', name: 'CoNLL-2003 test', path: 'conll2003/test.conllu', tokenColumn: 1 },
] as const;

/**
 * The titles of marked articles, each with its body, and the sentences of corpora, in each case of
 * letters. What is absent was left out, and said so, where it was measured as printed.
 */
export async function measureCases(
  articles: readonly MarkedArticle[],
  progress: Progress,
): Promise<MeasuredCase[]> {
  const measured = articles.length > 0 ? await measureTitles(articles, progress) : [];
  for (const { language, name, path, tokenColumn } of corpora) {
    const sentences = readSentences(path, tokenColumn) ?? [];
    const tagger = await builtInTagger(language);
    const recognisers = [wholeExtractor(language)];
    if (tagger) recognisers.push(taggerAlone(tagger, 'sentence'));
    for (const recogniser of sentences.length > 0 ? recognisers : []) {
      measured.push(...(await measureSentences(name, sentences, recogniser, progress)));
    }
  }
  return measured;
}

async function measureTitles(
  articles: readonly MarkedArticle[],
  progress: Progress,
): Promise<MeasuredCase[]> {
  const measured: MeasuredCase[] = [];
  const text = 'titles with their articles';
  const marked = articles.map((marks) => markedNames(marks)[0]);
  for (const [letterCase, change] of Object.entries(letterCases)) {
    const found: ScoredSpan[][] = [];
    for (const { article } of articles) {
      const title = change(article.title);
      found.push(namesIn(await annotateArticle({ ...article, title }), 'title'));
      progress(`${text}, ${letterCase}`, found.length, articles.length);
    }
    measured.push(toCase(text, letterCase, 'Warta, whole extractor', marked, found));
  }
  return measured;
}

async function measureSentences(
  text: string,
  sentences: readonly MarkedSentence[],
  recogniser: Recogniser,
  progress: Progress,
): Promise<MeasuredCase[]> {
  const measured: MeasuredCase[] = [];
  const marked = sentences.map(({ names }) => names);
  for (const [letterCase, change] of Object.entries(letterCases)) {
    const changed = sentences.map(({ tokens, names }) => ({ tokens: tokens.map(change), names }));
    const found = await namesOfAll(recogniser, changed, (done) =>
      progress(`${text}, ${letterCase}, ${recogniser.name}`, done, changed.length),
    );
    measured.push(toCase(text, letterCase, recogniser.name, marked, found));
  }
  return measured;
}

function toCase(
  text: string,
  letterCase: string,
  by: string,
  marked: readonly ScoredSpan[][],
  found: readonly ScoredSpan[][],
): MeasuredCase {
  const score = scoreEntities(marked, found);
  return { text, letterCase, by, names: score.all.marked, score };
}
