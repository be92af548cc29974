import { DocumentError } from './draft.ts';
import { htmlEntities } from './html-entities.ts';
import {
  XML_ELEMENTS_MAX,
  XML_MENDS_MAX,
  XML_NAME_LENGTH_MAX,
  XML_REFERENCES_MAX,
  XML_TEXT_LENGTH_MAX,
} from './xml-limits.ts';

/** Not allowed in XML 1.0 even as references; half of a surrogate pair stands for no character. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Names that XML knows, and numbers of ordinary characters in their usual form. */
const PLAIN_REFERENCE = [
  'amp|lt|gt|quot|apos',
  '#(?:3[2-9]|[4-9]\\d|1[01]\\d|1[6-9]\\d|[2-9]\\d\\d|[1-9]\\d{3}|[1-4]\\d{4}|5[0-4]\\d{3}|1\\d{5})',
  '#x(?:[2-7][\\da-fA-F]|[a-fA-F][\\da-fA-F]|[1-9a-fA-F][\\da-fA-F]{2}|[1-9a-cA-C][\\da-fA-F]{3})',
].join('|');

/**
 * What a parser must not see as it is: declarations, comments, CDATA and instructions, to be skipped
 * or refused; `<` that opens no tag, or one with an endless name; `&` that is no plain reference.
 */
const SUSPECT = new RegExp(
  [
    '<[!?]',
    '<(?![A-Za-z_:/\\u0080-\\uFFFF])',
    `<[^\\s<>&]{${2 * XML_NAME_LENGTH_MAX}}`,
    `&(?!(?:${PLAIN_REFERENCE});)`,
  ].join('|'),
  'g',
);

const REFERENCE = /&(?:#(\d{1,9})|#[xX]([0-9a-fA-F]{1,8})|([A-Za-z][A-Za-z0-9]{1,31}));/y;

/** What a sender of one can do; all formats are read without. */
export const WITHOUT_DOCTYPE =
  'none is taken, whatever it says. Delete it, from <!DOCTYPE to its end, and send the rest as it is: ' +
  'names of characters such as &eacute; are known without it';

/**
 * The same document without what feeds commonly get wrong and a strict parser stops at: space and
 * marks before the first tag, characters that XML forbids, names of characters that HTML knows and
 * XML does not, bare `&` and `<`. Inside CDATA, comments and instructions only the forbidden
 * characters go. Structure is never guessed.
 * @throws DocumentError for a DOCTYPE, whatever it says: expanding entities and fetched files come
 * with it, and no feed needs one.
 */
export function mendXml(source: string): string {
  const text = withoutProlog(source.replace(FORBIDDEN, '').toWellFormed());
  refuseFlood(text);
  const pieces: string[] = [];
  let done = 0;
  const put = (from: number, to: number, instead: string) => {
    pieces.push(text.slice(done, from), instead);
    done = to;
    if (pieces.length > 2 * XML_MENDS_MAX) {
      throw new DocumentError(`The XML has more than ${XML_MENDS_MAX} unescaped "&" or "<"`);
    }
  };
  let counted = 0;
  let elements = 0;
  const countUntil = (end: number) => {
    elements += startTagsIn(text, counted, end);
    if (elements > XML_ELEMENTS_MAX) {
      throw new DocumentError(`The XML has more than ${XML_ELEMENTS_MAX} elements`);
    }
  };
  SUSPECT.lastIndex = 0;
  for (let match = SUSPECT.exec(text); match !== null; match = SUSPECT.exec(text)) {
    const at = match.index;
    if (match[0] === '<!' || match[0] === '<?') {
      countUntil(at);
      counted = endOfDeclaration(text, at);
      SUSPECT.lastIndex = counted;
    } else if (match[0] === '<') {
      put(at, at + 1, '&lt;');
    } else if (match[0].startsWith('<')) {
      throw new DocumentError(`The XML has a name that is too long${placeIn(text, at)}`);
    } else {
      REFERENCE.lastIndex = at;
      const reference = REFERENCE.exec(text);
      const character = reference === null ? undefined : characterOf(reference);
      if (reference === null || character === undefined) put(at, at + 1, '&amp;');
      else put(at, at + reference[0].length, character);
    }
  }
  countUntil(text.length);
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done);
}

