import { atColumn } from './query-faults.ts';
import type { FaultTexts } from './query-faults.ts';

/** Something that was typed is no query. All of it is written for the person who typed. */
export class QuerySyntaxError extends Error {
  override readonly name = 'QuerySyntaxError';
  /** Where, in characters from 1; one past the end when something is missing there. */
  readonly column: number;
  /** What could stand there; for programs, the same in every language. */
  readonly expected: readonly string[];
  /** The message in each language; `message` is the English one. */
  readonly texts: FaultTexts;

  /** @param says the sentence without its column. */
  constructor(column: number, says: FaultTexts, expected: readonly string[] = []) {
    const texts = atColumn(column, says);
    super(texts.en);
    this.column = column;
    this.expected = expected;
    this.texts = texts;
  }
}

/** A query that would cost more than one search may; the message says what to leave out. */
export class TooExpensiveQueryError extends Error {
  override readonly name = 'TooExpensiveQueryError';
  /** The message in each language; `message` is the English one. */
  readonly texts: FaultTexts;

  constructor(texts: FaultTexts) {
    super(texts.en);
    this.texts = texts;
  }
}
