import type { ProcessUse } from './child-process.ts';
import type { LoadResult } from './http-load.ts';
import type { Measured } from './ingest-report.ts';

/** Adds up the rounds of one line. */
export class Rounds {
  readonly #name: string;
  readonly #results: (LoadResult & ProcessUse)[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  add(result: LoadResult & ProcessUse): void {
    this.#results.push(result);
  }

  measured(): Measured {
    const sum = (of: (result: LoadResult & ProcessUse) => number) =>
      this.#results.reduce((total, result) => total + of(result), 0);
    return {
      name: this.#name,
      articles: sum(({ articles }) => articles),
      perSecond: this.#results.map(({ articles, seconds }) => articles / seconds),
      answersMs: this.#results.flatMap(({ answersMs }) => answersMs).sort((a, b) => a - b),
      cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
      residentMiB: Math.max(...this.#results.map(({ residentMiB }) => residentMiB)),
    };
  }
}
