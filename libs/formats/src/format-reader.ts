import { ITEMS_MAX, parseStrictJsonElements, StrictJsonError } from '@warta/contracts';
import { cleanItem, normalizeItem } from './clean-draft.ts';
import { decodeText } from './decode-text.ts';
import { charsetOf, mediaTypeOf, namesSyntax, syntaxOf } from './document-syntax.ts';
import { DocumentError, TooManyItemsError, UnknownFormatError } from './draft.ts';
import type { FieldProblem, Item } from './draft.ts';
import type { Format, JsonLine, ParsedDocument, ReadingContext } from './format.ts';
import type { FormatTable } from './formats.ts';
import { isJsonLines, jsonLines } from './json-lines.ts';
import { isAllRefused, refusalOf, refusedElements, withRefused } from './refused-elements.ts';
import { wartaJson } from './warta-json.ts';
import { parseXml } from './xml-document.ts';

/** A document as it came: its bytes, decompressed, and what its sender says it is. */
export interface SentDocument {
  readonly bytes: Uint8Array;
  /** The Content-Type header, parameters and all. */
  readonly contentType?: string | undefined;
}

export interface ReadDocument {
  /** Of the items; of a batch in several formats, or in none, the syntax: `json`, `json-lines`. */
  readonly format: string;
  /** In the order of the document. */
  readonly items: Item[];
}

/**
 * Reads documents of the formats of one table. Recognised by media type, and by content where that
 * says too little or plainly something else. Everything here throws DocumentError for what cannot
 * be read, UnknownFormatError for what is of no format of the table.
 */
export class FormatReader {
  readonly #table: FormatTable;

  constructor(table: FormatTable) {
    this.#table = table;
  }

  readBytes({ bytes, contentType }: SentDocument, context: ReadingContext): ReadDocument {
    const { text, toldBy } = decodeText(bytes, charsetOf(contentType));
    const mediaType = mediaTypeOf(contentType);
    this.#checkMediaType(mediaType);
    const document = this.#parsed(text, mediaType);
    // RFC 8259, 8.1. Feeds in XML and pages may be in anything, and say so late or never.
    if (toldBy === 'detection' && document.kind.startsWith('json')) {
      throw new DocumentError('The JSON is not UTF-8: send it as UTF-8');
    }
    return this.#readParsed(document, mediaType, context);
  }

  readText(text: string, contentType: string, context: ReadingContext): ReadDocument {
    const mediaType = mediaTypeOf(contentType);
    this.#checkMediaType(mediaType);
    return this.#readParsed(this.#parsed(text, mediaType), mediaType, context);
  }

  readValue(value: unknown, contentType: string, context: ReadingContext): ReadDocument {
    const mediaType = mediaTypeOf(contentType);
    this.#checkMediaType(mediaType);
    return this.#readParsed({ kind: 'json', value }, mediaType, context);
  }

  #readParsed(document: ParsedDocument, mediaType: string, context: ReadingContext): ReadDocument {
    if (document.kind === 'json-lines') {
      return joined(this.#readLines(document.lines, mediaType, context), 'json-lines');
    }
    const refused = refusedElements(document);
    const format = this.#formatOf(document, mediaType);
    // Of which format they are, who knows; none says more than what is wrong with them.
    if (format !== undefined && !isAllRefused(document)) {
      const items = this.#cleaned(format.read(document, context), format);
      return { format: format.name, items: withRefused(items, refused) };
    }
    if (document.kind === 'json' && Array.isArray(document.value)) {
      const values = (document.value as unknown[]).entries();
      const readOne = ([index, value]: [number, unknown]) => {
        const problem = refused.get(index);
        if (problem !== undefined) return { format: '', items: [refusalOf(index, problem)] };
        return this.#readPart(value, `/${index}`, mediaType, context);
      };
      return joined(eachOf(values, readOne), 'json');
    }
    throw this.#unknown('The document is of no known format');
  }

