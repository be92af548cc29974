import { quantile } from './search-report.ts';

/** All ways on batches of one size. */
export interface MeasuredBatches {
  readonly size: number;
  /** The same ways in the same order for each size. */
  readonly ways: readonly {
    readonly name: string;
    readonly roundsMs: readonly number[];
    /** Searches that found something, over all rounds: ways that differ here do not do the same. */
    readonly found: number;
  }[];
}

/** A table: one line for each way, one column for each size of batch. */
export function alertReport(measured: readonly MeasuredBatches[]): string {
  const names = measured[0]?.ways.map(({ name }) => name) ?? [];
  const lines = names.map((name, at) =>
    row(
      name,
      measured.map(({ ways }) => cellOf(ways[at])),
    ),
  );
  return [
    row(
      'articles in the batch',
      measured.map(({ size }) => String(size)),
    ),
    ...lines,
  ].join('\n');
}

function cellOf(way: MeasuredBatches['ways'][number] | undefined): string {
  const sorted = (way?.roundsMs ?? []).toSorted((one, other) => one - other);
  const [median, longest] = [quantile(sorted, 0.5), sorted.at(-1) ?? Number.NaN];
  return `${median.toFixed(0)} (${longest.toFixed(0)}); ${way?.found ?? 0}`;
}

const NAME_WIDTH = 42;
const CELL_WIDTH = 20;

const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}`;
