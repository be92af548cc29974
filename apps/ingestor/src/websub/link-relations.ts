/** What a page, feed or answer says of where it can be followed. */
export interface LinkRelations {
  /** Every hub, in the order they are named. */
  readonly hubs: readonly string[];
  /** The address that the topic wants to be known by. */
  readonly self: string | undefined;
}

interface Link {
  readonly relations: readonly string[];
  readonly href: string;
}

/** More links than this belong to no head of any page. */
const LINKS_MAX = 500;

/** HTML whose text is no markup. */
const rawElements = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'template']);

/** What is said of one entry is not said of the whole. */
const entryElements = new Set(['entry', 'item']);

/** No `link` of any use is longer. */
const TAG_LENGTH_MAX = 8_192;

/** RFC 8288: `<url>; rel="hub"`, several in one header. Linear in its length. */
export function linksOfHeader(header: string): LinkRelations {
  const links: Link[] = [];
  for (let at = header.indexOf('<'); at >= 0 && links.length < LINKS_MAX;) {
    const end = header.indexOf('>', at);
    if (end < 0) break;
    const parameters = quotedUntil(header, end + 1, ',');
    links.push({ relations: relationOf(parameters), href: header.slice(at + 1, end).trim() });
    at = header.indexOf('<', end + 1 + parameters.length);
  }
  return relationsOf(links);
}

/** The first `rel`; what stands in the quotation marks of others is none. */
function relationOf(parameters: string): string[] {
  const parameter = /;\s*([^\s=;,"]{1,40})\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/g;
  for (const [, name = '', quoted, bare] of parameters.matchAll(parameter)) {
    if (name.toLowerCase() === 'rel') return wordsOf(quoted ?? bare ?? '');
  }
  return [];
}

/** Up to the mark outside quotation marks. */
function quotedUntil(text: string, from: number, mark: string): string {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === mark && !isQuoted) return text.slice(from, at);
  }
  return text.slice(from);
}

/**
 * `link` elements of an HTML head, of Atom and of RSS, in whatever namespace: not of entries, and
 * not of an HTML body, where others than the publisher may have written. Looks at tags alone, so
 * that nothing of a hostile document is built or expanded. Linear in its length.
 */
export function linksOfMarkup(text: string): LinkRelations {
  const links: Link[] = [];
  for (let at = text.indexOf('<'); at >= 0 && links.length < LINKS_MAX;) {
    const skipped = skippedFrom(text, at);
    if (skipped !== undefined) {
      at = text.indexOf('<', skipped);
      continue;
    }
    const end = tagEnd(text, at + 1);
    const tag = text.slice(at + 1, Math.min(end, at + TAG_LENGTH_MAX));
    const name = localName(tag);
    if (name === 'body') break;
    if (name === 'link') {
      const { rel, href } = attributesOf(tag);
      if (rel !== undefined && href !== undefined) links.push({ relations: wordsOf(rel), href });
    }
    const isPassedOver = rawElements.has(name) || entryElements.has(name);
    const close = isPassedOver && !tag.endsWith('/') ? closeOf(text, name, end) : end;
    at = text.indexOf('<', close);
  }
  return relationsOf(links);
}

/** Where a comment, a section or a declaration that begins here ends. */
function skippedFrom(text: string, at: number): number | undefined {
  const after = (begin: string, end: string) => {
    if (!text.startsWith(begin, at)) return undefined;
    const found = text.indexOf(end, at + begin.length);
    return found < 0 ? text.length : found + end.length;
  };
  return after('<!--', '-->') ?? after('<![CDATA[', ']]>') ?? after('<!', '>') ?? after('<?', '?>');
}

/** The `>` of a tag, outside of its attributes' quotation marks. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return at;
    else if ((letter === '"' || letter === "'") && text[at - 1] === '=') quote = letter;
  }
  return text.length;
}

/** An element that is never closed takes the rest with it, as in a browser. */
function closeOf(text: string, name: string, from: number): number {
  const close = new RegExp(`</(?:[a-z0-9._-]{1,40}:)?${name}[\\s/>]`, 'gi');
  close.lastIndex = from;
  return close.exec(text)?.index ?? text.length;
}

function localName(tag: string): string {
  const [name = ''] = /^[a-z][a-z0-9:._-]{0,99}/i.exec(tag) ?? [];
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** `rel` and `href`, whichever way they are quoted; of each the first. */
function attributesOf(tag: string): { rel?: string; href?: string } {
  const found: { rel?: string; href?: string } = {};
  const attribute = /([^\s"'>/=]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
  for (const [, name = '', double, single, bare] of tag.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (key === 'rel' || key === 'href')
      found[key] ??= unescaped(double ?? single ?? bare ?? '').trim();
  }
  return found;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** What addresses may have escaped; other names do not occur in them. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, ...parts) => {
    const [decimal, hex, name] = parts as (string | undefined)[];
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** JSON Feed 1.1: `hubs` with their type, and `feed_url`. */
export function linksOfJson(text: string): LinkRelations {
  try {
    const feed = JSON.parse(text) as { hubs?: unknown; feed_url?: unknown } | null;
    const hubs = Array.isArray(feed?.hubs) ? feed.hubs.slice(0, LINKS_MAX) : [];
    const urls = hubs.flatMap((hub: { type?: unknown; url?: unknown } | null) =>
      hub?.type === 'WebSub' && typeof hub.url === 'string' ? [hub.url] : [],
    );
    return { hubs: urls, self: typeof feed?.feed_url === 'string' ? feed.feed_url : undefined };
  } catch {
    return { hubs: [], self: undefined };
  }
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/);

function relationsOf(links: readonly Link[]): LinkRelations {
  const of = (relation: string) =>
    links.filter(({ relations }) => relations.includes(relation)).map(({ href }) => href);
  return { hubs: of('hub'), self: of('self')[0] };
}
