import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** Texts of publishers: read where they are, never copied. */
const corpus = path.join(
  import.meta.dirname,
  ...['..', '..', '..', '..', '..', 'shared', 'data', 'articles-id', 'articles.jsonl.gz'],
);

const Judgements = z.object({
  sample: z.object({ articles: z.int(), bodyLengthMin: z.int() }),
  queries: z.array(
    z.object({
      id: z.string(),
      q: z.string(),
      need: z.string(),
      /** Keys of articles by their grade. */
      judged: z.partialRecord(z.enum(['0', '1', '2', '3']), z.array(z.string().length(16))),
    }),
  ),
});

export interface JudgedQuery {
  readonly id: string;
  readonly q: string;
  readonly grades: ReadonlyMap<string, number>;
}

/** The judged queries of docs/relevance.md, with the grade of each judged article by its key. */
export function judgedQueries(): { queries: JudgedQuery[]; sample: SampleRules } {
  const file = path.join(import.meta.dirname, 'judgements.json');
  const { queries, sample } = Judgements.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    sample,
    queries: queries.map(({ id, q, judged }) => {
      const graded = Object.entries(judged).flatMap(([grade, keys]) =>
        keys.map((key) => [key, Number(grade)] as const),
      );
      return { id, q, grades: new Map(graded) };
    }),
  };
}

export type SampleRules = z.infer<typeof Judgements>['sample'];

export interface SampledArticle {
  /** Of its address: what judgements name it by. */
  readonly key: string;
  readonly articleId: string;
  readonly title: string;
  readonly body: string;
}

const KEY_LENGTH = 16;

/** The articles that queries were drawn from and judged over; undefined where the corpus is not. */
export function sampledArticles(rules: SampleRules): SampledArticle[] | undefined {
  if (!existsSync(corpus)) return undefined;
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trimEnd().split('\n');
  const byHash = new Map<string, SampledArticle>();
  for (const line of lines) {
    const { url, title, content } = JSON.parse(line) as Record<string, string | null>;
    if (!url || !title || !hasLength(content ?? '', rules.bodyLengthMin)) continue;
    const hash = createHash('sha256').update(url).digest('hex');
    if (byHash.has(hash)) continue;
    byHash.set(hash, {
      key: hash.slice(0, KEY_LENGTH),
      articleId: uuidOf(hash),
      title: title.trim(),
      body: (content ?? '').trim(),
    });
  }
  const hashes = [...byHash.keys()].sort().slice(0, rules.articles);
  return hashes.flatMap((hash) => byHash.get(hash) ?? []);
}

/** In characters, of which each is one or two units. */
function hasLength(text: string, min: number): boolean {
  return text.length >= 2 * min || (text.length >= min && [...text].length >= min);
}

function uuidOf(hash: string): string {
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
