import { toNfc } from './to-nfc.ts';

/**
 * Control characters but tab, line feed and carriage return; what overrides or isolates the writing
 * direction, by which text is made to look like another; the byte order mark inside of a text.
 */
const unwanted =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * Text as every store can hold and every console can show it: NFC, halves of surrogate pairs
 * replaced, unwanted characters left out, lines ended by line feeds, nothing blank around it.
 */
export function cleanText(text: string): string {
  const kept = text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .replace(unwanted, '');
  return toNfc(kept).trim();
}

/** Clean text on one line, its words one space apart. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** At most so many UTF-16 units, with an ellipsis when something is cut off; no character is cut in two. */
export function cutText(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const cut = text.slice(0, lengthMax - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
