import { builtInTagger } from '@warta/nlp';
import { baselinesOf } from './baselines.ts';
import { findByCompromise } from './compromise-baseline.ts';
import type { EntityScore, ScoredSpan } from './entity-score.ts';
import { scoreEntities } from './entity-score.ts';
import type { MarkedSentence } from './ner-corpora.ts';
import { readSentences } from './ner-corpora.ts';
import type { Progress } from './progress.ts';
import type { Recogniser } from './recogniser.ts';
import { onText, taggerAlone, wholeExtractor } from './recogniser.ts';

/** A published corpus. */
type Corpus = {
  name: string;
  language: 'id' | 'en';
  path: string;
  tokenColumn: number;
  /** Its way of marking is another one than that of whole articles. */
  hasOwnWay?: boolean;
  /** What must be known to read the figures. */
  note: string;
};

const corpora: Corpus[] = [
  {
    name: 'idner-news-2k dev',
    language: 'id',
    path: 'idner-news-2k/dev.txt',
    tokenColumn: 0,
    hasOwnWay: true,
    note: 'It marks no “Palestina” in “warga Palestina”, which whole articles have marked: the tagger is told which it reads.',
  },
  {
    name: 'CoNLL-2003 test',
    language: 'en',
    path: 'conll2003/test.conllu',
    tokenColumn: 1,
    note: 'MISC is not scored.',
  },
  {
    name: 'WikiGold',
    language: 'en',
    path: 'wikigold-en/test.conllu',
    tokenColumn: 1,
    note: 'An encyclopaedia: no news.',
  },
  {
    name: 'CrossNER politics test',
    language: 'en',
    path: 'crossner/politics/test.txt',
    tokenColumn: 0,
    note: 'An encyclopaedia; its politicians, parties and countries are taken for persons, organisations and locations.',
  },
];

export type MeasuredCorpus = {
  name: string;
  language: string;
  note: string;
  /** Its file, as manifests name what a model has learnt from. */
  path: string;
  sentences: number;
  names: number;
  rows: { name: string; score: EntityScore }[];
};

/** Measures every recogniser on every corpus that is there; the names of the others go to `leftOut`. */
export async function measureRecognition(
  progress: Progress,
  leftOut: Set<string>,
): Promise<MeasuredCorpus[]> {
  const measured: MeasuredCorpus[] = [];
  for (const corpus of corpora) {
    const sentences = readSentences(corpus.path, corpus.tokenColumn);
    if (!sentences) {
      leftOut.add(corpus.name);
      continue;
    }
    const rows = [];
    for (const recogniser of await recognisersFor(corpus, leftOut)) {
      const found = await namesOfAll(recogniser, sentences, (done) =>
        progress(`${corpus.name}, ${recogniser.name}`, done, sentences.length),
      );
      const marked = sentences.map(({ names }) => names);
      rows.push({ name: recogniser.name, score: scoreEntities(marked, found) });
    }
    measured.push({
      name: corpus.name,
      language: corpus.language,
      note: corpus.note,
      path: corpus.path,
      sentences: sentences.length,
      names: sentences.reduce((sum, { names }) => sum + names.length, 0),
      rows,
    });
  }
  return measured;
}

export async function namesOfAll(
  recogniser: Recogniser,
  sentences: readonly MarkedSentence[],
  say: (done: number) => void = () => {},
): Promise<ScoredSpan[][]> {
  const found: ScoredSpan[][] = [];
  for (const sentence of sentences) {
    found.push(await recogniser.namesOf(sentence));
    say(found.length);
  }
  return found;
}

async function recognisersFor(corpus: Corpus, leftOut: Set<string>): Promise<Recogniser[]> {
  const recognisers = [wholeExtractor(corpus.language)];
  const tagger = await builtInTagger(corpus.language);
  if (tagger) recognisers.push(taggerAlone(tagger, 'sentence'));
  if (tagger && corpus.hasOwnWay) recognisers.push(taggerAlone(tagger, 'article'));
  if (!tagger) leftOut.add(`the tagger of "${corpus.language}"`);
  if (corpus.language === 'en') recognisers.push(onText('compromise', findByCompromise));
  for (const { name, find } of baselinesOf(corpus.language, leftOut)) {
    recognisers.push(onText(name, find));
  }
  return recognisers;
}
