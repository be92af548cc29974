import { DocumentError } from './draft.ts';
import { ATTRIBUTE_LENGTH_MAX, HtmlCursor } from './html-cursor.ts';
import type { Attributes } from './html-cursor.ts';

/** Whole pages of the most crowded news sites stay below 60; what reads pages takes time with depth. */
export const PAGE_DEPTH_MAX = 100;
/** Start tags, scripts and pictures' innards included; a crowded front page has 8,000. */
export const PAGE_TAGS_MAX = 30_000;
/** Of the head: pages have up to 100 meta elements and 10 scripts of data. */
const HEAD_ENTRIES_MAX = 500;
/** Of an attribute in the content: enough to tell what its element is for. */
const KEPT_LENGTH_MAX = 300;

/** What a page says about itself, and its content without scripts, players, menus and captions. */
export interface ScannedPage {
  readonly language: string | undefined;
  readonly title: string;
  readonly metas: readonly Attributes[];
  readonly links: readonly Attributes[];
  readonly times: readonly Attributes[];
  /** Texts of the scripts with JSON-LD. */
  readonly data: readonly string[];
  /** href of the base element. */
  readonly base: string | undefined;
  /** How many there are in the content. */
  readonly elements: number;
  /** Well-formed HTML, its attributes only those that tell what an element is for. */
  readonly content: string;
}

