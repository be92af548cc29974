/** A table as docs/quality.md has it: the first column is text, the others figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line), '']; // prettier-ignore
}

/** Per cent, one place. */
export function percent(value: number): string {
  return value.toFixed(1);
}

/** `part` of `whole` in per cent with the counts that it rests on. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${percent((100 * part) / whole)} (${part}/${whole})`;
}

/** 12,345. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}