/** The characters are known already: a declaration, even one in disorder, has nothing left to say. */
function withoutProlog(text: string): string {
  const start = /^[\s\u200B\uFEFF]*/.exec(text)?.[0].length ?? 0;
  const end = text.startsWith('<?xml', start) && /\s/.test(text.charAt(start + 5));
  const to = end ? text.indexOf('?>', start) : -1;
  if (to < 0) return start === 0 ? text : text.slice(start);
  const dropped = text.slice(0, to + 2);
  // Places in errors stay those of the document.
  return '\n'.repeat(dropped.split('\n').length - 1) + text.slice(to + 2);
}

function refuseFlood(text: string) {
  let count = 0;
  for (let at = text.indexOf('&#'); at >= 0; at = text.indexOf('&#', at + 2)) {
    count += 1;
    if (count > XML_REFERENCES_MAX) {
      throw new DocumentError(`The XML has more than ${XML_REFERENCES_MAX} character references`);
    }
  }
}

/** One more than are allowed at most: the rest does not matter any more. */
function startTagsIn(text: string, from: number, to: number): number {
  let tags = 0;
  let at = from < to ? text.indexOf('<', from) : -1;
  while (at >= 0 && at < to && tags <= XML_ELEMENTS_MAX) {
    if (text.charCodeAt(at + 1) !== SLASH) tags += 1;
    at = text.indexOf('<', at + 1);
  }
  return tags;
}

const SLASH = 0x2f;

/** After it; the end of the text when it has none, which the parser then tells. */
function endOfDeclaration(text: string, at: number): number {
  const after = (opening: string, closing: string) => {
    const end = text.indexOf(closing, at + opening.length);
    if ((end < 0 ? text.length : end) - at > XML_TEXT_LENGTH_MAX) {
      const message = `The XML has more than ${XML_TEXT_LENGTH_MAX} characters in one section`;
      throw new DocumentError(message + placeIn(text, at));
    }
    return end < 0 ? text.length : end + closing.length;
  };
  if (text.startsWith('<!--', at)) return after('<!--', '-->');
  if (text.startsWith('<![CDATA[', at)) return after('<![CDATA[', ']]>');
  if (text.startsWith('<?', at)) return after('<?', '?>');
  if (/^<!\s*doctype/i.test(text.slice(at, at + 64))) {
    throw new DocumentError(`The XML has a DOCTYPE${placeIn(text, at)}: ${WITHOUT_DOCTYPE}`);
  }
  return at + 2;
}

const placeIn = (text: string, at: number) => ` (line ${text.slice(0, at).split('\n').length})`;

/** Undefined for a name that is nobody's: it stays as it was written. */
function characterOf([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return htmlEntities.get(name);
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // Numbers of Windows-1252 where Unicode has control characters, as HTML reads them.
  if (code >= 0x80 && code <= 0x9f) return windows1252.decode(Uint8Array.of(code));
  if (code === 0x09) return '\t';
  if (code === 0x0a || code === 0x0d) return '\n';
  if (code < 0x20 || (code >= 0xd800 && code <= 0xdfff)) return '';
  if (code === 0x7f || code === 0xfffe || code === 0xffff || code > 0x10ffff) return '';
  return asText(String.fromCodePoint(code));
}

const windows1252 = new TextDecoder('windows-1252');

/** Written with leading zeros or another way that the pattern above does not let pass. */
function asText(character: string): string {
  if (character === '<') return '&lt;';
  if (character === '&') return '&amp;';
  if (character === '"') return '&quot;';
  return character === "'" ? '&apos;' : character;
}
