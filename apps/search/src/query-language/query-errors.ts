/** Something that was typed is no query. All of it is written for the person who typed. */
export class QuerySyntaxError extends Error {
  override readonly name = 'QuerySyntaxError';
  /** Where, in characters from 1; one past the end when something is missing there. */
  readonly column: number;
  /** What could stand there. */
  readonly expected: readonly string[];

  /** @param says the sentence without its column, such as `expected a word after AND`. */
  constructor(column: number, says: string, expected: readonly string[] = []) {
    super(`at column ${column}: ${says}`);
    this.column = column;
    this.expected = expected;
  }
}

/** A query that would cost more than one search may; the message says what to leave out. */
export class TooExpensiveQueryError extends Error {
  override readonly name = 'TooExpensiveQueryError';
}
