import { ITEMS_MAX, parseStrictJson, StrictJsonError } from '@warta/contracts';
import { RECORD_SEPARATOR } from './document-syntax.ts';
import type { JsonLine } from './format.ts';

/**
 * The values of newline-delimited JSON (NDJSON, JSON Lines) or of a JSON text sequence (RFC 7464),
 * which is told by its record separators. Blank lines count as lines and are no values. No more are
 * read than are needed to know that there are too many.
 */
export function jsonLines(text: string): JsonLine[] {
  const isSequence = text.trimStart().startsWith(RECORD_SEPARATOR);
  const separator = isSequence ? RECORD_SEPARATOR : '\n';
  const lines: JsonLine[] = [];
  // In a sequence nothing stands before the first separator: what follows it is the first text.
  let line = isSequence ? 0 : 1;
  for (let start = 0; start < text.length && lines.length <= ITEMS_MAX; line += 1) {
    const found = text.indexOf(separator, start);
    const end = found === -1 ? text.length : found;
    const part = text.slice(start, end);
    if (part.trim() !== '') lines.push(jsonLine(part, line));
    start = end + 1;
  }
  return lines;
}

function jsonLine(text: string, line: number): JsonLine {
  try {
    return { line, value: parseStrictJson(text) };
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    return { line, problem: { pointer: error.pointer, detail: error.detail } };
  }
}

/** Whether the first line is a JSON object by itself and another one follows. */
export function isJsonLines(text: string): boolean {
  const end = text.indexOf('\n', text.search(/\S/));
  if (end === -1 || text.slice(end).trim() === '') return false;
  const first = text.slice(0, end).trim();
  return first.startsWith('{') && first.endsWith('}') && 'value' in jsonLine(first, 1);
}
