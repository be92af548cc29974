interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of longer sentences that much around the first mark is shown. */
const SHOWN_LENGTH_MAX = 600;
const SHOWN_BEFORE = 200;

/**
 * HTML of a sentence with <em> around its marks and nothing else, of a very long one the part with the
 * first mark.
 * @param marks in order, none within another.
 */
export function markedHtml(
  text: string,
  marks: readonly Span[],
  lengthMax = SHOWN_LENGTH_MAX,
): string {
  const isLong = text.length > lengthMax;
  const from = isLong ? Math.max(0, (marks[0]?.start ?? 0) - SHOWN_BEFORE) : 0;
  const to = isLong ? from + lengthMax : text.length;
  const parts: string[] = [];
  let read = from;
  for (const { start, end } of marks) {
    if (start >= to) break;
    parts.push(escapeHtml(text.slice(read, start)));
    parts.push(`<em>${escapeHtml(text.slice(start, Math.min(end, to)))}</em>`);
    read = Math.min(end, to);
  }
  parts.push(escapeHtml(text.slice(read, to)));
  return parts.join('').trim().toWellFormed();
}

const encoded: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '/': '&#x2F;',
};

/** As Elasticsearch's highlighter encodes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'/]/g, (character) => encoded[character] ?? character);
}
