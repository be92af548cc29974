import { WartaError } from '@warta/client';

/** What is wrong with a query as it was typed. */
export interface QueryFault {
  readonly says: string;
  /** The character where it went wrong, the first being 1. */
  readonly column: number | undefined;
}

/** How the service says where, in its languages; the rest of the sentence may name other columns. */
const AT_COLUMN = /^(?:at column|pada kolom) (\d{1,5}): /i;

/**
 * The fault that a refusal finds in the query; nothing for troubles of another kind.
 * @param pointer where the query was: in the address, or in a body as a JSON pointer.
 */
export function faultOf(error: Error | null, pointer = '?q'): QueryFault | undefined {
  if (!(error instanceof WartaError) || error.status !== 400) return undefined;
  const fault = error.problem.errors?.find((one) => one.pointer === pointer);
  if (fault === undefined) return undefined;
  const [, written] = AT_COLUMN.exec(fault.detail) ?? [];
  const says = fault.detail.replace(AT_COLUMN, '');
  const column = 'column' in fault ? fault.column : written;
  return { says, column: column === undefined ? undefined : Number(column) };
}

/** The query with the character in question by itself; what is missing at the end is empty. */
export function splitAt(q: string, column: number): [before: string, at: string, after: string] {
  const characters = [...q];
  const index = Math.min(Math.max(column - 1, 0), characters.length);
  return [
    characters.slice(0, index).join(''),
    characters[index] ?? '',
    characters.slice(index + 1).join(''),
  ];
}
