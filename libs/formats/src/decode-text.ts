import chardet from 'chardet';
import { DocumentError } from './draft.ts';

/** Where a declaration is looked for: CMS put comments and scripts before it. */
const DECLARATION_WINDOW = 4_096;
/** How much of the text that is not ASCII is shown to the detector; more does not change its mind. */
const SAMPLE_LENGTH_MAX = 16_384;
/** Below it the detector guesses; Western is then right more often than anything it says. */
const CONFIDENCE_MIN = 15;
const WESTERN = 'windows-1252';
const REPLACEMENT = '\uFFFD';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name. */
  readonly charset: string;
  readonly toldBy: 'bom' | 'bytes' | 'transport' | 'declaration' | 'detection';
}

/**
 * The characters of a document. In this order: byte order mark; zero bytes that only UTF-16 has; the
 * transport's charset; what the document declares; detection. Bytes that are valid UTF-8 and not
 * plain ASCII are UTF-8 whatever is declared: text in another charset is so by accident next to
 * never, while servers and templates declare wrongly every day. An unknown charset counts as none.
 * @throws DocumentError for UTF-32, which no feed uses and which has no decoder.
 */
export function decodeText(bytes: Uint8Array, transportCharset?: string): DecodedText {
  const wide = wideCharset(bytes);
  if (wide !== undefined) return wide;
  const named = [
    { charset: usableCharset(transportCharset), toldBy: 'transport' as const },
    { charset: usableCharset(declaredCharset(bytes)), toldBy: 'declaration' as const },
  ];
  const saysUtf8 = named.find(({ charset }) => charset === 'utf-8');
  const other = named.find(({ charset }) => charset !== undefined && charset !== 'utf-8');
  // Japanese mail text is ASCII with escapes.
  const isEscaped = other?.charset === 'iso-2022-jp' && bytes.every((byte) => byte < 0x80);
  const utf8 = isEscaped ? undefined : decodeAs('utf-8', bytes, true);
  if (utf8 !== undefined) {
    return { text: utf8, charset: 'utf-8', toldBy: saysUtf8?.toldBy ?? 'bytes' };
  }
  if (other?.charset !== undefined) {
    const text = decodeAs(other.charset, bytes, false) ?? '';
    return { text, charset: other.charset, toldBy: other.toldBy };
  }
  return mostlyUtf8(bytes) ?? detected(bytes);
}

/** UTF-8 with its mark, and UTF-16 with or without one (XML 1.0, appendix F). */
function wideCharset(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0 && b === 0) || (a === 0xff && b === 0xfe && c === 0 && d === 0)) {
    throw new DocumentError('The document is UTF-32: send it as UTF-8');
  }
  const as = (charset: string, toldBy: 'bom' | 'bytes'): DecodedText => ({
    text: decodeAs(charset, bytes, false) ?? '',
    charset,
    toldBy,
  });
  if (a === 0xef && b === 0xbb && c === 0xbf && decodeAs('utf-8', bytes, true) !== undefined) {
    return as('utf-8', 'bom');
  }
  if (a === 0xfe && b === 0xff) return as('utf-16be', 'bom');
  if (a === 0xff && b === 0xfe) return as('utf-16le', 'bom');
  if (a === 0 && b !== undefined && d !== 0) return as('utf-16be', 'bytes');
  if (a !== undefined && b === 0 && c !== 0) return as('utf-16le', 'bytes');
  return undefined;
}

/** Nothing when strict and the bytes do not fit. */
function decodeAs(charset: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Of the XML declaration or of an HTML meta element, as written. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = decodeAs(WESTERN, bytes.subarray(0, DECLARATION_WINDOW), false) ?? '';
  const inXml =
    /^[\s\u00EF\u00BB\u00BF]{0,64}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']\s{0,9}([\w.:-]{1,40})/i;
  const inHtml = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i;
  return (inXml.exec(head) ?? inHtml.exec(head))?.[1];
}

/**
 * The WHATWG name when there is a decoder. A declaration that could be read byte by byte is not in
 * UTF-16, whatever it says (HTML standard, 13.2.3.2).
 */
function usableCharset(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const name = new TextDecoder(label).encoding;
    return name.startsWith('utf-16') ? 'utf-8' : name;
  } catch {
    return undefined;
  }
}

/** UTF-8 with a few broken places, such as a character cut in two: better than the whole in Latin. */
function mostlyUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = decodeAs('utf-8', bytes, false) ?? '';
  let whole = 0;
  let broken = 0;
  for (const character of text) {
    if (character === REPLACEMENT) broken += 1;
    else if (character > '\u007F') whole += 1;
  }
  return whole > broken ? { text, charset: 'utf-8', toldBy: 'bytes' } : undefined;
}

function detected(bytes: Uint8Array): DecodedText {
  const [best] = chardet.analyse(sampleOf(bytes));
  const believed = best !== undefined && best.confidence >= CONFIDENCE_MIN ? best.name : WESTERN;
  const charset = usableCharset(believed);
  // Decoding as UTF-8 has failed already.
  const used = charset === undefined || charset === 'utf-8' ? WESTERN : charset;
  return { text: decodeAs(used, bytes, false) ?? '', charset: used, toldBy: 'detection' };
}

/** The text without tags, from the first words that are not ASCII on: English markup misleads. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample: number[] = [];
  let inTag = false;
  for (let at = Math.max(0, first - 64); at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3c) inTag = true;
    if (!inTag) sample.push(byte);
    if (byte === 0x3e) inTag = false;
    if (sample.length >= SAMPLE_LENGTH_MAX) break;
  }
  return Uint8Array.from(sample);
}
