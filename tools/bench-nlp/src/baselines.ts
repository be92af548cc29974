import type { ScoredSpan } from './entity-score.ts';
import type { MarkedText } from './gazetteer-baseline.ts';
import { asTexts, GazetteerBaseline } from './gazetteer-baseline.ts';
import { readSentences } from './ner-corpora.ts';
import { PerceptronBaseline } from './perceptron-baseline.ts';

/** What finds names in a text, to stand beside Warta. */
export type Baseline = { name: string; find(text: string): ScoredSpan[] };

/** The two baselines that learn, from the same marks. */
export function learnBaselines(from: string, texts: readonly MarkedText[]): Baseline[] {
  const gazetteer = new GazetteerBaseline(texts);
  const perceptron = new PerceptronBaseline(texts);
  return [
    { name: `averaged perceptron learnt from ${from}`, find: (text) => perceptron.find(text) },
    { name: `gazetteer of ${from}`, find: (text) => gazetteer.find(text) },
  ];
}

const trainParts = {
  id: { name: 'idner-news-2k train', path: 'idner-news-2k/train.txt', tokenColumn: 0 },
  en: { name: 'CoNLL-2003 train', path: 'conll2003/train.conllu', tokenColumn: 1 },
};
const learnt = new Map<string, Baseline[]>();

/** Those of a language, learnt once a run; what they would learn from goes to `leftOut` when absent. */
export function baselinesOf(language: 'id' | 'en', leftOut: Set<string>): Baseline[] {
  const known = learnt.get(language);
  if (known) return known;
  const { name, path, tokenColumn } = trainParts[language];
  const sentences = readSentences(path, tokenColumn);
  if (!sentences) leftOut.add(`baselines learnt from ${name}`);
  const baselines = sentences ? learnBaselines(name, asTexts(sentences)) : [];
  learnt.set(language, baselines);
  return baselines;
}
