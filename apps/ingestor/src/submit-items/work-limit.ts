/**
 * Ends work in a thread when the thread has worked too long for it, or when twice that time has gone by
 * because the machine let it work too little.
 */
export class WorkLimit {
  readonly #abort = new AbortController();
  readonly #msMax: number;
  readonly #workedMs: () => number;
  readonly #workedBefore: number;
  #timer: NodeJS.Timeout;
  #isWorkedOff = false;

  /** @param workedMs milliseconds the thread has worked since it began. */
  constructor(msMax: number, workedMs: () => number) {
    this.#msMax = msMax;
    this.#workedMs = workedMs;
    this.#workedBefore = workedMs();
    this.#timer = setTimeout(() => this.#look(), msMax);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** True once it was ended for its own work; false when the machine was too busy. */
  get isWorkedOff(): boolean {
    return this.#isWorkedOff;
  }

  /** To be called in any case. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    const worked = this.#workedMs() - this.#workedBefore;
    if (worked >= this.#msMax * WORKED_OFF_SHARE) this.#end(true);
    else this.#timer = setTimeout(() => this.#end(false), this.#msMax);
  }

  #end(isWorkedOff: boolean): void {
    if (this.#abort.signal.aborted) return;
    this.#isWorkedOff = isWorkedOff;
    this.#abort.abort();
    this.stop();
  }
}

/**
 * Milliseconds that the process has worked outside of the thread that asks: its workers, and a little
 * for compressing and collecting garbage. Asking the worker itself (worker.cpuUsage) leaves a handle
 * open when it is ended before it answers.
 */
export function workOffThisThreadMs(): number {
  const all = process.cpuUsage();
  const own = process.threadCpuUsage();
  return (all.user + all.system - own.user - own.system) / 1_000;
}

/** Of the time, that a thread must have worked to be the one that takes it: it shares two cores. */
const WORKED_OFF_SHARE = 0.5;
