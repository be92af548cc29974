import type { MeasuredLoad } from './measure-load.ts';

export interface MeasuredKind {
  readonly title: string;
  readonly clients: number;
  readonly warta: MeasuredLoad;
  /** Elasticsearch asked with the same body. */
  readonly raw: MeasuredLoad;
}

/** As people read it: one line of each kind and number of clients, Warta beside the raw request. */
export function searchReport(kinds: readonly MeasuredKind[]): string {
  const head = ['clients', 'p50 ms', 'raw', 'p99 ms', 'raw', 'q/s', 'raw', 'p50 more', 'p50 ratio'];
  const lines = kinds.map(({ title, clients, warta, raw }, at) => {
    const p50 = quantile(warta.answersMs, 0.5);
    const rawP50 = quantile(raw.answersMs, 0.5);
    return row(title === kinds[at - 1]?.title ? '' : title, [
      String(clients),
      p50.toFixed(1),
      rawP50.toFixed(1),
      quantile(warta.answersMs, 0.99).toFixed(1),
      quantile(raw.answersMs, 0.99).toFixed(1),
      median(warta.perSecond).toFixed(0),
      median(raw.perSecond).toFixed(0),
      `${(p50 - rawP50).toFixed(1)} ms`,
      `${(p50 / rawP50).toFixed(2)} ×`,
    ]);
  });
  return [row('', head), ...lines].join('\n');
}

const TITLE_WIDTH = 44;
const CELL_WIDTH = 10;

function row(title: string, cells: readonly string[]): string {
  return `  ${title.padEnd(TITLE_WIDTH)}${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}`;
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((one, other) => one - other),
    0.5,
  );
}

/** Of sorted values, the one below which that share of them lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
