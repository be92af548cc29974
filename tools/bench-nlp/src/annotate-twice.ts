import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { RealArticle } from './real-articles.ts';

export type TextToHash = Pick<RealArticle, 'id' | 'title' | 'body' | 'publishedAt'>;
export type AnnotatedHash = { id: string; sha256: string };

/** Two annotations of the same texts. */
export type Sameness = {
  /** Ids of the articles whose annotations differ in any byte. */
  differing: string[];
  /** Over the hashes of all annotations in order of the articles' ids: for a run elsewhere. */
  sha256: string;
};

/** The libraries are read from source: there may be no build. */
const SOURCE_ARGV = ['--conditions=@warta/source', '--no-warnings'];

/**
 * Annotates every article in two threads that share nothing, in the second one from the last
 * article to the first: what was annotated before must not show either.
 */
export async function annotateTwice(
  articles: readonly RealArticle[],
  onAnnotated: () => void = () => undefined,
): Promise<Sameness> {
  const [first, second] = await Promise.all([
    annotationHashes(articles, onAnnotated),
    annotationHashes(articles.toReversed(), onAnnotated),
  ]);
  const ids = [...first.keys()].sort();
  const all = createHash('sha256');
  for (const id of ids) all.update(`${id} ${first.get(id)}\n`);
  return {
    differing: ids.filter((id) => first.get(id) !== second.get(id)),
    sha256: all.digest('hex'),
  };
}

function annotationHashes(
  articles: readonly RealArticle[],
  onAnnotated: () => void,
): Promise<Map<string, string>> {
  const texts: TextToHash[] = articles.map(({ id, title, body, publishedAt }) => {
    return { id, title, body, publishedAt };
  });
  const hashes = new Map<string, string>();
  const worker = new Worker(new URL('./annotate-twice.worker.ts', import.meta.url), {
    workerData: texts,
    execArgv: SOURCE_ARGV,
  });
  return new Promise((resolve, reject) => {
    worker.on('message', ({ id, sha256 }: AnnotatedHash) => {
      hashes.set(id, sha256);
      onAnnotated();
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(hashes));
  });
}
