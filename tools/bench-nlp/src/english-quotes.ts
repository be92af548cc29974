import { annotate } from '@warta/nlp';
import { readAttributedArticles } from './attributed-articles.ts';
import type { Progress } from './progress.ts';
import type { AttributionScore, JudgedAttributions } from './score-attributions.ts';
import { scoreAttributions } from './score-attributions.ts';

export type MeasuredAttributions = AttributionScore & { articles: number };

/** Measures quotes and speakers on English news (PolNeAR), or undefined where it is absent. */
export async function measureEnglishQuotes(
  progress: Progress,
  leftOut: Set<string>,
): Promise<MeasuredAttributions | undefined> {
  const articles = readAttributedArticles();
  if (!articles) {
    leftOut.add('English quotes (../shared/data/quotes/polnear-dev)');
    return undefined;
  }
  const judged: JudgedAttributions[] = [];
  for (const { text, attributions } of articles) {
    const annotation = await annotate({ body: text }, { declaredLanguage: 'en' });
    judged.push({ text, attributions, annotation });
    progress('English quotes', judged.length, articles.length);
  }
  return { ...scoreAttributions(judged), articles: articles.length };
}
