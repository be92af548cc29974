import { createHash } from 'node:crypto';
import { articleAnalysis } from './article-analysis.ts';

const LAYOUT_LENGTH = 16;

/**
 * Names how an index was made: its fields and how text became words. It stays in the index for as
 * long as the index is there. An index with another one answers, but not as a new one would.
 */
export function layoutOf(mapping: object): string {
  const made = JSON.stringify([articleAnalysis, mapping]);
  return createHash('sha256').update(made).digest('hex').slice(0, LAYOUT_LENGTH);
}
