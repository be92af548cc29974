import { bold, dim, marked } from './progress.ts';

/** Rows as aligned columns under dim headings; widths count characters, not bytes. */
export function table(headings: string[], rows: string[][], indent = '  '): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: string[], paint: (text: string) => string) =>
    indent +
    cells
      .map((cell, i) => paint(cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(headings, dim), ...rows.map((row) => line(row, (text) => text))].join('\n');
}

export function heading(text: string): string {
  return `\n${bold(text)}`;
}

/** Turns the <em> of a highlight, html-encoded by the API, into what a terminal shows. */
export function highlightForTerminal(fragment: string): string {
  return fragment
    .split(/(<em>.*?<\/em>)/s)
    .map((part) => {
      const matched = /^<em>(.*)<\/em>$/s.exec(part)?.[1];
      return matched === undefined ? plain(part) : marked(plain(matched));
    })
    .join('');
}

/** What an html-encoded text says; what it holds that is no text is left out only then. */
function plain(encoded: string): string {
  const text = encoded
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x2F;', '/')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return printable(text.replaceAll(/\s+/g, ' '));
}

/** Untrusted text for a terminal: control characters could move its cursor or change its title. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