/** Neither read nor looked into; what stands in them is not the article's text. */
const skipped = new Set(
  (
    'applet aside audio button canvas datalist dialog embed figcaption frameset iframe map math menu nav ' +
    'noembed noframes noscript object picture script select style svg template textarea title video'
  ).split(' '),
);
const voids = new Set(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Hold text up to their end tag, whatever it looks like. */
const rawTexts = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
/** Wrap content as often as not, so that they are passed through without standing in the content. */
const passed = new Set(['html', 'head', 'body']);
/** Others, such as `o:p` of word processors, are passed through too. */
const plainName = /^[a-z][a-z0-9-]{0,40}$/;
/** Tell readers of pages what an element is for. */
const keptAttributes = 'class id itemprop rel role href lang style hidden aria-hidden'.split(' ');

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

/**
 * One pass over a page, before any tree is made of it: time and memory are linear, and what is
 * handed on is balanced, of bounded depth and number, and without anything that runs.
 * @throws DocumentError for more tags or depth than a page has.
 */
export function scanPage(text: string): ScannedPage {
  return new PageScanner(text).scan();
}

class PageScanner {
  readonly #cursor: HtmlCursor;
  readonly #text: string;
  readonly #open: string[] = [];
  /** How many elements were open when the outermost skipped one began; 0 while nothing is skipped. */
  #skippedAt = 0;
  #tags = 0;
  #elements = 0;
  readonly #content: string[] = [];
  readonly #metas: Attributes[] = [];
  readonly #links: Attributes[] = [];
  readonly #times: Attributes[] = [];
  readonly #data: string[] = [];
  #language: string | undefined;
  #title = '';
  #base: string | undefined;

  constructor(text: string) {
    this.#cursor = new HtmlCursor(text);
    this.#text = text;
  }

  scan(): ScannedPage {
    let at = 0;
    while (at < this.#text.length) {
      const tag = this.#text.indexOf('<', at);
      this.#addText(this.#text.slice(at, tag === -1 ? undefined : tag));
      if (tag === -1) break;
      at = this.#readMarkup(tag);
    }
    while (this.#open.length > 0) this.#close();
    return {
      language: this.#language,
      title: this.#title,
      metas: this.#metas,
      links: this.#links,
      times: this.#times,
      data: this.#data,
      base: this.#base,
      elements: this.#elements,
      content: this.#content.join(''),
    };
  }

  #addText(text: string): void {
    if (this.#skippedAt === 0 && text !== '') this.#content.push(text);
  }

  /** @returns where to go on. */
  #readMarkup(at: number): number {
    const next = this.#text.charAt(at + 1);
    if (/[A-Za-z]/.test(next)) return this.#readStartTag(at);
    if (next === '/') return this.#readEndTag(at);
    if (next === '!' || next === '?') {
      const isComment = this.#text.startsWith('!--', at + 1);
      const end = this.#cursor.find(isComment ? '-->' : '>', at + 2);
      return end === -1 ? this.#text.length : end + (isComment ? 3 : 1);
    }
    this.#countTag();
    this.#addText('&lt;');
    return at + 1;
  }

  #readEndTag(at: number): number {
    const end = this.#cursor.find('>', at);
    if (end === -1) return this.#text.length;
    const name = this.#cursor.lower.slice(at + 2, Math.min(end, at + 40)).replace(/[\s/][^]*$/, '');
    // NOTE: closing all that is open up to it; one that nothing is open for means nothing.
    const opened = this.#open.lastIndexOf(name);
    if (opened !== -1) while (this.#open.length > opened) this.#close();
    return end + 1;
  }

  #readStartTag(at: number): number {
    this.#countTag();
    const nameEnd = this.#cursor.nameEnd(at + 1);
    const name = this.#cursor.lower.slice(at + 1, nameEnd);
    const { attributes, end, isClosed } = this.#cursor.readAttributes(nameEnd);
    this.#note(name, attributes);
    if (rawTexts.has(name)) return this.#readRawText(name, attributes, end);
    if (passed.has(name) || !plainName.test(name)) return end;
    this.#closeImplied(name);
    if (voids.has(name) || isClosed) {
      if (this.#skippedAt === 0 && (name === 'br' || name === 'hr'))
        this.#content.push(`<${name}>`);
      return end;
    }
    this.#openElement(name, attributes);
    return end;
  }

  /** Or a bracket that begins none. */
  #countTag(): void {
    this.#tags += 1;
    if (this.#tags > PAGE_TAGS_MAX) {
      throw new DocumentError(`The page has more than ${PAGE_TAGS_MAX} tags`);
    }
  }

  #openElement(name: string, attributes: Attributes): void {
    if (this.#open.length >= PAGE_DEPTH_MAX) {
      throw new DocumentError(`The page is nested deeper than ${PAGE_DEPTH_MAX} elements`);
    }
    this.#open.push(name);
    if (this.#skippedAt > 0) return;
    if (skipped.has(name)) this.#skippedAt = this.#open.length;
    else {
      this.#elements += 1;
      this.#content.push(startTag(name, attributes));
    }
  }

  #close(): void {
    if (this.#skippedAt === 0) this.#content.push(`</${this.#open.at(-1)}>`);
    if (this.#skippedAt === this.#open.length) this.#skippedAt = 0;
    this.#open.pop();
  }

  #closeImplied(name: string): void {
    const closed = impliedEnds.get(name);
    for (let top = this.#open.at(-1); top !== undefined; top = this.#open.at(-1)) {
      if (closed?.has(top) !== true && !(top === 'p' && closesParagraph.has(name))) return;
      this.#close();
    }
  }

  #readRawText(name: string, attributes: Attributes, start: number): number {
    const end = this.#cursor.find(`</${name}`, start);
    const text = this.#text.slice(start, end === -1 ? undefined : end);
    if (name === 'title' && this.#title === '') this.#title = text.slice(0, ATTRIBUTE_LENGTH_MAX);
    const isData = /^\s*application\/ld\+json/i.test(attributes.get('type') ?? '');
    if (name === 'script' && isData) add(this.#data, text);
    if (end === -1) return this.#text.length;
    const close = this.#cursor.find('>', end);
    return close === -1 ? this.#text.length : close + 1;
  }

  /** Remembers what an element says about the page. */
  #note(name: string, attributes: Attributes): void {
    if (name === 'meta') add(this.#metas, attributes);
    if (name === 'link') add(this.#links, attributes);
    if (name === 'time') add(this.#times, attributes);
    if (name === 'html') this.#language ??= attributes.get('lang') ?? attributes.get('xml:lang');
    if (name === 'base') this.#base ??= attributes.get('href');
  }
}

/** What is beyond the limit is no page's. */
function add<Entry>(entries: Entry[], entry: Entry): void {
  if (entries.length < HEAD_ENTRIES_MAX) entries.push(entry);
}

function startTag(name: string, attributes: Attributes): string {
  const kept = keptAttributes.flatMap((key) => {
    const value = attributes.get(key);
    if (value === undefined) return [];
    return [` ${key}="${value.slice(0, KEPT_LENGTH_MAX).replaceAll('"', '&quot;')}"`];
  });
  return `<${name}${kept.join('')}>`;
}
