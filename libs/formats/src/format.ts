import type { FieldProblem, Item } from './draft.ts';
import type { XmlElement } from './xml-document.ts';

/** A document after its characters and its outer syntax are read; what formats are told apart by. */
export type ParsedDocument =
  /** Elements of an array that cannot be taken are null in it. */
  | { readonly kind: 'json'; readonly value: unknown; readonly refused?: RefusedElements }
  /** One JSON value per line; a line that is none has its problem in place of a value. */
  | { readonly kind: 'json-lines'; readonly lines: readonly JsonLine[] }
  | { readonly kind: 'xml'; readonly root: XmlElement }
  | { readonly kind: 'html'; readonly text: string };

/** What is wrong, by the place in the array. */
export type RefusedElements = ReadonlyMap<number, FieldProblem>;

export type JsonLine =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: FieldProblem };

/** What is known about a document from outside of it. */
export interface ReadingContext {
  /** IANA name, for dates that say no offset. */
  readonly timeZone: string;
  /** What relative addresses are relative to when the document does not say. */
  readonly baseUrl?: string;
  /** Request headers in small letters, for formats that say things there (CloudEvents, HTML). */
  readonly headers: Readonly<Record<string, string>>;
}

/** One row of docs/formats.md. */
export interface FieldSource {
  /**
   * Of a draft: `title`, `body`, `extras.keywords`, `extras.*` for names of the format's own; `*` for
   * every other; or `withdrawal`.
   */
  readonly field: string;
  /** Where the format says it, first that is there wins. */
  readonly from: readonly string[];
  readonly note?: string;
}

/** One format: document in, items out. Pure: no I/O, no clock. */
export interface Format {
  /** As answers and events name it: `rss`, `newsml-g2`. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Its specification. */
  readonly specification: string;
  /** Media types that mean this format and nothing else. */
  readonly mediaTypes: readonly string[];
  /** Whether a document whose media type says too little is of this format. */
  recognises(document: ParsedDocument): boolean;
  /** @throws DocumentError when it is of this format by name only. */
  read(document: ParsedDocument, context: ReadingContext): Item[];
  readonly fields: readonly FieldSource[];
  /** What a sender of it has to know besides, in Markdown. */
  readonly advice?: string;
}
