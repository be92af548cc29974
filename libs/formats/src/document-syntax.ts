/** How a document is to be parsed, before its format is known. */
export type Syntax = 'json' | 'json-lines' | 'xml' | 'html';

/** Say nothing about the content: servers, command lines and careless clients send them with everything. */
const genericTypes = new Set([
  '',
  'text/plain',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-www-form-urlencoded',
]);

export const jsonLinesTypes: readonly string[] = [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonlines',
  'application/json-seq',
];

const htmlTypes = new Set(['text/html', 'application/xhtml+xml']);

/** Elements that an HTML document or a piece of one begins with and no XML format does. */
const htmlStart =
  /^<(?:html|head|body|meta|title|script|link|main|article|section|header|div|h[1-6]|p)[\s/>]/i;
/** Of feeds and of the IPTC's formats: no HTML begins so. */
const newsRoot =
  /^<(?:[a-z][\w.-]{0,30}:)?(?:rss|feed|rdf|nitf|newsml|newsmessage|[a-z]{1,20}item)[\s>]/i;
const htmlRoot = /^<(?:[a-z]{1,20}:)?html[\s/>]/i;

/** Type and subtype in small letters without parameters; empty when there is none. */
export function mediaTypeOf(contentType: string | undefined): string {
  const [type = ''] = (contentType ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

/** The charset parameter, when there is one. */
export function charsetOf(contentType: string | undefined): string | undefined {
  const parameters = (contentType ?? '').split(';').slice(1);
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=', 2);
    if (name.trim().toLowerCase() === 'charset') return value.trim().replaceAll('"', '');
  }
  return undefined;
}

/** Whether the type names a syntax and leaves the format open. */
export function namesSyntax(mediaType: string): boolean {
  return (
    genericTypes.has(mediaType) ||
    htmlTypes.has(mediaType) ||
    jsonLinesTypes.includes(mediaType) ||
    /^[\w.]+\/(?:[\w.-]+\+)?(?:json|xml)$/.test(mediaType)
  );
}

/**
 * The syntax of a document. Its first characters decide where they are plain, whatever the media
 * type says; nothing when neither says enough.
 */
export function syntaxOf(text: string, mediaType: string): Syntax | undefined {
  const start = prologEnd(text);
  const first = text.charAt(start);
  if (first === '<') return markupOf(text.slice(start, start + 100), mediaType);
  if (jsonLinesTypes.includes(mediaType) || first === RECORD_SEPARATOR) return 'json-lines';
  if (first === '{' || first === '[' || /[/+]json$/.test(mediaType)) return 'json';
  if (htmlTypes.has(mediaType)) return 'html';
  return /[/+]xml$/.test(mediaType) ? 'xml' : undefined;
}

/** Begins each text of application/json-seq (RFC 7464). */
export const RECORD_SEPARATOR = '\u001e';

function markupOf(start: string, mediaType: string): Syntax {
  if (/^<!doctype\s+html/i.test(start) || htmlRoot.test(start)) return 'html';
  if (htmlTypes.has(mediaType)) return newsRoot.test(start) ? 'xml' : 'html';
  return genericTypes.has(mediaType) && htmlStart.test(start) ? 'html' : 'xml';
}

/** Behind byte order mark, white space, comments and processing instructions. */
function prologEnd(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && (text.charCodeAt(at) <= 0x20 || text[at] === '\uFEFF')) {
      if (text[at] === RECORD_SEPARATOR) return at;
      at += 1;
    }
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : '';
    const end = close === '' ? -1 : text.indexOf(close, at + 2);
    if (end === -1) return at;
    at = end + close.length;
  }
}
