import { NotAcknowledgedError } from './errors.ts';
import type { StoredRecord } from './records.ts';

/** One caller waiting for its records: settled once, by the last confirmation or the deadline. */
export class PublishCall {
  readonly done: Promise<StoredRecord[]>;
  private readonly stored: StoredRecord[];
  private missing: number;
  private open = true;
  private lastProblem: unknown;
  private readonly timer: NodeJS.Timeout;
  private resolve!: (stored: StoredRecord[]) => void;
  private reject!: (error: Error) => void;

  constructor(records: number, deadlineMs: number) {
    this.stored = new Array<StoredRecord>(records);
    this.missing = records;
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.timer = setTimeout(() => {
      const message = `Publishing ${records} records: ${this.missing} not confirmed within ${deadlineMs} ms`;
      this.fail(new NotAcknowledgedError(message, { cause: this.lastProblem }));
    }, deadlineMs);
  }

  /** Nobody waits any more. */
  get settled(): boolean {
    return !this.open;
  }

  confirm(index: number, stored: StoredRecord): void {
    if (!this.open) return;
    this.stored[index] = stored;
    this.missing -= 1;
    if (this.missing > 0) return;
    this.close();
    this.resolve(this.stored);
  }

  /** Remembers why a try failed, to say so should the deadline pass. */
  note(problem: unknown): void {
    this.lastProblem = problem;
  }

  fail(error: Error): void {
    if (!this.open) return;
    this.close();
    this.reject(error);
  }

  private close(): void {
    this.open = false;
    clearTimeout(this.timer);
  }
}
