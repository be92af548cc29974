import { absoluteUrl } from './absolute-url.ts';
import { htmlLine } from './html-text.ts';
import { isNode, nameOfValue, textOfValue } from './json-ld-graph.ts';
import type { LdGraph, LdNode } from './json-ld-graph.ts';

/** Of one text among the extras; publishers' summaries have a few hundred characters. */
const TEXT_LENGTH_MAX = 2_000;

/** Properties of nodes as what is kept of an article: lines of plain text, addresses, numbers. */
export class LdValues {
  readonly #graph: LdGraph;
  readonly #base: string | undefined;

  /** @param base what relative addresses are relative to. */
  constructor(graph: LdGraph, base: string | undefined) {
    this.#graph = graph;
    this.#base = base;
  }

  /** The http address that a literal is. */
  url(value: unknown): string | undefined {
    return absoluteUrl(textOfValue(value), this.#base);
  }

  /** The first of the properties that says anything. */
  line(node: LdNode, ...names: string[]): string | undefined {
    const found = this.#graph.text(node, ...names);
    return found === undefined ? undefined : line(found) || undefined;
  }

  /** What the node or literal of the property is called. */
  named(node: LdNode, name: string): string | undefined {
    const [value] = this.#graph.values(node, name);
    const found = value === undefined ? undefined : nameOfValue(value, this.#graph);
    return found === undefined ? undefined : line(found);
  }

  /** The first http address among the properties, of a text or of a node with an address of its own. */
  address(node: LdNode, ...names: string[]): string | undefined {
    for (const name of names) {
      for (const value of this.#graph.values(node, name)) {
        const written = isNode(value) ? this.#graph.text(value, 'url', '@id') : textOfValue(value);
        const url = absoluteUrl(written, this.#base);
        if (url !== undefined) return url;
      }
    }
    return undefined;
  }

  /** `800`, `"800"`, `"800px"` and `{"value": 800}`. */
  number(node: LdNode, name: string): number | undefined {
    const [value] = this.#graph.values(node, name);
    const written = isNode(value) ? this.#graph.text(value, 'value') : textOfValue(value);
    const number = Number.parseFloat(written ?? '');
    return Number.isFinite(number) ? number : undefined;
  }
}

/** One line of plain text, of what may be long and be HTML. */
export const line = (long: string) =>
  htmlLine(long.slice(0, TEXT_LENGTH_MAX)).slice(0, TEXT_LENGTH_MAX);

/** What a literal says, or what a node is called: one line, or none. */
export function text(value: unknown): string[] {
  const found = textOfValue(value) ?? (isNode(value) ? textOfValue(value['name']) : undefined);
  return found === undefined ? [] : [line(found)];
}
