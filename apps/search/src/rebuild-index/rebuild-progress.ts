import type { Filled } from './fill-index.ts';

const TELL_EVERY_MS = 5_000;

/** Tells people how far it has come, how fast, and how long it will still take. */
export class RebuildProgress {
  readonly #say: (message: string) => void;
  readonly #now: () => number;
  #first: { read: number; atMs: number } | undefined;
  #toldAtMs = -Infinity;
  #toldEnd: number | undefined;

  constructor(say: (message: string) => void, now: () => number = () => performance.now()) {
    this.#say = say;
    this.#now = now;
  }

  /** Says something at most every few seconds, and in the end. */
  tell({ read, left }: Pick<Filled, 'read' | 'left'>): void {
    const atMs = this.#now();
    this.#first ??= { read, atMs };
    const total = read + Math.max(0, left);
    const isEnd = left <= 0 && total !== this.#toldEnd;
    if (!isEnd && atMs - this.#toldAtMs < TELL_EVERY_MS) return;
    this.#toldAtMs = atMs;
    if (isEnd) this.#toldEnd = total;
    const share = total === 0 ? 100 : Math.floor((100 * read) / total);
    this.#say(`${share} %: ${read} of ${total} records read${this.#pace(read, left, atMs)}`);
  }

  #pace(read: number, left: number, atMs: number): string {
    const { read: firstRead = read, atMs: firstMs = atMs } = this.#first ?? {};
    const perSecond = (read - firstRead) / ((atMs - firstMs) / 1_000);
    if (left <= 0 || !Number.isFinite(perSecond) || perSecond <= 0) return '';
    return `, ${Math.round(perSecond)}/s, ${durationOf(left / perSecond)} to go`;
  }
}

function durationOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
