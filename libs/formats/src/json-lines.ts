import { parseStrictJson, StrictJsonError } from '@warta/contracts';
import { RECORD_SEPARATOR } from './document-syntax.ts';
import type { JsonLine } from './format.ts';

/**
 * The values of newline-delimited JSON (NDJSON, JSON Lines) or of a JSON text sequence (RFC 7464),
 * which is told by its record separators. Blank lines count as lines and are no values.
 */
export function jsonLines(text: string): JsonLine[] {
  const isSequence = text.trimStart().startsWith(RECORD_SEPARATOR);
  const parts = isSequence ? text.split(RECORD_SEPARATOR) : text.split('\n');
  // In a sequence nothing stands before the first separator, so that its index is the number too.
  return parts.flatMap((part, index) =>
    part.trim() === '' ? [] : [jsonLine(part, isSequence ? index : index + 1)],
  );
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
