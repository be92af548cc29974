import { Worker } from 'node:worker_threads';
import type { Tagger } from '@warta/nlp';
import { annotate, builtInTagger, tokenise } from '@warta/nlp';
import { annotateArticle } from './article-measures.ts';
import { baselinesOf } from './baselines.ts';
import { findByCompromise } from './compromise-baseline.ts';
import { detokenise, readSentences } from './ner-corpora.ts';
import type { Progress } from './progress.ts';
import type { RealArticle } from './real-articles.ts';
import { findByTagger } from './recogniser.ts';

/** Articles of one measurement, from all publishers: enough that one odd one does not show. */
const speedArticles = 500;

/** English has no articles here: its sentences are read in pieces of this many, as paragraphs. */
const sentencesPerText = 20;

/** Before the clock starts: code is compiled and models are loaded by then. */
const WARM_UP = 60;

/** `tokens` are those of Warta's tokeniser, for everyone. Seconds of all threads of the process. */
export type MeasuredSpeed = {
  language: 'id' | 'en';
  name: string;
  texts: number;
  tokens: number;
  cpuSeconds: number;
};

/** How fast Warta and the baselines read the same texts. */
export async function measureSpeed(
  articles: readonly RealArticle[],
  progress: Progress,
): Promise<MeasuredSpeed[]> {
  const measured: MeasuredSpeed[] = [];
  const measure = async (
    language: 'id' | 'en',
    name: string,
    texts: readonly Timed[],
    read: (text: Timed) => unknown,
  ) => {
    for (const text of texts.slice(0, WARM_UP)) await read(text);
    const before = process.cpuUsage();
    for (const [index, text] of texts.entries()) {
      await read(text);
      progress(`speed, ${name}`, index + 1, texts.length);
    }
    const { user, system } = process.cpuUsage(before);
    const tokens = texts.reduce((sum, text) => sum + text.tokens, 0);
    measured.push({
      language,
      name,
      texts: texts.length,
      tokens,
      cpuSeconds: (user + system) / 1e6,
    });
  };

  const indonesian = articles.map(({ title, body, publishedAt }) =>
    timed({ title, body, publishedAt }),
  );
  if (indonesian.length > 0) {
    await measure('id', 'Warta, annotate()', indonesian, annotateArticle);
    await measureTagger('id', indonesian, measure);
    await measureBaselines('id', indonesian, measure);
  }
  const english = englishTexts();
  if (english.length > 0) {
    await measure('en', 'Warta, annotate()', english, ({ body }) =>
      annotate({ body }, { declaredLanguage: 'en' }),
    );
    await measureTagger('en', english, measure);
    await measureBaselines('en', english, measure);
    await measure('en', 'compromise', english, ({ body }) => findByCompromise(body));
  }
  return measured;
}

type Timed = { title: string; body: string; publishedAt: string; tokens: number };
type Measure = (
  language: 'id' | 'en',
  name: string,
  texts: readonly Timed[],
  read: (text: Timed) => unknown,
) => Promise<void>;

async function measureTagger(
  language: 'id' | 'en',
  texts: readonly Timed[],
  measure: Measure,
): Promise<void> {
  const tagger: Tagger | undefined = await builtInTagger(language);
  if (!tagger) return;
  await measure(language, 'Warta, tagger with tokeniser', texts, async ({ title, body }) => {
    await findByTagger(tagger, title);
    await findByTagger(tagger, body);
  });
}

async function measureBaselines(
  language: 'id' | 'en',
  texts: readonly Timed[],
  measure: Measure,
): Promise<void> {
  for (const { name, find } of baselinesOf(language, new Set())) {
    await measure(language, name, texts, ({ title, body }) => [find(title), find(body)]);
  }
}

function timed(article: Omit<Timed, 'tokens'>): Timed {
  return { ...article, tokens: tokenise(article.title).length + tokenise(article.body).length };
}

function englishTexts(): Timed[] {
  const sentences = (readSentences('conll2003/test.conllu', 1) ?? []).map(
    ({ tokens }) => detokenise(tokens).text,
  );
  const texts: Timed[] = [];
  for (let at = 0; at < sentences.length; at += sentencesPerText) {
    const body = sentences.slice(at, at + sentencesPerText).join('\n');
    texts.push(timed({ title: '', body, publishedAt: '' }));
  }
  return texts;
}

/** Of the whole corpus every n-th, so that all publishers are among them. */
export function articlesForSpeed(all: readonly RealArticle[]): RealArticle[] {
  const step = Math.max(1, Math.floor(all.length / speedArticles));
  return all.filter((_, index) => index % step === 0).slice(0, speedArticles);
}

export type FirstCall = { loadedMs: number; firstMs: number; secondMs: number };

/** How long the first call takes in a fresh worker thread, by the wall clock. */
export function measureFirstCall(language: 'id' | 'en'): Promise<FirstCall> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./first-call.worker.ts', import.meta.url), {
      workerData: { language, startedAt: Date.now() },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
