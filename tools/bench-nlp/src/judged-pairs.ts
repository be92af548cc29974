import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A pair of articles that was read and judged, see marks/PAIRS.md. No text is kept. */
const JudgedPair = z.strictObject({
  /** Ids of `RealArticle`, the smaller one first. */
  a: z.string().regex(/^[0-9a-f]{12}$/),
  b: z.string().regex(/^[0-9a-f]{12}$/),
  jaccard: z.number().min(0.3).lt(0.8),
  verdict: z.enum(['duplicate', 'not']),
});
export type JudgedPair = z.infer<typeof JudgedPair>;

export function readJudgedPairs(): JudgedPair[] {
  const lines = readFileSync(new URL('../marks/pairs.jsonl', import.meta.url), 'utf8');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JudgedPair.parse(JSON.parse(line)));
}
