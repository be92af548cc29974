import type { MeasuredLoad } from './measure-load.ts';

export interface MeasuredKind {
  readonly title: string;
  readonly clients: number;
  /** What one search asks of Elasticsearch once the names in it are known. */
  readonly requests: number;
  readonly warta: MeasuredLoad;
  /** Elasticsearch asked with the same body. */
  readonly raw: MeasuredLoad;
  /** Warta asked for what costs it nothing. */
  readonly idle: MeasuredLoad;
}

const HEAD = [
  ...['clients', 'requests', 'p50 ms', 'raw', 'p99 ms', 'raw', 'q/s', 'raw'],
  ...['more', 'ratio', 'idle', 'least ratio'],
] as const;

const LEGEND = [
  'requests: of one search to Elasticsearch. raw: the one of them that finds the page, sent to Elasticsearch by itself.',
  'more, ratio: of p50, Warta beside raw. idle: p50 of an answer of Warta that asks nobody. least ratio: (raw + idle) / raw,',
  'which a service of this kind cannot come below.',
].map((line) => `  ${line}`);

/** As people read it: one line of each kind and number of clients, Warta beside the raw request. */
export function searchReport(kinds: readonly MeasuredKind[]): string {
  const lines = kinds.map(({ title, clients, requests, warta, raw, idle }, at) => {
    const p50 = quantile(warta.answersMs, 0.5);
    const rawP50 = quantile(raw.answersMs, 0.5);
    const idleP50 = quantile(idle.answersMs, 0.5);
    return row(title === kinds[at - 1]?.title ? '' : title, [
      String(clients),
      String(requests),
      p50.toFixed(1),
      rawP50.toFixed(1),
      quantile(warta.answersMs, 0.99).toFixed(1),
      quantile(raw.answersMs, 0.99).toFixed(1),
      median(warta.perSecond).toFixed(0),
      median(raw.perSecond).toFixed(0),
      `${(p50 - rawP50).toFixed(1)} ms`,
      `${(p50 / rawP50).toFixed(2)} ×`,
      `${idleP50.toFixed(1)} ms`,
      `${((rawP50 + idleP50) / rawP50).toFixed(2)} ×`,
    ]);
  });
  return [row('', HEAD), ...lines, ...LEGEND].join('\n');
}

const TITLE_WIDTH = 24;
const CELL_WIDTH = 12;

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
