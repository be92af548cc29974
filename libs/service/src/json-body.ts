import { parseStrictJson, StrictJsonError } from '@warta/contracts';
import { ProblemError } from './problem-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * JSON as parseStrictJson reads it, of well-formed UTF-8 only. An empty body is undefined.
 * @throws ProblemError 400 that says where.
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new ProblemError(400, 'The body is not UTF-8.');
  }
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    const { pointer, detail } = error;
    if (pointer === '') throw new ProblemError(400, `The body ${detail}.`);
    throw new ProblemError(400, 'The body has fields that are not accepted.', {
      errors: [{ pointer, detail }],
    });
  }
}
