/** One way of taking articles in, measured over all rounds. */
export interface Measured {
  readonly name: string;
  readonly articles: number;
  /** Of each round; the middle one counts, since other loads share the machine. */
  readonly perSecond: readonly number[];
  /** Of all answers of all rounds, the fastest first. */
  readonly answersMs: readonly number[];
  readonly cpuSeconds: number;
  readonly residentMiB: number;
}

/** A group of lines with the floors they stand on. */
export interface MeasuredKind {
  readonly title: string;
  readonly ingestor: Measured;
  readonly answering: Measured;
  readonly producing: Measured;
}

/** As people read it: a table of each kind, ratios beside it. */
export function ingestReport(kinds: readonly MeasuredKind[]): string {
  return kinds
    .flatMap(({ title, ingestor, answering, producing }) => [
      '',
      title,
      row(['', 'articles/s', 'p50 ms', 'p99 ms', 'CPU s / 1,000', 'MiB']),
      ...[ingestor, answering, producing].map(line),
      `  of the floor that only answers: ${share(ingestor, answering)} of its articles/s` +
        `   of the producer alone: ${share(ingestor, producing)}`,
    ])
    .join('\n');
}

function line(measured: Measured): string {
  const { name, articles, answersMs, cpuSeconds, residentMiB } = measured;
  return row([
    name,
    Math.round(median(measured.perSecond)).toLocaleString('en-GB'),
    quantile(answersMs, 0.5).toFixed(1),
    quantile(answersMs, 0.99).toFixed(1),
    ((cpuSeconds / articles) * 1_000).toFixed(3),
    Math.round(residentMiB).toString(),
  ]);
}

const widths = [34, 12, 8, 8, 14, 6];

function row(cells: readonly string[]): string {
  const [first = '', ...others] = cells;
  const padded = others.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
  return `  ${first.padEnd(widths[0] ?? 0)}${padded.join('')}`;
}

function share(part: Measured, whole: Measured): string {
  return (median(part.perSecond) / median(whole.perSecond)).toFixed(2);
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Of sorted values, the one below which that share of them lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
