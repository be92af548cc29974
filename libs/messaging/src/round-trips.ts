/** No answer for longer means that the brokers cannot be reached; the truth is due within 10 s. */
const FRESH_MS = 9_000;
/** A failed write counts for this long, unless a write succeeds: answered questions are not enough. */
const WRITE_FAILURE_COUNTS_MS = 10_000;

/** Remembers how the exchange with the brokers went lately. */
export class RoundTrips {
  private successAt = -Infinity;
  private writeFailedAt = -Infinity;
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  succeeded(what: 'write' | 'probe'): void {
    this.successAt = this.now();
    if (what === 'write') this.writeFailedAt = -Infinity;
  }

  writeFailed(): void {
    this.writeFailedAt = this.now();
  }

  get sinceSuccessMs(): number {
    return this.now() - this.successAt;
  }

  get healthy(): boolean {
    const writeFailed = this.now() - this.writeFailedAt < WRITE_FAILURE_COUNTS_MS;
    return this.sinceSuccessMs < FRESH_MS && !writeFailed;
  }
}