  #readLines(
    lines: readonly JsonLine[],
    mediaType: string,
    context: ReadingContext,
  ): ReadDocument[] {
    return eachOf(lines, (line) => {
      const place = `line ${line.line}`;
      if ('value' in line) return this.#readPart(line.value, place, mediaType, context);
      const { pointer, detail } = line.problem;
      return refused(place, { pointer: place + pointer, detail });
    });
  }

  /** One of many: when it cannot be read, it alone is refused. */
  #readPart(
    value: unknown,
    place: string,
    mediaType: string,
    context: ReadingContext,
  ): ReadDocument {
    try {
      const { format, items } = this.#readParsed({ kind: 'json', value }, mediaType, context);
      return { format, items: items.map((item) => itemBelow(place, item)) };
    } catch (error) {
      if (!(error instanceof DocumentError) || error instanceof TooManyItemsError) throw error;
      return refused(place, { pointer: place + error.pointer, detail: error.message });
    }
  }

  /** What an envelope holds is clean already. */
  #cleaned(items: Item[], format: Format): Item[] {
    if (this.#table.envelopes.includes(format)) return items;
    return items.map(format === wartaJson ? normalizeItem : cleanItem);
  }

  #parsed(text: string, mediaType: string): ParsedDocument {
    if (text.trim() === '') throw new DocumentError('The document is empty');
    const syntax = syntaxOf(text, mediaType);
    switch (syntax) {
      case 'json':
        return isJsonLines(text) ? { kind: 'json-lines', lines: jsonLines(text) } : json(text);
      case 'json-lines':
        return linesOrOne(text);
      case 'xml':
        return { kind: 'xml', root: parseXml(text) };
      case 'html':
        return { kind: 'html', text };
      case undefined:
        throw this.#unknown('The document is of no known format');
    }
  }

  #checkMediaType(mediaType: string): void {
    if (!namesSyntax(mediaType) && this.#formatOfType(mediaType) === undefined) {
      throw this.#unknown(`The media type ${mediaType.slice(0, 100)} is not taken`);
    }
  }

  /** What the type names when the content agrees; else what the content is; else what the type names. */
  #formatOf(document: ParsedDocument, mediaType: string): Format | undefined {
    const { envelopes, formats, fallbacks } = this.#table;
    const recognises = (format: Format) => format.recognises(document);
    const named = this.#formatOfType(mediaType);
    if (named !== undefined && recognises(named)) return named;
    const isFallback = named !== undefined && fallbacks.includes(named);
    return (
      [...envelopes, ...formats].find(recognises) ??
      (isFallback ? undefined : named) ??
      fallbacks.find(recognises)
    );
  }

  #formatOfType(mediaType: string): Format | undefined {
    return this.#all().find(({ mediaTypes }) => mediaTypes.includes(mediaType));
  }

  #unknown(problem: string): UnknownFormatError {
    const titles = this.#all().map(({ title }) => title);
    return new UnknownFormatError(
      `${problem}: send ${titles.join(', ')}, or lines or an array of those that are JSON`,
    );
  }

  #all(): Format[] {
    return [...this.#table.envelopes, ...this.#table.formats, ...this.#table.fallbacks];
  }
}

/** Sent as lines, yet one value over several of them, when the first line is none. */
function linesOrOne(text: string): ParsedDocument {
  const lines = jsonLines(text);
  const [first] = lines;
  if (first === undefined || 'value' in first) return { kind: 'json-lines', lines };
  try {
    return json(text);
  } catch {
    return { kind: 'json-lines', lines };
  }
}

function json(text: string): ParsedDocument {
  try {
    const { value, refused } = parseStrictJsonElements(text);
    return { kind: 'json', value, refused };
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    const { pointer, detail } = error;
    throw new DocumentError(
      `${pointer === '' ? 'The JSON' : 'A part of the JSON'} ${detail}`,
      pointer,
    );
  }
}

/** Of every part in turn, until there are more than a document may have: a part may hold many. */
function eachOf<Part>(parts: Iterable<Part>, read: (part: Part) => ReadDocument): ReadDocument[] {
  const done: ReadDocument[] = [];
  let items = 0;
  for (const part of parts) {
    const one = read(part);
    done.push(one);
    items += one.items.length;
    refuseMoreThan(items);
  }
  return done;
}

/** A batch in which all are of one format is of that format. */
function joined(parts: readonly ReadDocument[], syntax: string): ReadDocument {
  const names = new Set(parts.flatMap(({ format }) => (format === '' ? [] : [format])));
  const [only] = names;
  return {
    format: names.size === 1 && only !== undefined ? only : syntax,
    items: parts.flatMap(({ items }) => items),
  };
}

function refused(pointer: string, problem: FieldProblem): ReadDocument {
  return { format: '', items: [{ pointer, refusal: [problem] }] };
}

/** The item with its pointers seen from the document around it. */
export function itemBelow(place: string, item: Item): Item {
  const pointer = pointerBelow(place, item.pointer);
  if (!('refusal' in item)) return { ...item, pointer };
  const refusal = item.refusal.map((one) => ({
    ...one,
    pointer: pointerBelow(place, one.pointer),
  }));
  return { pointer, refusal };
}

function pointerBelow(place: string, pointer: string): string {
  return pointer.startsWith('line') && place !== '' ? `${place} ${pointer}` : place + pointer;
}

/** @throws TooManyItemsError for more than a request may have. */
export function refuseMoreThan(items: number): void {
  if (items > ITEMS_MAX) {
    throw new TooManyItemsError(`It has more than ${ITEMS_MAX} items: send them in parts`);
  }
}
