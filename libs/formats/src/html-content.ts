import { DocumentError } from './draft.ts';
import type { Attributes } from './html-cursor.ts';

/** Whole pages of the most crowded news sites stay below 60; what reads pages takes time with depth. */
export const PAGE_DEPTH_MAX = 100;
/** Of an attribute: enough to tell what its element is for. */
const KEPT_LENGTH_MAX = 200;

/** Not looked into; what stands in them is not the article's text. */
const skipped = new Set(
  (
    'applet aside audio button canvas datalist dialog embed figcaption frameset iframe map math menu nav ' +
    'noembed noframes noscript object picture script select style svg template textarea title video'
  ).split(' '),
);
/** Tell readers of pages what an element is for. */
const keptAttributes = 'class id itemprop rel role href lang'.split(' ');
/**
 * Change how words look, not which are the article's. Without a class or another attribute that says
 * more they are left out, and empty ones (icons) always: a sixth of the elements of news pages.
 */
const formatting = new Set(
  'abbr acronym b big em font i ins mark s small span strong sub sup tt u'.split(' '),
);

const closesParagraph = new Set(
  (
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr main menu nav ol p pre section table ul'
  ).split(' '),
);
/** Elements whose start ends an open one of the second kind (HTML standard, 13.1.2.4). */
const impliedEnds = new Map<string, ReadonlySet<string>>([
  ['li', new Set(['li'])],
  ['dt', new Set(['dt', 'dd'])],
  ['dd', new Set(['dt', 'dd'])],
  ['tr', new Set(['tr', 'td', 'th'])],
  ['td', new Set(['td', 'th'])],
  ['th', new Set(['td', 'th'])],
  ['tbody', new Set(['tr', 'td', 'th', 'thead', 'tbody'])],
  ['option', new Set(['option'])],
]);

/** Of an open element that is not written. */
const UNWRITTEN = -1;

/**
 * What may hold the article, written as well-formed HTML while a page is read: without elements that
 * are skipped or hidden, or that only format, and with few attributes.
 */
export class PageContent {
  readonly #pieces: string[] = [];
  /** Names of the open elements, and where in the pieces each begins. */
  readonly #open: string[] = [];
  readonly #starts: number[] = [];
  /** How many elements were open when the outermost skipped one began; 0 while nothing is skipped. */
  #skippedAt = 0;
  #elements = 0;

  /** How many are written, line breaks among them: each becomes a node. */
  get elements(): number {
    return this.#elements;
  }

  addText(text: string): void {
    if (this.#skippedAt === 0 && text !== '') this.#pieces.push(text);
  }

  /** A line or a rule. */
  addBreak(name: string): void {
    if (this.#skippedAt > 0) return;
    this.#elements += 1;
    this.#pieces.push(`<${name}>`);
  }

  /** @throws DocumentError for more depth than a page has. */
  open(name: string, attributes: Attributes): void {
    if (this.#open.length >= PAGE_DEPTH_MAX) {
      throw new DocumentError(`The page is nested deeper than ${PAGE_DEPTH_MAX} elements`);
    }
    this.#open.push(name);
    this.#starts.push(UNWRITTEN);
    if (this.#skippedAt > 0) return;
    if (skipped.has(name) || isHidden(attributes)) {
      this.#skippedAt = this.#open.length;
      return;
    }
    const kept = writtenAttributes(attributes);
    if (kept === '' && formatting.has(name)) return;
    this.#starts[this.#starts.length - 1] = this.#pieces.length;
    this.#elements += 1;
    this.#pieces.push(`<${name}${kept}>`);
  }

  /** Closes all that is open up to the element; one that nothing is open for means nothing. */
  closeUpTo(name: string): void {
    const opened = this.#open.lastIndexOf(name);
    if (opened !== -1) while (this.#open.length > opened) this.#close();
  }

  /** Closes what the start of this element ends. */
  closeImplied(name: string): void {
    const closed = impliedEnds.get(name);
    for (let top = this.#open.at(-1); top !== undefined; top = this.#open.at(-1)) {
      if (closed?.has(top) !== true && !(top === 'p' && closesParagraph.has(name))) return;
      this.#close();
    }
  }

  /** All of it, whatever is still open. */
  finish(): string {
    while (this.#open.length > 0) this.#close();
    return this.#pieces.join('');
  }

  #close(): void {
    if (this.#skippedAt === this.#open.length) this.#skippedAt = 0;
    const name = this.#open.pop();
    const start = this.#starts.pop() ?? UNWRITTEN;
    if (start === UNWRITTEN) return;
    // NOTE: an empty block, such as a place for an advertisement, keeps the texts around it apart.
    if (start === this.#pieces.length - 1 && formatting.has(name ?? '')) {
      this.#pieces.pop();
      this.#elements -= 1;
    } else this.#pieces.push(`</${name}>`);
  }
}

/** As browsers are told by attributes alone. */
function isHidden(attributes: Attributes): boolean {
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(
      (attributes.get('style') ?? '').slice(0, KEPT_LENGTH_MAX),
    )
  );
}

function writtenAttributes(attributes: Attributes): string {
  const kept = keptAttributes.flatMap((key) => {
    const value = attributes.get(key);
    if (value === undefined) return [];
    return [` ${key}="${value.slice(0, KEPT_LENGTH_MAX).replaceAll('"', '&quot;')}"`];
  });
  return kept.join('');
}
