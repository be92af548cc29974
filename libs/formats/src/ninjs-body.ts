import { entriesOf, stringOf } from './ninjs-members.ts';
import type { Members, NinjsView } from './ninjs-view.ts';
import { textOfCharacters } from './xml-text.ts';

export interface NinjsBody {
  readonly body?: string;
  readonly bodyHtml?: string;
  /** Set when a description stands in: a picture's text is its caption. */
  readonly isDescription?: true;
}

type Kind = 'html' | 'plain' | 'nitf' | 'xml';

/** HTML first, for it keeps paragraphs and links; then what is left of others. */
const kinds: readonly Kind[] = ['html', 'plain', 'nitf', 'xml'];
/** A caption is one paragraph, and comes in HTML as a repetition of its text. */
const descriptionKinds: readonly Kind[] = ['plain', 'html'];
/** Where an item has several of one kind; providers name shorter and richer ones otherwise. */
const mainRoles = ['main', 'body', 'text', 'html', 'xhtml', 'html5', 'nitf'];

/** The item's text; a description where it has none; empty where it has neither, as flashes have. */
export function ninjsBody(view: NinjsView): NinjsBody {
  const said = bestOf(entriesOf(view, 'bodies'), kinds);
  if (said !== undefined) return said;
  const described = bestOf(entriesOf(view, 'descriptions'), descriptionKinds);
  if (described !== undefined) return { ...described, isDescription: true };
  return stringOf(view, 'pubstatus') === 'withheld' || stringOf(view, 'pubstatus') === 'canceled'
    ? {}
    : { body: '' };
}

function bestOf(entries: readonly Members[], wanted: readonly Kind[]): NinjsBody | undefined {
  for (const kind of wanted) {
    const ofKind = entries.filter(
      (entry) => kindOf(entry) === kind && stringOf(entry, 'value') !== undefined,
    );
    const main = ofKind.find((entry) => mainRoles.includes(stringOf(entry, 'role') ?? ''));
    const read = [...(main === undefined ? [] : [main]), ...ofKind]
      .map((entry) => bodyOf(stringOf(entry, 'value') ?? '', kind))
      .find((body) => body !== undefined);
    if (read !== undefined) return read;
  }
  return undefined;
}

function kindOf(entry: Members): Kind {
  const type = (stringOf(entry, 'contenttype') ?? stringOf(entry, 'role') ?? '').toLowerCase();
  if (type.includes('html')) return 'html';
  if (type.includes('nitf')) return 'nitf';
  return /\bxml\b/.test(type) ? 'xml' : 'plain';
}

function bodyOf(value: string, kind: Kind): NinjsBody | undefined {
  if (kind === 'html') return { bodyHtml: value };
  if (kind === 'plain') return { body: value };
  // Times are said beside the body; those inside of it are not read.
  const { nitf, ...text } = textOfCharacters(value, kind, 'UTC') ?? {};
  if (nitf === undefined) return text.body || text.bodyHtml ? text : undefined;
  return nitf.bodyHtml ? { bodyHtml: nitf.bodyHtml } : undefined;
}
