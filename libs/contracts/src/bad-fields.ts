import type { z } from 'zod';
import { pointerToken } from './strict-json.ts';

/** A field that breaks a schema: the way to it and what is wrong, for the one who sent it. */
export interface BadField {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

/** Every bad field of what a schema refused; unknown ones each by name. */
export function badFieldsOf(error: z.core.$ZodError): BadField[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], detail: 'there is no such field' }))
      : [{ path: issue.path, detail: issue.message }],
  );
}

/** RFC 6901 pointer; empty for the whole value. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${pointerToken(key)}`).join('');
}
