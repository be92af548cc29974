/** A letter with what belongs to it: its accents, the rest of its syllable, and what nobody sees. */
const letters =
  /[^\p{M}\u1161-\u1175\u11a8-\u11c2\u00ad\u200e\u200f\u2060]?[\p{M}\u1161-\u1175\u11a8-\u11c2\u00ad\u200e\u200f\u2060]*/gu;
const unseen = /\u00ad|\u200e|\u200f|\u2060/gu;

/** A query as somebody typed it, and how it is read. */
export class TypedQuery {
  /**
   * As articles are stored: letters and their accents are one character, which keyboards and pages
   * that are copied from need not send so. What nobody sees within a word is none of its letters:
   * hyphens that only show where a line ends, and marks of writing direction.
   */
  readonly stored: string;
  readonly #typed: string;

  constructor(typed: string) {
    this.#typed = typed;
    this.stored = asStored(typed);
  }

  /**
   * Where in the typed text an offset of the stored one is: in characters from 1, so that an emoji is
   * one; one past the end for the end. Takes time linear in the length.
   */
  columnOf(offset: number): number {
    return [...this.#typed.slice(0, this.#typedOffset(offset))].length + 1;
  }

  /** Of a letter that was typed otherwise, the place where it begins. */
  #typedOffset(offset: number): number {
    if (this.#typed === this.stored) return offset;
    if (offset >= this.stored.length) return this.#typed.length;
    let storedAt = 0;
    for (const { 0: typed, index } of this.#typed.matchAll(letters)) {
      const stored = asStored(typed);
      const within = offset - storedAt;
      if (within < stored.length) return index + (stored === typed ? within : 0);
      storedAt += stored.length;
    }
    return this.#typed.length;
  }
}

function asStored(typed: string): string {
  return typed.replaceAll(unseen, '').normalize('NFC');
}
