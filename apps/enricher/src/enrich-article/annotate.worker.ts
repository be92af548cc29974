import { Annotation } from '@warta/contracts';
import type { TaggerOfLanguage } from '@warta/nlp';
import { annotate, builtInTagger, loadLocalModelTagger } from '@warta/nlp';
import { workerData } from 'piscina';
import type { TextToAnnotate, WorkerData } from './annotator-pool.ts';

const { taggerFolder } = (workerData ?? {}) as Partial<WorkerData>;
let operatorsTagger: ReturnType<typeof loadLocalModelTagger> | undefined;

/** The operator knows which languages a model of theirs reads: it is asked about all. */
const taggerOf: TaggerOfLanguage = (language) =>
  taggerFolder === undefined
    ? builtInTagger(language)
    : (operatorsTagger ??= loadLocalModelTagger(taggerFolder));

/** Runs in a worker thread. Checks its result: a bug must not become a broken event later. */
export async function annotateText({ content, publishedAt }: TextToAnnotate): Promise<Annotation> {
  const { title, body, language } = content;
  const annotation = await annotate(
    { ...(title === undefined ? {} : { title }), body },
    {
      ...(language === undefined ? {} : { declaredLanguage: language }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
    },
    taggerOf,
  );
  return Annotation.parse(annotation);
}
