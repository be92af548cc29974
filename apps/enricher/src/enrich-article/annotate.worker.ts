import { annotate } from '@warta/nlp';
import { Annotation } from '@warta/contracts';
import type { TextToAnnotate } from './annotator-pool.ts';

/** Runs in a worker thread. Checks its result: a bug must not become a broken event later. */
export async function annotateText({ content, publishedAt }: TextToAnnotate): Promise<Annotation> {
  const { title, body, language } = content;
  return Annotation.parse(
    await annotate(
      { ...(title === undefined ? {} : { title }), body },
      {
        ...(language === undefined ? {} : { declaredLanguage: language }),
        ...(publishedAt === undefined ? {} : { publishedAt }),
      },
    ),
  );
}
