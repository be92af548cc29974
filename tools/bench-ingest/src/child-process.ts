import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a measured process has used since it began. */
export interface ProcessUse {
  readonly cpuSeconds: number;
  readonly residentMiB: number;
}

/** A process of the benchmark's own that is asked over its channel. */
export class BenchProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = once(child, 'exit').then(([code]) => {
      throw new Error(`a process of the benchmark ended with ${String(code)}`);
    });
    // It ends at last, when nobody asks any more.
    this.#ended.catch(() => undefined);
  }

  /** @param file beside this one; it answers each message with one message. */
  static start(file: string): BenchProcess {
    const url = new URL(`./${file}`, import.meta.url);
    const child = fork(url, { execArgv: ['--conditions=@warta/source'] });
    return new BenchProcess(child);
  }

  /** @throws Error when the process ends instead of answering. */
  async ask<Answer>(message: object): Promise<Answer> {
    const answer = once(this.#child, 'message');
    this.#child.send(message);
    const [said] = (await Promise.race([answer, this.#ended])) as [Answer];
    return said;
  }

  stop(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

/** Of the process that calls it. */
export function ownUse(): ProcessUse {
  const { user, system } = process.cpuUsage();
  return {
    cpuSeconds: (user + system) / 1e6,
    residentMiB: process.memoryUsage.rss() / 1024 / 1024,
  };
}
