import { absoluteUrl, baseOf } from './absolute-url.ts';
import { htmlLine } from './html-text.ts';
import { isElement } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { htmlWithin, xhtmlNames } from './xml-html.ts';
import { namespaces } from './xml-namespaces.ts';

/** Of one kind: keywords made for search engines may be thousands, and each costs a conversion. */
const ELEMENTS_OF_AN_ARTICLE_MAX = 200;

/** Namespaces are written with other cases, schemes and ends than their owners wrote them. */
const normalized = (namespace: string) =>
  namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '');

const more = {
  rss: [
    'http://my.netscape.com/rdf/simple/0.9/',
    'http://channel.netscape.com/rdf/simple/0.9/',
    'http://purl.org/net/rss1.1#',
    'http://backend.userland.com/rss',
    'http://backend.userland.com/rss2',
    'http://blogs.law.harvard.edu/tech/rss',
    'http://cyber.law.harvard.edu/rss/rss.html',
  ],
  media: ['http://video.search.yahoo.com/mrss'],
  prism: ['http://prismstandard.org/namespaces/1.2/basic/'],
};

const prefixes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(namespaces).map(([prefix, uri]) => [normalized(uri), prefix] as const),
  ...Object.entries(more).flatMap(([prefix, uris]) =>
    uris.map((uri) => [normalized(uri), prefix] as const),
  ),
]);

/** Of a namespace that nobody is known to use: itself. */
export const prefixOf = (namespace: string) =>
  namespace.trim() === '' ? '' : (prefixes.get(normalized(namespace)) ?? namespace);

/** Prefixes of a feed's own elements: what a document of it has as default, and none at all. */
export const ownPrefixes = (root: XmlElement, ...prefixes: readonly string[]) =>
  new Set(['', prefixOf(root.namespace), ...prefixes]);

/**
 * An element of a feed. Children are asked for by name in small letters, with the usual prefix of
 * their namespace whatever the document calls it: `title`, `dc:creator`; the feed's own without.
 */
export class FeedElement {
  readonly element: XmlElement;
  /** What addresses in it are relative to. */
  readonly base: string | undefined;
  readonly #own: ReadonlySet<string>;
  #children: ReadonlyMap<string, FeedElement[]> | undefined;

  constructor(element: XmlElement, own: ReadonlySet<string>, baseAround: string | undefined) {
    this.element = element;
    this.#own = own;
    this.base = baseOf(element, baseAround);
  }

  get name(): string {
    const prefix = prefixOf(this.element.namespace);
    const name = this.element.name.toLowerCase();
    if (this.#own.has(prefix)) return name;
    return `${prefix === 'atom03' ? 'atom' : prefix}:${name}`;
  }

  get children(): ReadonlyMap<string, FeedElement[]> {
    this.#children ??= Map.groupBy(
      this.element.children
        .filter(isElement)
        .map((child) => new FeedElement(child, this.#own, this.base)),
      ({ name }) => name,
    );
    return this.#children;
  }

  /** Of any of these names, in the order of the names; no article has more than are given. */
  all(...names: readonly string[]): FeedElement[] {
    return this.every(...names).slice(0, ELEMENTS_OF_AN_ARTICLE_MAX);
  }

  /** The same without a limit: the articles of a feed. */
  every(...names: readonly string[]): FeedElement[] {
    return names.flatMap((name) => this.children.get(name) ?? []);
  }

  /** The first of the first of these names that says anything. */
  first(...names: readonly string[]): FeedElement | undefined {
    return this.all(...names).find(({ text }) => text !== '');
  }

  /** As written, without the space around it; HTML when it has elements that nobody escaped. */
  get text(): string {
    const { children } = this.element;
    return (
      children.some(isElement) ? htmlWithin(this.element, xhtmlNames) : children.join('')
    ).trim();
  }

  /** Plain text in one line; undefined when it says nothing. */
  get line(): string | undefined {
    return htmlLine(this.text) || undefined;
  }

  /** By its name without prefix, whatever its case; undefined when it says nothing. */
  attribute(name: string): string | undefined {
    const found = this.element.attributes.find(
      (attribute) =>
        attribute.name.toLowerCase() === name && attribute.namespace !== namespaces.xmlns,
    );
    return found?.value.trim() || undefined;
  }

  /** The address that it or its attribute of this name says. */
  url(attribute?: string): string | undefined {
    return absoluteUrl(attribute === undefined ? this.text : this.attribute(attribute), this.base);
  }
}
