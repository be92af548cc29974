/** The last records of a partition that count. */
const WINDOW_RECORDS = 200;
/** More dead letters than this among them, and the fault is ours, not the records'. */
const DEAD_LETTERS_MAX = 40;

/** Keeps a bad mapping or a bug from draining a whole topic into the dead letters. */
export class DeadLetterStorm {
  /** Of the last records, oldest first: was it a dead letter? */
  private window: boolean[] = [];
  private excused = 0;

  /** So many more failures in one batch are too many, whatever came before. */
  get failuresMax(): number {
    return this.excused > 0 ? Infinity : DEAD_LETTERS_MAX;
  }

  /**
   * Whether these outcomes, in order, would be too much. Nothing is remembered: `passed` does
   * that once the records are done.
   */
  wouldBreak(outcomes: readonly boolean[]): boolean {
    if (this.excused > 0) return false;
    const all = [...this.window, ...outcomes];
    let count = 0;
    for (const [index, dead] of all.entries()) {
      if (dead) count += 1;
      if (all[index - WINDOW_RECORDS]) count -= 1;
      if (count > DEAD_LETTERS_MAX) return true;
    }
    return false;
  }

  passed(outcomes: readonly boolean[]): void {
    if (this.excused > 0) this.excused = Math.max(0, this.excused - outcomes.length);
    else this.window = [...this.window, ...outcomes].slice(-WINDOW_RECORDS);
  }

  /** A person said: go on. At least the next 200 records pass, whatever becomes of them. */
  excuse(): void {
    this.window = [];
    this.excused = WINDOW_RECORDS;
  }
}
