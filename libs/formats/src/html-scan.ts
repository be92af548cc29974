import { DocumentError } from './draft.ts';
import { PageContent } from './html-content.ts';
import { ATTRIBUTE_LENGTH_MAX, HtmlCursor } from './html-cursor.ts';
import type { Attributes } from './html-cursor.ts';

/** Start tags, scripts and pictures' innards included; a crowded front page has 8,000. */
export const PAGE_TAGS_MAX = 30_000;
/** Of the head: pages have up to 100 meta elements and 10 scripts of data. */
const HEAD_ENTRIES_MAX = 500;
/** Characters of JSON-LD in all: five times the longest body. Pages have 300,000 at most. */
const DATA_LENGTH_MAX = 1_000_000;

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
  /** How many there are in the content, line breaks among them. */
  readonly elements: number;
  /** Well-formed HTML, its attributes only those that tell what an element is for. */
  readonly content: string;
}

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
  readonly #content = new PageContent();
  #tags = 0;
  readonly #metas: Attributes[] = [];
  readonly #links: Attributes[] = [];
  readonly #times: Attributes[] = [];
  readonly #data: string[] = [];
  #dataLength = 0;
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
      this.#content.addText(this.#text.slice(at, tag === -1 ? undefined : tag));
      if (tag === -1) break;
      at = this.#readMarkup(tag);
    }
    const content = this.#content.finish();
    return {
      language: this.#language,
      title: this.#title,
      metas: this.#metas,
      links: this.#links,
      times: this.#times,
      data: this.#data,
      base: this.#base,
      elements: this.#content.elements,
      content,
    };
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
    this.#content.addText('&lt;');
    return at + 1;
  }

  #readEndTag(at: number): number {
    const end = this.#cursor.find('>', at);
    if (end === -1) return this.#text.length;
    const name = this.#cursor.lower.slice(at + 2, Math.min(end, at + 40)).replace(/[\s/][^]*$/, '');
    this.#content.closeUpTo(name);
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
    this.#content.closeImplied(name);
    if (voids.has(name) || isClosed) {
      if (name === 'br' || name === 'hr') this.#content.addBreak(name);
      return end;
    }
    this.#content.open(name, attributes);
    return end;
  }

  /** Or a bracket that begins none. */
  #countTag(): void {
    this.#tags += 1;
    if (this.#tags > PAGE_TAGS_MAX) {
      throw new DocumentError(`The page has more than ${PAGE_TAGS_MAX} tags`);
    }
  }

  #readRawText(name: string, attributes: Attributes, start: number): number {
    const end = this.#cursor.find(`</${name}`, start);
    const text = this.#text.slice(start, end === -1 ? undefined : end);
    if (name === 'title' && this.#title === '') this.#title = text.slice(0, ATTRIBUTE_LENGTH_MAX);
    const isData = /^\s*application\/ld\+json/i.test(attributes.get('type') ?? '');
    if (name === 'script' && isData) this.#addData(text);
    if (end === -1) return this.#text.length;
    const close = this.#cursor.find('>', end);
    return close === -1 ? this.#text.length : close + 1;
  }

  #addData(text: string): void {
    this.#dataLength += text.length;
    if (this.#dataLength <= DATA_LENGTH_MAX) add(this.#data, text);
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
