import { builtInTagger } from '@warta/nlp';
import type { EntityScore, ScoredSpan } from './entity-score.ts';
import { scoreEntities } from './entity-score.ts';
import { annotateArticle, markedNames } from './article-measures.ts';
import type { MarkedArticle } from './marked-articles.ts';
import type { MarkedSentence } from './ner-corpora.ts';
import type { Progress } from './progress.ts';
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

export type MeasuredCase = { text: string; letterCase: string; by: string; names: number; score: EntityScore }; // prettier-ignore

/** The titles of marked articles, each with its body, and sentences, in each case of letters. */
export async function measureCases(
  articles: readonly MarkedArticle[],
  sentences: readonly MarkedSentence[] | undefined,
  progress: Progress,
): Promise<MeasuredCase[]> {
  const measured: MeasuredCase[] = [];
  for (const [letterCase, change] of Object.entries(letterCases)) {
    const marked: ScoredSpan[][] = [];
    const found: ScoredSpan[][] = [];
    for (const marks of articles) {
      const title = change(marks.article.title);
      marked.push(markedNames(marks)[0]);
      found.push(namesIn(await annotateArticle({ ...marks.article, title }), 'title'));
      progress(`titles in ${letterCase}`, found.length, articles.length);
    }
    const score = scoreEntities(marked, found);
    const by = 'Warta, whole extractor';
    measured.push({
      text: 'titles with their articles',
      letterCase,
      by,
      names: score.all.marked,
      score,
    });
  }
  const tagger = await builtInTagger('id');
  const recognisers = [wholeExtractor('id'), ...(tagger ? [taggerAlone(tagger, 'sentence')] : [])];
  for (const recogniser of sentences ? recognisers : []) {
    for (const [letterCase, change] of Object.entries(letterCases)) {
      const changed = (sentences ?? []).map(({ tokens, names }) => ({
        tokens: tokens.map(change),
        names,
      }));
      const found = await namesOfAll(recogniser, changed, (done) =>
        progress(`idner dev in ${letterCase}, ${recogniser.name}`, done, changed.length),
      );
      const score = scoreEntities(
        changed.map(({ names }) => names),
        found,
      );
      measured.push({
        text: 'idner-news-2k dev',
        letterCase,
        by: recogniser.name,
        names: score.all.marked,
        score,
      });
    }
  }
  return measured;
}
