import { pointerToken } from '@warta/contracts';
import { DocumentError } from './draft.ts';

/** An object of a JSON-LD document. */
export type LdNode = Readonly<Record<string, unknown>>;

/** Of one property; pages list a few, and each is copied into what is kept. */
const VALUES_MAX = 50;
/** A thousand articles of forty each; pages have a few dozen. So many take 0.1 s to look through. */
const NODES_MAX = 40_000;

/** As keys and types are written: bare, with a prefix, or as whole addresses. */
const prefixes = ['', 'schema:', 'http://schema.org/', 'https://schema.org/'];

export const articleTypes: ReadonlySet<string> = new Set([
  'NewsArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'Article',
  'AdvertiserContentArticle',
  'Report',
  'SatiricalArticle',
  'SocialMediaPosting',
  'BlogPosting',
  'LiveBlogPosting',
]);

/** Under which an article may be the subject of the document; under others it is only referred to. */
const containers = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'itemListElement',
  'item',
  'hasPart',
  'blogPost',
  'blogPosts',
  'dataFeedElement',
];

export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The types of a node without their vocabulary: `NewsArticle`. */
export function typesOf(node: LdNode): string[] {
  return listOf(node['@type'] ?? node['type']).flatMap((type) =>
    typeof type === 'string' ? [type.slice(type.search(/[^/#:]*$/))] : [],
  );
}

/** Whether a value speaks of schema.org, or of an article without saying whose words it uses. */
export function isJsonLd(value: unknown): boolean {
  const nodes = listOf(value).filter(isNode);
  return nodes.some((node) => {
    if ('@graph' in node) return true;
    const context = node['@context'];
    if (context === undefined) {
      return '@type' in node && typesOf(node).some((type) => articleTypes.has(type));
    }
    return listOf(context).some((one) => {
      const vocabularies = isNode(one) ? Object.values(one) : [one];
      return vocabularies.some((name) => typeof name === 'string' && name.includes('schema.org'));
    });
  });
}

/**
 * The nodes of a document, found by their ids wherever they stand. Not a JSON-LD processor: contexts
 * are not loaded (that would be a request to wherever the sender says), keys are those of schema.org.
 */
export class LdGraph {
  readonly #root: unknown;
  readonly #byId = new Map<string, LdNode>();

  /** @throws DocumentError when there are too many to be looked through. */
  constructor(root: unknown) {
    this.#root = root;
    const open: unknown[] = [root];
    let nodes = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (typeof next !== 'object' || next === null) continue;
      nodes += 1;
      if (nodes > NODES_MAX) {
        throw new DocumentError(`The JSON-LD has more than ${NODES_MAX} objects and lists`);
      }
      if (isNode(next)) this.#enter(next);
      for (const value of Object.values(next)) if (typeof value === 'object') open.push(value);
    }
  }

  #enter(node: LdNode): void {
    const id = node['@id'];
    if (typeof id !== 'string' || isReference(node)) return;
    const known = this.#byId.get(id);
    if (known === undefined || Object.keys(known).length < Object.keys(node).length) {
      this.#byId.set(id, node);
    }
  }

  /** The articles that the document is of, each once, in its order, with their RFC 6901 pointers. */
  articles(): { node: LdNode; pointer: string }[] {
    const found: { node: LdNode; pointer: string }[] = [];
    const seen = new Set<LdNode>();
    const open: { value: unknown; pointer: string }[] = [{ value: this.#root, pointer: '' }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { pointer } = next;
      const value = this.#resolved(next.value);
      if (Array.isArray(value)) {
        for (let at = value.length - 1; at >= 0; at -= 1) {
          open.push({ value: value[at], pointer: `${pointer}/${at}` });
        }
      }
      if (!isNode(value) || seen.has(value)) continue;
      seen.add(value);
      if (typesOf(value).some((type) => articleTypes.has(type))) {
        // Not looked into: an article has parts of its own, the page around it, its sections.
        found.push({ node: value, pointer });
        continue;
      }
      for (const name of containers.toReversed()) {
        const key = keyOf(value, name);
        if (key === undefined) continue;
        open.push({ value: value[key], pointer: `${pointer}/${pointerToken(key)}` });
      }
    }
    return found;
  }

  /** The values of a property, references followed; a list of at most VALUES_MAX. */
  values(node: LdNode, ...names: string[]): unknown[] {
    for (const name of names) {
      const value = node[keyOf(node, name) ?? name];
      const list = listOf(isNode(value) ? (value['@list'] ?? value['@set'] ?? value) : value)
        .slice(0, VALUES_MAX)
        .map((one) => this.#resolved(one))
        .filter((one) => one !== null && one !== '');
      if (list.length > 0) return list;
    }
    return [];
  }

  /** The first value of the first property that has one as text. */
  text(node: LdNode, ...names: string[]): string | undefined {
    for (const name of names) {
      for (const value of this.values(node, name)) {
        const text = textOfValue(value);
        if (text !== undefined) return text;
      }
    }
    return undefined;
  }

  nodes(node: LdNode, ...names: string[]): LdNode[] {
    return this.values(node, ...names).filter(isNode);
  }

  #resolved(value: unknown): unknown {
    if (!isNode(value) || !isReference(value)) return value;
    return this.#byId.get(value['@id'] as string) ?? value;
  }
}

/** The name with or without that of its vocabulary, as the node has it. */
function keyOf(node: LdNode, name: string): string | undefined {
  return prefixes.map((prefix) => prefix + name).find((key) => node[key] !== undefined);
}

/** The text of a literal; nothing for a node, null or what is blank. */
export function textOfValue(value: unknown): string | undefined {
  // NOTE: a literal has no id; following ids to texts would let a small document grow huge.
  const literal = isNode(value) && !('@id' in value) ? value['@value'] : value;
  if (typeof literal === 'number') return String(literal);
  if (typeof literal !== 'string' || literal.trim() === '') return undefined;
  return literal.trim();
}

/** The name of a node, or what a literal says. */
export function nameOfValue(value: unknown, graph: LdGraph): string | undefined {
  return isNode(value) && value['@value'] === undefined
    ? graph.text(value, 'name', 'headline', 'alternateName')
    : textOfValue(value);
}

function isReference(node: LdNode): boolean {
  return typeof node['@id'] === 'string' && Object.keys(node).length === 1;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
