import { ITEMS_MAX, parseStrictJson, StrictJsonError } from '@warta/contracts';
import { cleanItem, normalizeItem } from './clean-draft.ts';
import { decodeText } from './decode-text.ts';
import { charsetOf, mediaTypeOf, namesSyntax, syntaxOf } from './document-syntax.ts';
import { DocumentError, UnknownFormatError } from './draft.ts';
import type { Item } from './draft.ts';
import type { Format, JsonLine, ParsedDocument, ReadingContext } from './format.ts';
import { fallbacks, formats } from './formats.ts';
import { isJsonLines, jsonLines } from './json-lines.ts';
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
 * The articles of a document of any format, recognised by its media type, and by its content where
 * that says too little or plainly something else. Pure; time is linear in the length.
 * @throws UnknownFormatError when it is of no format that is taken.
 * @throws DocumentError when nothing of it can be read, or it has more than ITEMS_MAX items.
 */
export function readDocument(document: SentDocument, context: ReadingContext): ReadDocument {
  const mediaType = mediaTypeOf(document.contentType);
  const { text, toldBy } = decodeText(document.bytes, charsetOf(document.contentType));
  const read = readText({ text, isGuessed: toldBy === 'detection' }, mediaType, context);
  if (read.items.length > ITEMS_MAX) {
    throw new DocumentError(`It has more than ${ITEMS_MAX} items: send them in parts`);
  }
  return read;
}

/** @throws DocumentError */
function readText(
  { text, isGuessed }: { text: string; isGuessed: boolean },
  mediaType: string,
  context: ReadingContext,
): ReadDocument {
  if (!namesSyntax(mediaType) && formatOfType(mediaType) === undefined) {
    throw new UnknownFormatError(`The media type ${mediaType} is not taken: ${whatIsTaken()}`);
  }
  if (text.trim() === '') throw new DocumentError('The document is empty');
  const document = parsed(text, mediaType);
  // RFC 8259, 8.1. Feeds in XML and pages may be in anything, and say so late or never.
  if (isGuessed && document.kind.startsWith('json')) {
    throw new DocumentError('The JSON is not UTF-8: send it as UTF-8');
  }
  return readParsed(document, mediaType, context);
}

function parsed(text: string, mediaType: string): ParsedDocument {
  const syntax = syntaxOf(text, mediaType);
  switch (syntax) {
    case 'json':
      return isJsonLines(text) ? { kind: 'json-lines', lines: jsonLines(text) } : json(text);
    case 'json-lines':
      return { kind: 'json-lines', lines: jsonLines(text) };
    case 'xml':
      return { kind: 'xml', root: parseXml(text) };
    case 'html':
      return { kind: 'html', text };
    case undefined:
      throw new UnknownFormatError(`The document is of no known format: ${whatIsTaken()}`);
  }
}

function json(text: string): ParsedDocument {
  try {
    return { kind: 'json', value: parseStrictJson(text) };
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    throw new DocumentError(error.message, error.pointer);
  }
}

function readParsed(
  document: ParsedDocument,
  mediaType: string,
  context: ReadingContext,
): ReadDocument {
  if (document.kind === 'json-lines') {
    const parts = document.lines.map((line) => readLine(line, mediaType, context));
    return joined(parts, 'json-lines');
  }
  const format = formatOf(document, mediaType);
  if (format !== undefined) {
    const clean = format === wartaJson ? normalizeItem : cleanItem;
    return { format: format.name, items: format.read(document, context).map(clean) };
  }
  if (document.kind === 'json' && Array.isArray(document.value)) {
    if (document.value.length > ITEMS_MAX) {
      throw new DocumentError(`It has more than ${ITEMS_MAX} items: send them in parts`);
    }
    const parts = document.value.map((value: unknown, index) =>
      readPart({ kind: 'json', value }, `/${index}`, mediaType, context),
    );
    return joined(parts, 'json');
  }
  throw new UnknownFormatError(`The document is of no known format: ${whatIsTaken()}`);
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

function readLine(line: JsonLine, mediaType: string, context: ReadingContext): ReadDocument {
  const place = `line ${line.line}`;
  if ('value' in line) {
    return readPart({ kind: 'json', value: line.value }, place, mediaType, context);
  }
  const { pointer, detail } = line.problem;
  return refused(place, { pointer: place + pointer, detail });
}

/** One of many: when it cannot be read, it alone is refused. */
function readPart(
  document: ParsedDocument,
  place: string,
  mediaType: string,
  context: ReadingContext,
): ReadDocument {
  try {
    const { format, items } = readParsed(document, mediaType, context);
    return { format, items: items.map((item) => below(place, item)) };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return refused(place, { pointer: place + error.pointer, detail: error.message });
  }
}

function refused(pointer: string, problem: { pointer: string; detail: string }): ReadDocument {
  return { format: '', items: [{ pointer, refusal: [problem] }] };
}

/** The item with its pointers seen from the document around it. */
function below(place: string, item: Item): Item {
  const pointer = place + item.pointer;
  if (!('refusal' in item)) return { ...item, pointer };
  const refusal = item.refusal.map((one) => ({ ...one, pointer: place + one.pointer }));
  return { pointer, refusal };
}

/** What the type names when the content agrees; else what the content is; else what the type names. */
function formatOf(document: ParsedDocument, mediaType: string): Format | undefined {
  const named = formatOfType(mediaType);
  if (named?.recognises(document) === true) return named;
  return (
    formats.find((format) => format.recognises(document)) ??
    named ??
    fallbacks.find((format) => format.recognises(document))
  );
}

function formatOfType(mediaType: string): Format | undefined {
  return [...formats, ...fallbacks].find(({ mediaTypes }) => mediaTypes.includes(mediaType));
}

function whatIsTaken(): string {
  const titles = [...formats, ...fallbacks].map(({ title }) => title);
  return `send ${titles.join(', ')}, or lines or arrays of the JSON ones`;
}
