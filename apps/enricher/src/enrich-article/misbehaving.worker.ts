import type { Annotation } from '@warta/contracts';
import { annotateText } from './annotate.worker.ts';
import type { TextToAnnotate } from './annotator-pool.ts';

/** For the pool's test: the real extractor, but for texts that ask for worse. */
export const misbehaviours = {
  stalls: 'never ends',
  throws: 'throws',
  exits: 'ends the thread',
  eats: 'takes all memory',
};

/** Kept so that the engine cannot free it. */
const eaten: string[][] = [];

async function annotateBadly(text: TextToAnnotate): Promise<Annotation> {
  const { body } = text.content;
  if (body.includes(misbehaviours.throws)) throw new RangeError('as asked');
  if (body.includes(misbehaviours.exits)) process.exit(3);
  while (body.includes(misbehaviours.eats)) eaten.push(Array.from('x'.repeat(100_000)));
  while (body.includes(misbehaviours.stalls));
  return annotateText(text);
}

export { annotateBadly as annotateText };
