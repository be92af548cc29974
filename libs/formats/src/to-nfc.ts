/**
 * Marks in a row after which a joiner is put in. Putting marks into their order takes time with the
 * square of how many there are: measured 14 s for the 200,000 that fit into an article. No language
 * stacks more than a few.
 */
const MARKS_MAX = 30;

/** The joiner itself is a mark, and ends a row of them. */
const mark = '[\\p{M}--\\u{34F}]';
const tooMany = new RegExp(`${mark}{${MARKS_MAX}}(?=${mark})`, 'gv');

/**
 * The text in NFC, in linear time whatever it holds: as Stream-Safe Text (UAX #15, 13), in which
 * rows of combining marks are bounded by U+034F. Other texts are what NFC makes of them.
 */
export function toNfc(text: string): string {
  return text.replace(tooMany, '$&\u034F').normalize('NFC');
}
