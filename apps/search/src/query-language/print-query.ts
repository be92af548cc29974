import type { DateRange, NearOperand, QueryNode, UnderstoodNode } from './query-tree.ts';

/** Writes a query down in full: reading it again gives the same tree, or the same understanding. */
export function printQuery(node: QueryNode | UnderstoodNode): string {
  switch (node.kind) {
    case 'and':
      return printTogether(node.of);
    case 'or':
      return node.of.map(printPart).join(' OR ');
    case 'not':
      return `-${printPart(node.of)}`;
    case 'words':
      return node.words.join(' ');
    case 'word':
    case 'name':
      return node.text;
    case 'phrase':
      return quoted(node.text);
    case 'prefix':
      return `${node.text}*`;
    case 'near':
      return printNear(node);
    case 'title':
    case 'quote':
      return `${node.kind}:${printPart(node.of)}`;
    case 'entity':
      return `${node.field}:${quoted(node.name)}`;
    case 'section':
      return `section:${quoted(node.value)}`;
    case 'feed':
    case 'lang':
      return `${node.kind}:${node.value}`;
    case 'date':
      return `date:${printRange(node)}`;
  }
}

/** In parentheses where it would not stay one part without. */
function printPart(node: QueryNode | UnderstoodNode): string {
  const isOne =
    node.kind === 'words' || node.kind === 'name'
      ? !printQuery(node).includes(' ')
      : !['and', 'or', 'not', 'near'].includes(node.kind);
  return isOne ? printQuery(node) : `(${printQuery(node)})`;
}

/** Runs of words side by side would become one run, and a word and a name another name. */
function printTogether(nodes: readonly (QueryNode | UnderstoodNode)[]): string {
  return nodes.reduce((text, node, at) => {
    const before = nodes[at - 1];
    const isNext = node.kind === 'words' && before?.kind === 'words';
    const part = ['and', 'or'].includes(node.kind) ? printPart(node) : printQuery(node);
    return before === undefined ? part : `${text}${isNext ? ' AND ' : ' '}${part}`;
  }, '');
}

function printNear(node: NearOperand): string {
  switch (node.kind) {
    case 'phrase':
      return quoted(node.text);
    case 'or':
      return `(${node.of.map(printNear).join(' OR ')})`;
    case 'near': {
      const [left, right] = node.of.map((of) =>
        of.kind === 'near' ? `(${printNear(of)})` : printNear(of),
      );
      return `${left} NEAR/${node.distance} ${right}`;
    }
  }
}

function printRange({ from, to, last }: DateRange): string {
  if (last !== undefined) return `last${last.count}${last.unit}`;
  return from === to ? (from ?? '') : `${from ?? ''}..${to ?? ''}`;
}

function quoted(text: string): string {
  return `"${text}"`;
}
