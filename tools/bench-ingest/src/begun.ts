/** What was begun and has to be ended, however the work on it ends. */
export class Begun {
  readonly #endings: (() => unknown)[] = [];
  #ended: Promise<void> | undefined;

  /** @param end may be a promise's maker; it may find things ended by themselves. */
  add(end: () => unknown): void {
    this.#endings.push(end);
  }

  /** Ends everything once, the last one first. @throws what the first of them to fail throws. */
  end(): Promise<void> {
    this.#ended ??= this.#endAll();
    return this.#ended;
  }

  async #endAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of this.#endings.reverse()) {
      try {
        await end();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** Rejects when a person or a supervisor wants the end; a second signal ends it at once. */
export function untilSignal(): { wanted: AbortSignal; rejected: Promise<never> } {
  const controller = new AbortController();
  const rejected = new Promise<never>((_resolve, reject) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(name, () => {
        const error = new Error(`ended by ${name}`);
        controller.abort(error);
        reject(error);
      });
    }
  });
  // Nobody may be waiting for it yet.
  rejected.catch(() => undefined);
  return { wanted: controller.signal, rejected };
}
