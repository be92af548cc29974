import { partsOf } from './parts-of.ts';
import { printQuery } from './print-query.ts';
import type { UnderstoodNode, UnderstoodQuery } from './query-tree.ts';

/** Where a part stands in the tree: the number of each part on the way to it. */
export type ClausePath = readonly number[];

/** Begins with a letter, so that it is no number to anybody. */
export function clauseName(path: ClausePath): string {
  return `q${path.join('.')}`;
}

/**
 * How the query writes the part that a clause of `compileQuery` was named for: tells people which
 * part matched. Undefined for a name that no part has.
 */
export function clauseText({ node }: UnderstoodQuery, name: string): string | undefined {
  const parts = name.split('+').map((one) => partAt(node, one));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known.map(printQuery).join(' ') : undefined;
}

function partAt(node: UnderstoodNode, name: string): UnderstoodNode | undefined {
  if (!/^q(?:\d{1,3}(?:\.\d{1,3})*)?$/u.test(name)) return undefined;
  const path = name.slice(1);
  let part: UnderstoodNode | undefined = node;
  let within: 'title' | 'quote' | undefined;
  for (const at of path === '' ? [] : path.split('.').map(Number)) {
    if (part?.kind === 'title' || part?.kind === 'quote') within = part.kind;
    part = part === undefined ? undefined : partsOf(part)[at];
  }
  return part !== undefined && within !== undefined ? { kind: within, of: part } : part;
}
