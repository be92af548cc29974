import { QuerySyntaxError } from './query-errors.ts';
import { queryFaults } from './query-faults.ts';
import type { MissingPlace } from './query-faults.ts';
import type { TypedQuery } from './typed-query.ts';

/** What the parser says of a text that it cannot read: the furthest place it came to. */
export interface Misread {
  readonly location: { readonly start: { readonly offset: number } };
  readonly expected: readonly { readonly type: string; readonly description?: string }[] | null;
}

/** Of a word that is shown to say where something is missing. */
const SHOWN_MAX = 24;

/** Turns what the parser expected into a sentence for the person who typed. */
export function explainSyntax(q: TypedQuery, { location, expected }: Misread): QuerySyntaxError {
  const { offset } = location.start;
  const descriptions = new Set(expected?.map(({ description }) => description));
  const column = q.columnOf(offset);
  const before = q.stored.slice(0, offset).trimEnd();
  const next = q.stored.slice(offset);
  // Where an operator could stand, the part before it is whole.
  if (descriptions.has('AND')) {
    if (next.startsWith(')')) return new QuerySyntaxError(column, queryFaults.notOpened());
    const open = q.columnOf(openParenthesis(q.stored));
    return new QuerySyntaxError(column, queryFaults.notClosed(open), [')']);
  }
  const place = placeOf(before, next);
  if (descriptions.has('a value')) {
    const says = queryFaults.valueMissing(place);
    return new QuerySyntaxError(column, says, ['a value', 'a phrase', '(']);
  }
  return new QuerySyntaxError(column, queryFaults.wordMissing(place), ['a word', 'a phrase', '(']);
}

function placeOf(before: string, next: string): MissingPlace {
  const last = /[^\s()]{1,24}$|[()]$/u.exec(before.slice(-SHOWN_MAX))?.[0];
  if (last !== undefined) return { after: last };
  const first = /^(?:[()]|[^\s()"]+)/u.exec(next.slice(0, SHOWN_MAX))?.[0];
  return first === undefined ? 'here' : { before: first };
}

/** The last one that is not closed, as the grammar counts them: not those inside of phrases. */
function openParenthesis(q: string): number {
  const open: number[] = [];
  let isQuoted = false;
  for (let at = 0; at < q.length; at += 1) {
    const character = q[at] ?? '';
    if ('"“”„«»'.includes(character)) isQuoted = !isQuoted;
    else if (!isQuoted && character === '(') open.push(at);
    else if (!isQuoted && character === ')') open.pop();
  }
  return open.at(-1) ?? 0;
}
