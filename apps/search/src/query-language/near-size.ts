import type { NearOperand } from './query-tree.ts';
import { countWords } from './text-words.ts';

/** What searching a NEAR takes: Lucene writes out every way to choose one word of each choice. */
export interface NearSize {
  /** Words and phrases that one way has. */
  readonly operands: number;
  readonly ways: number;
  /** Words of all ways together. */
  readonly words: number;
}

/** Pure. */
export function nearSize(node: NearOperand): NearSize {
  switch (node.kind) {
    case 'phrase':
      return { operands: 1, ways: 1, words: countWords(node.text) };
    case 'or':
      return node.of.map(nearSize).reduce((one, other) => ({
        operands: Math.max(one.operands, other.operands),
        ways: one.ways + other.ways,
        words: one.words + other.words,
      }));
    case 'near':
      return node.of.map(nearSize).reduce((one, other) => ({
        operands: one.operands + other.operands,
        ways: one.ways * other.ways,
        words: one.words * other.ways + other.words * one.ways,
      }));
  }
}
