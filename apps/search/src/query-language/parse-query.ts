import { QUERY_LENGTH_MAX } from '@warta/contracts';
import peggy from 'peggy';
import type { QueryClock } from './date-bounds.ts';
import { explainSyntax } from './explain-syntax.ts';
import type { Misread } from './explain-syntax.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from './query-errors.ts';
import { queryFaults } from './query-faults.ts';
import { queryGrammar } from './query-grammar.ts';
import { CLAUSES_MAX, DEPTH_MAX, PREFIXES_MAX, WORDS_MAX } from './query-limits.ts';
import type { NearOperand, QueryNode } from './query-tree.ts';
import { countWords, hasWords } from './text-words.ts';
import { TreeMaker } from './tree-maker.ts';
import { TypedQuery } from './typed-query.ts';

/**
 * Made once, when the process starts, in some ten milliseconds. The cache makes every rule look at
 * every place at most once, so that reading takes time linear in the length of the query.
 */
const parser = peggy.generate(queryGrammar, { cache: true });

/**
 * Reads a query. Pure, in time linear in its length; every string either has a meaning or is refused.
 * @param clock of a search that is made once: a range of dates that is empty then is refused, too.
 * Without one it is read, since `date:2030..today` is empty today and not for ever.
 * @throws QuerySyntaxError, with the column; TooExpensiveQueryError.
 */
export function parseQuery(typed: string, clock?: QueryClock): QueryNode {
  if (typed.length > QUERY_LENGTH_MAX) {
    throw new TooExpensiveQueryError(queryFaults.tooLong(QUERY_LENGTH_MAX));
  }
  const q = new TypedQuery(typed);
  if (!hasWords(q.stored)) {
    throw new QuerySyntaxError(1, queryFaults.nothingToFind(), ['a word']);
  }
  checkDepth(q);
  const node = read(q, clock);
  checkSize(node);
  return node;
}

function read(q: TypedQuery, clock: QueryClock | undefined): QueryNode {
  try {
    return parser.parse(q.stored, { make: new TreeMaker(q, clock) }) as QueryNode;
  } catch (error) {
    if (!(error instanceof parser.SyntaxError)) throw error;
    throw explainSyntax(q, error as unknown as Misread);
  }
}

/** Before the grammar, which descends one level for each. */
function checkDepth(q: TypedQuery): void {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < q.stored.length; at += 1) {
    const character = q.stored[at] ?? '';
    if ('"“”„«»'.includes(character)) isQuoted = !isQuoted;
    else if (!isQuoted && character === '(') depth += 1;
    else if (!isQuoted && character === ')') depth -= 1;
    if (depth > DEPTH_MAX) {
      throw new QuerySyntaxError(q.columnOf(at), queryFaults.tooDeep(DEPTH_MAX));
    }
  }
}

/** @throws TooExpensiveQueryError */
function checkSize(node: QueryNode): void {
  const size = { clauses: 0, words: 0, prefixes: 0 };
  measure(node, size);
  if (size.words > WORDS_MAX) {
    throw new TooExpensiveQueryError(queryFaults.tooManyWords(WORDS_MAX, size.words));
  }
  if (size.clauses > CLAUSES_MAX) {
    throw new TooExpensiveQueryError(queryFaults.tooManyParts(CLAUSES_MAX, size.clauses));
  }
  if (size.prefixes > PREFIXES_MAX) {
    throw new TooExpensiveQueryError(queryFaults.tooManyPrefixes(PREFIXES_MAX, size.prefixes));
  }
}

interface Size {
  clauses: number;
  words: number;
  prefixes: number;
}

function measure(node: QueryNode | NearOperand, size: Size): void {
  switch (node.kind) {
    case 'and':
    case 'or':
    case 'near':
      for (const of of node.of) measure(of, size);
      break;
    case 'not':
    case 'title':
    case 'quote':
      measure(node.of, size);
      break;
    case 'words':
      size.clauses += node.words.length;
      size.words += node.words.reduce((sum, word) => sum + countWords(word), 0);
      break;
    case 'phrase':
    case 'prefix':
      size.clauses += 1;
      size.words += countWords(node.text);
      size.prefixes += node.kind === 'prefix' ? 1 : 0;
      break;
    case 'entity':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      size.clauses += 1;
  }
}
