const ATTRIBUTES_MAX = 50;
/** Of one attribute; `data:` pictures are longer and are not looked at. */
export const ATTRIBUTE_LENGTH_MAX = 4_000;

/** As they are written, characters not decoded; names in small letters. */
export type Attributes = ReadonlyMap<string, string>;

export interface TagRest {
  readonly attributes: Attributes;
  /** Behind the tag. */
  readonly end: number;
  /** Written `<x/>`. */
  readonly isClosed: boolean;
}

/** Reads names and attributes off a page, in time linear in its length however they are broken. */
export class HtmlCursor {
  readonly text: string;
  /** In small letters, of the same length, to find end tags in. */
  readonly lower: string;
  /** From where on something is known not to come any more. */
  readonly #absentFrom = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    const lower = text.toLowerCase();
    // One Turkish letter becomes two units: then letter by letter, which takes ten times as long.
    const isAligned = lower.length === text.length;
    this.lower = isAligned ? lower : text.replace(/[A-Z]+/g, (some) => some.toLowerCase());
  }

  /** @param start behind the tag's name. */
  readAttributes(start: number): TagRest {
    let isClosed = false;
    const attributes = new Map<string, string>();
    let at = start;
    for (;;) {
      while (isSpace(this.text.charCodeAt(at))) at += 1;
      const character = this.text.charAt(at);
      if (character === '' || character === '>') {
        return { attributes, end: Math.min(at + 1, this.text.length), isClosed };
      }
      isClosed = character === '/';
      if (isClosed || character === '=') {
        at += 1;
        continue;
      }
      const nameEnd = this.nameEnd(at);
      const name = this.lower.slice(at, Math.min(nameEnd, at + 100));
      const value = this.#readValue(nameEnd);
      if (attributes.size < ATTRIBUTES_MAX && !attributes.has(name)) {
        attributes.set(name, value.text.slice(0, ATTRIBUTE_LENGTH_MAX));
      }
      at = value.end;
    }
  }

  #readValue(start: number): { text: string; end: number } {
    let at = start;
    while (isSpace(this.text.charCodeAt(at))) at += 1;
    if (this.text.charAt(at) !== '=') return { text: '', end: at };
    at += 1;
    while (isSpace(this.text.charCodeAt(at))) at += 1;
    const quote = this.text.charAt(at);
    const close = quote === '"' || quote === "'" ? this.find(quote, at + 1) : -1;
    if (close !== -1) return { text: this.text.slice(at + 1, close), end: close + 1 };
    const valueStart = at;
    while (at < this.text.length && !isSpace(this.text.charCodeAt(at)) && this.text[at] !== '>') {
      at += 1;
    }
    return { text: this.text.slice(valueStart, at), end: at };
  }

  /** Of a tag or attribute. At least one character on, so that every turn moves. */
  nameEnd(start: number): number {
    let at = start + 1;
    for (; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (isSpace(code) || code === 0x2f || code === 0x3d || code === 0x3e) break;
    }
    return at;
  }

  /** As indexOf, but what is missing is looked for once: else a page of open quotes takes for ever. */
  find(wanted: string, from: number): number {
    if (from >= (this.#absentFrom.get(wanted) ?? Infinity)) return -1;
    const at = this.lower.indexOf(wanted, from);
    if (at === -1) this.#absentFrom.set(wanted, from);
    return at;
  }
}

const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);
