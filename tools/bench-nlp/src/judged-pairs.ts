import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Verdict = z.enum(['duplicate', 'not']);
export type Verdict = z.infer<typeof Verdict>;

/** A pair of articles that was read and judged, see marks/PAIRS.md. No text is kept. */
const JudgedPair = z.strictObject({
  /** Ids of `RealArticle`, the smaller one first. */
  a: z.string().regex(/^[0-9a-f]{12}$/),
  b: z.string().regex(/^[0-9a-f]{12}$/),
  jaccard: z.number().min(0.3).max(1),
  /** What each reading said, in order. Those from 0.8 on were read once. */
  readings: z.array(Verdict).min(1).max(2),
  /** What counts: where two readings differ, what reading once more decided. */
  verdict: Verdict,
});
export type JudgedPair = z.infer<typeof JudgedPair>;

export function readJudgedPairs(): JudgedPair[] {
  const lines = readFileSync(new URL('../marks/pairs.jsonl', import.meta.url), 'utf8');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JudgedPair.parse(JSON.parse(line)));
}

/** How far two readings of the same pairs agree. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  /** Cohen's kappa: the agreement beyond what their shares of duplicates would give by chance. */
  readonly kappa: number;
  /** First verdicts that did not stand. */
  readonly overturned: number;
}

/** Of the pairs that were read twice. */
export function agreementOf(
  judged: readonly Pick<JudgedPair, 'readings' | 'verdict'>[],
): Agreement {
  const twice = judged.filter(({ readings }) => readings.length === 2);
  const pairs = twice.length;
  const agreed = twice.filter(({ readings: [first, second] }) => first === second).length;
  const shareOf = (reading: number) =>
    twice.filter(({ readings }) => readings[reading] === 'duplicate').length / pairs;
  const [first, second] = [shareOf(0), shareOf(1)];
  const byChance = first * second + (1 - first) * (1 - second);
  return {
    pairs,
    agreed,
    kappa: (agreed / pairs - byChance) / (1 - byChance),
    overturned: twice.filter(({ readings, verdict }) => readings[0] !== verdict).length,
  };
}
